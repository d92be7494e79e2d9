"""Meetings that are only imagined: that would have been, may be, are said to have been, or are asked about."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from coopdb.author.draft.meetings.clause_ends import REACH, Clauses, clause_ends, clause_marks
from coopdb.author.draft.meetings.no_meetings import Span, without
from coopdb.author.draft.text.phrases import MARK, marked_text
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.text import fold

APART = 30  # words between the parts of a verb of what is imagined: soll am Montag in Wien mit ihr gesprochen haben
_LAST = 2  # words at the end of a clause that are its verb, where verbs stand last
_SOON = 3  # words behind "without" among which the meeting stands that was not
_SAID = 6  # words of a clause that only says who claims it: , behauptete eine Zeitung
_ASKED = 4  # words of a question among which stands that it is about more than yes or no
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_QUESTION = re.compile(r"[?؟][\"'”»’)\s]*\Z")
_ASKING = re.compile(r"(?:[:;–—¿“«„\"]\s*)(?=.*\w)")
_EDGES = ",;:.!?–—()„“”\"'"


def is_question(said: str) -> bool:
    """Tell a sentence that ends as a question does."""
    return bool(_QUESTION.search(said))


def spelled(said: str, language: str | None) -> str:
    """Return the marked text of a sentence without what it asks; its subjunctives differ from other words.

    haette, not hatte: had would be the same word when it is folded.
    """
    listed = cues.small_words("subjunctives", language)
    told = said[: _question(said, language)] if is_question(said) else said
    words = (word.translate(_SPELLED) if word.strip(_EDGES).lower() in listed else word for word in told.split())
    return marked_text(" ".join(words) if listed else told)


def _question(said: str, language: str | None) -> int:
    """Return from where on a sentence asks whether something is so; its end where it asks what, or when."""
    start = max((found.end() for found in _ASKING.finditer(said)), default=0)
    but = cues.ending(language, "contrasts")
    parts = said[start:].split(", ")
    joined = next((at for at in range(len(parts) - 1, 0, -1) if but.search(f"{parts[at].split(' ')[0]} ")), 0)
    start += len(", ".join(parts[:joined]))
    asked = fold(said[start:]).split()[:_ASKED]
    return start if cues.spoken("question_words", language).isdisjoint(asked) else len(said)


def without_imagined(text: str, language: str | None) -> str:
    """Return marked text without the meetings that it only imagines, or whose opposite it tells: without meeting."""
    for spans in (_claimed, _begun, _apart, _told):
        text = without(text, spans(text, language))
    left = without(text, _instead(text, language))
    if left != text:  # visited a school instead of meeting her
        left = without(left, cues.word_list("visiting", language).find(left))
    return left


def _told(text: str, language: str | None) -> Iterator[Span]:
    """Yield what stands in a clause from words on behind which nothing is told as a fact: would have met her."""
    announced = cues.word_list("announces_that", language).first(text)  # ha annunciato che avrebbe incontrato
    last = announced[1] if announced else len(text)
    hits = [each for each in cues.word_list("imagined", language).find(text) if each[0] < last]
    yield from _up_to_end(text, hits, language)


def _apart(text: str, language: str | None) -> Iterator[Span]:
    """Yield what stands in a clause from a verb of two parts on: soll am Montag in Wien mit ihr gesprochen haben."""
    yield from _up_to_end(text, [*_pairs(text, "parted_imagined", language)], language)


def _begun(text: str, language: str | None) -> Iterator[Span]:
    """Yield the clauses that begin with what makes them a condition: hätte sie ihn getroffen; si elle avait reçu."""
    opened = [*cues.word_list("opens_imagined", language).find(text), *_pairs(text, "opens_parted", language)]
    heads = ("", MARK, *telling_words.of_language("that", language))
    hits = (each for each in opened if text[text.rfind(" ", 0, each[0] - 1) + 1 : each[0] - 1] in heads)
    yield from _up_to_end(text, sorted(hits), language)


def _pairs(text: str, name: str, language: str | None) -> Iterator[Span]:
    """Yield from where to where verbs of two parts stand."""
    words = text.split(" ")
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    for head, tail in parted(words, name, language, APART):
        yield starts[head], starts[tail] + len(words[tail])


def _up_to_end(text: str, hits: Sequence[Span], language: str | None) -> Iterator[Span]:
    """Yield what stands from each hit up to where its clause ends, and the verb that stands last in it."""
    if not hits:
        return
    clauses = Clauses.of(text, hits, language)
    ends = [start - 1 for start, _ in clause_ends(clauses, is_denial=True)]
    marks = [start - 1 for start, _ in clause_marks(clauses, is_denial=True)]
    is_last = bool(cues.spoken("receives_last", language))
    done = 0
    for start, end in hits:
        last = _next(marks, start, text)
        if start >= done and end <= last:
            done = max(_next(ends, end, text), end)
            yield start, done
            verb = last - len(" ".join(text[max(done, last - REACH) : last].split(" ")[-_LAST:]))
            if is_last and verb > done:
                yield verb, last
                done = last


def _next(places: Sequence[int], start: int, text: str) -> int:
    """Return the first of some places behind another one, or the end of the text."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) else len(text) - 1


def _instead(text: str, language: str | None) -> Iterator[Span]:
    """Yield the meetings that somebody had not: left without meeting her; ohne sie in Wien zu treffen."""
    infinitives = cues.word_list("denied_infinitives", language)
    meetings = cues.joined_list(language, "encounters", "meeting", "will_meet")
    is_last = bool(cues.spoken("receives_last", language))
    for start, end in _up_to_end(text, [*cues.word_list("instead", language).find(text)], language):
        clause = text[start:end]
        near = " ".join(clause.split()[: 2 * _SOON])
        if infinitives.is_in(clause) if is_last else meetings.is_in(near):
            yield start, end


def _claimed(text: str, language: str | None) -> Iterator[Span]:
    """Yield the clauses behind which stands that somebody claims them: habe sie getroffen, behauptete eine Zeitung."""
    claims = cues.word_list("claims", language)
    if not claims.is_in(text):
        return
    clauses = Clauses.of(text, (), language)
    marks = [0, *(start for start, _ in clause_marks(clauses)), len(text)]
    for first, second, third in zip(marks, marks[1:], marks[2:], strict=False):
        says = text[second:third]
        if len(says.split()) <= _SAID + 1 and claims.is_in(says):
            yield first, second
