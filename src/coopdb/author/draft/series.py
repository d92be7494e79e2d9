"""The standing dialogue of a meeting, and which session of it: the third meeting of the Joint Committee."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.text import Passage, Word
from coopdb.author.draft.wording import PhraseHit, Phrasing

_BODIES = ("joint_commission", "working_group", "consultations", "dialogue")
_GAP = 2  # words between an ordinal and the session, and between the session and the body: of the
_NAME = 8  # words of a name before the body in it
_LONGEST = 14  # words of a name
_NEAR, _FAR = 4, 8  # words before that say that the body is set up, or the session another one
_CLAUSE = re.compile(r"[,;:.«»“”\"،؛–—\n]")
_BEHIND = re.compile(r"[,;:.()«»“”\"،؛–—\n]")  # a bracket ends a name, though one may stand in it
_ARABIC = "\u0600"  # the first letter of the script


@dataclass(frozen=True, slots=True)
class Series:
    """A standing dialogue: its name and session as the text has them, the list of words that its body is in."""

    name: str
    session: int
    body: str
    start: int
    end: int


def find_series(wording: Phrasing) -> tuple[Series, ...]:
    """Find the sessions of standing dialogues that title and lead tell of, each once."""
    found: dict[tuple[str, int], Series] = {}
    for sentence in (*wording.leads, *wording.titles):
        for each in _in_sentence(wording, sentence):
            found.setdefault((each.body, each.session), each)
    return tuple(found.values())


def _in_sentence(wording: Phrasing, sentence: Passage) -> Iterator[Series]:
    """Yield the sessions that a sentence tells of, but for those that are to come, or were before."""
    for ordinal in wording.hits(sentence, "ordinals"):
        is_other = wording.is_after(sentence, "ahead_of", ordinal, _FAR) or wording.is_after(
            sentence, "after_which", ordinal, _NEAR
        )
        is_other |= _at_event(wording, sentence, ordinal)
        found = None if is_other else _behind(wording, sentence, ordinal) or _ahead(wording, sentence, ordinal)
        if found:
            yield found


def _at_event(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> bool:
    """Tell an event on whose margins they met: its session is not theirs."""
    before = wording.article.folded(Passage(sentence.start, ordinal.start, sentence.rank))
    return ordinal.start > sentence.start and cues.word_list("margins").is_in(before)


def _behind(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> Series | None:
    """Read a name behind an ordinal, perhaps after its session: third session of the Joint Committee."""
    session = _session(wording, sentence, ordinal)
    first, needs = (session or ordinal).last, session is None and _needs_session(wording, sentence, ordinal)
    for link in wording.hits(sentence, "session_links") if session else ():
        first = link.last if link.first == first else first
    for body, hit in _bodies(wording, sentence):
        reach = hit.first - first
        is_near = 0 <= reach <= _NAME and not needs
        if is_near and not wording.is_after(sentence, "sets_up", hit, _NEAR):
            return _named(wording, sentence, first, hit, body, int(ordinal.value))
    return None


def _ahead(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> Series | None:
    """Read a name before its session: the Joint Committee held its third session."""
    for body, hit in _bodies(wording, sentence) if _session(wording, sentence, ordinal) else ():
        if 0 <= ordinal.first - hit.last <= _FAR and not wording.is_after(sentence, "sets_up", hit, _NEAR):
            return _named(wording, sentence, _left(wording, sentence, hit), hit, body, int(ordinal.value))
    return None


def _session(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> PhraseHit | None:
    """Return the word for a session and its ordinal, whichever ends last: third session; الدورة الثالثة."""
    for hit in wording.hits(sentence, "session_words"):
        if 0 <= hit.first - ordinal.last <= _GAP:
            return hit
        if hit.last == ordinal.first and wording.article.plain[hit.start] >= _ARABIC:
            return ordinal
    return None


def _needs_session(wording: Phrasing, sentence: Passage, ordinal: PhraseHit) -> bool:
    """Tell an ordinal that may be of something else: 3. Juni; in Arabic it follows its noun."""
    word = wording.article.words_in(sentence.start, sentence.end)[ordinal.first].folded
    return word.isdigit() or word >= _ARABIC


def _bodies(wording: Phrasing, sentence: Passage) -> Iterator[tuple[str, PhraseHit]]:
    """Yield the bodies that a sentence names; a dialogue or a council has a capital, where the script has any."""
    plain = wording.article.plain
    for body in _BODIES:
        for hit in wording.hits(sentence, body):
            if body in _BODIES[:2] or plain[hit.start].isupper() or plain[hit.start] >= _ARABIC:
                yield body, hit


def _left(wording: Phrasing, sentence: Passage, hit: PhraseHit) -> int:
    """Return the first of the words with capitals that stand directly before a body, but for an article."""
    words, first = wording.article.words_in(sentence.start, sentence.end), hit.first
    while first and wording.article.plain[words[first - 1].start].isupper() and not _parts(wording, words, first - 1):
        first -= 1
    links = wording.hits(sentence, "session_links") + wording.hits(sentence, "name_links")
    return first + 1 if first < hit.first and any(each.first == first for each in links) else first


def _named(wording: Phrasing, sentence: Passage, first: int, hit: PhraseHit, body: str, session: int) -> Series | None:
    """Read the name around a body: from a word on, up to where the clause goes on."""
    words = wording.article.words_in(sentence.start, sentence.end)
    ends = {each.first for name in ("name_ends", "ordinals") for each in wording.hits(sentence, name)}
    if any(number in ends or _parts(wording, words, number) for number in range(first, hit.first)):
        return None
    last = hit.last
    while (
        last < min(len(words), first + _LONGEST) and last not in ends and not _parts(wording, words, last - 1, _BEHIND)
    ):
        last += 1
    links = {number for each in wording.hits(sentence, "name_links") for number in range(each.first, each.last)}
    while last > hit.last and last - 1 in links:
        last -= 1
    start, end = words[first].start, words[last - 1].end
    return Series(" ".join(wording.article.plain[start:end].split()), session, body, start, end)


def _parts(wording: Phrasing, words: tuple[Word, ...], number: int, marks: re.Pattern[str] = _CLAUSE) -> bool:
    """Tell whether a mark parts a word from the next; a dash between two countries is none."""
    gap = wording.article.plain[words[number].end : words[number + 1].start]
    return marks.search(gap) is not None and gap not in ("–", "—")
