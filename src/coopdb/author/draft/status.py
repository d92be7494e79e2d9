"""Whether a meeting was held: an announcement tells of a planned one, and some are cancelled or postponed."""

from collections.abc import Iterator

from coopdb.author.draft.day import MeetingDate
from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.text import BACKGROUND, Passage
from coopdb.author.draft.wording import PhraseHit, Phrasing

_NEAR = 14  # words between the meeting and the word that it was called off
_BEFORE = 4  # words before a delay that say that it is long ago


def find_status(wording: Phrasing, when: MeetingDate, published: str | None) -> DraftFinding | None:
    """Find that a meeting is planned, cancelled or postponed; nothing for one that was held."""
    changed = next(_changed(wording), None)
    if changed:
        status, sentence, hit = changed
        if _held(wording, wording.opening):
            return DraftFinding(
                "", hit.start, hit.end, "the text also tells of a meeting that was held", (status, "held")
            )
        return DraftFinding(status, sentence.start, sentence.end, "words for it beside the meeting")
    day = when.certain
    if day and published and len(published) == len(day.first):
        if day.first > published:
            return DraftFinding("planned", day.start, day.end, "the day is after the publication")
        if (day.last or day.first) < published:
            return None
    return _announced(wording, when, published)


def _changed(wording: Phrasing) -> Iterator[tuple[str, Passage, PhraseHit]]:
    """Yield the sentences of the opening that say that the meeting was called off or put off."""
    for sentence in wording.opening:
        for name, status in (("put_off", "postponed"), ("called_off", "cancelled")):
            for hit in wording.hits(sentence, name):
                is_earlier = wording.is_after(sentence, "put_off_before", hit, _BEFORE)
                if not is_earlier and wording.is_beside(sentence, "encounters", hit, _NEAR):
                    yield status, sentence, hit


def _announced(wording: Phrasing, when: MeetingDate, published: str | None) -> DraftFinding | None:
    """Find that the opening speaks of a meeting to come, and no sentence of one that took place."""
    told = next(((each, hit) for each in wording.leads for hit in _plans(wording, each)), None)
    told = next(((each, hit) for each in wording.titles for hit in _plans(wording, each)), told)
    if told is None:
        return None
    sentence, hit = told
    days = [each.last or each.first for each in when.within(sentence.start, sentence.end)]
    if published and days and max(days) < published[: len(max(days))]:
        return None
    if not _held(wording, [each for each in wording.article.sentences if each.rank < BACKGROUND]):
        return DraftFinding("planned", sentence.start, sentence.end, "a meeting to come")
    if sentence in wording.opening and not _held(wording, wording.opening):
        return DraftFinding(
            "", hit.start, hit.end, "whether the meeting was held or is still to come", ("planned", "held")
        )
    return None


def _plans(wording: Phrasing, sentence: Passage) -> Iterator[PhraseHit]:
    """Yield what a sentence says of a meeting to come; one that they agreed to hold again is another."""
    if not wording.says(sentence, "meets_again"):
        yield from wording.hits(sentence, "announced")


def _held(wording: Phrasing, sentences: tuple[Passage, ...] | list[Passage]) -> bool:
    """Tell whether sentences say that the meeting took place; what is put off is not held."""
    return any(
        not wording.is_after(each, "announced", hit, 0) and not wording.is_after(each, "after_which", hit, 1)
        for each in sentences
        for hit in wording.hits(each, "took_place")
        if not any(other.first <= hit.first < other.last for other in wording.hits(each, "announced"))
    )
