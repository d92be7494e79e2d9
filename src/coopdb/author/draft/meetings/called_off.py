"""What a sentence says was called off or put off: the meeting, not one of before nor anything else."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.text import fold

_NEAR = 14  # words between the meeting and the word that it was called off
_FAR = 36  # words between a meeting with the names and offices of both and the verb behind them
_PARTED = 9  # words between the parts of a verb: sagte den Besuch in Kenia ab
_PARTED_FAR = 30  # where no comma stands between them: sagte am Montag ein Treffen mit Ministerin Novak in Wien ab
_BEFORE = 4  # words before a delay that say that it is long ago
_MARKS = frozenset(",;:—–()،؛")
_NAMES = ("put_off", "called_off")
_KINDS = (("put_off", "parted_put_off", "postponed"), ("called_off", "parted_off", "cancelled"))


def changes(wording: Phrasing, sentence: Passage) -> Iterator[tuple[str, PhraseHit]]:
    """Yield the new status of the meeting, and the word for it, where a sentence says that it is off, or later."""
    hits = [
        (status, hit)
        for name, parts, status in _KINDS
        for hit in (*wording.hits(sentence, name), *_parted(wording, sentence, parts))
    ]
    if not hits:
        return
    held = wording.hits(sentence, "took_place")
    for status, hit in hits:
        if not _is_of_another(wording, sentence, hit, held) and _is_of_meeting(wording, sentence, hit, held):
            yield status, hit


def _parted(wording: Phrasing, sentence: Passage, name: str) -> Iterator[PhraseHit]:
    """Yield the verbs of two parts, which stand further apart where no comma is between them."""
    near = {hit.start for hit in wording.parted(sentence, name, _PARTED)}
    plain, far = wording.article.plain, wording.parted(sentence, name, _PARTED_FAR)
    yield from (hit for hit in far if hit.start in near or "," not in plain[hit.start : hit.end])


def _is_of_another(wording: Phrasing, sentence: Passage, hit: PhraseHit, held: Sequence[PhraseHit]) -> bool:
    """Tell what was called off before: twice put off; met her after the talks of last week had been cancelled."""
    if _governing(wording, sentence, hit, "put_off_before", "had_put_off", "not_put_off"):
        return True
    if _is_of_relative(wording, sentence, hit):
        return True
    first = min((each.first for each in held), default=hit.first)
    return any(first < each.first < hit.first for each in wording.hits(sentence, "after_which"))


def _governing(wording: Phrasing, sentence: Passage, hit: PhraseHit, *names: str) -> bool:
    """Tell a word of some lists just before a delay, in its clause, with no verb of now between: had been put off."""
    now = wording.hits(sentence, "put_off_now")
    for name in names:
        for each in wording.hits(sentence, name):
            if not (each.first < hit.first and hit.first - each.last <= _BEFORE):
                continue
            is_verb = name != "put_off_before"
            is_now = is_verb and any(each.last <= other.first < hit.first for other in now)
            if not is_now and _MARKS.isdisjoint(wording.article.plain[each.end : hit.start]):
                return True
    return False


def _is_of_relative(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> bool:
    """Tell what the storm called off, which did not delay the meeting."""
    before = [each for name in _NAMES for each in wording.hits(sentence, name) if each.first < hit.first]
    if not any(_governing(wording, sentence, each, "not_put_off") for each in before):
        return False
    last = max(each.end for each in before)
    return any(
        last <= each.start < hit.start and "," in wording.article.plain[last : each.start]
        for each in wording.hits(sentence, "of_another_thing")
    )


def _meetings(wording: Phrasing, sentence: Passage, hit: PhraseHit, told: set[int]) -> list[PhraseHit]:
    """Return the meetings that may be off: not one at which something was, nor one that went on with something."""
    at = {each.last for each in wording.hits(sentence, "during_meetings")}
    went = wording.hits(sentence, "goes_on_with")
    return [
        each
        for each in wording.hits(sentence, "encounters")
        if each.first not in told
        and at.isdisjoint((each.first, each.first - 1))
        and not any(each.last <= other.first < hit.first for other in went)
    ]


def _is_of_meeting(wording: Phrasing, sentence: Passage, hit: PhraseHit, held: Sequence[PhraseHit]) -> bool:
    """Tell a word beside a meeting, or behind one, with no other verb of what was between them."""
    told = {number for each in held for number in range(each.first, each.last)}
    meetings = _meetings(wording, sentence, hit, told)
    if any(-_NEAR <= hit.first - each.last <= _NEAR or -_NEAR <= each.first - hit.last <= _NEAR for each in meetings):
        return True
    if sentence.rank == TITLE and wording.is_beside(sentence, "told_now", hit, _NEAR):
        return True
    said = fold(wording.article.plain[hit.start : hit.end])
    if said in cues.joined(wording.language, "calls_off", "puts_off"):  # talks … to postpone tariffs
        return False
    number = bisect_left([each.first for each in meetings], hit.first)
    last = meetings[number - 1].last if number else -_FAR
    between = any(last <= each.first < hit.first for each in held)
    return hit.first - last <= _FAR and not between
