"""Infinitives of meetings that nothing says came about: hopes to meet, refused to receive; not: was able to meet."""

from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import cache

from coopdb.author.draft.meetings.clause_ends import REACH, Clauses, clause_ends, clause_marks
from coopdb.author.draft.meetings.no_meetings import Span
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.word_list import WordList
from coopdb.text import fold

INFINITIVES = ("will_meet", "arranges", "marked_infinitives")
_FAR = 3 * REACH  # characters before an infinitive in which stands what it depends on
_HELD = 6  # words behind a verb of holding among which the meeting stands that is only to be held
_PURPOSE = 2  # words between what an infinitive is done for and the infinitive: pour la recevoir


def unfulfilled(text: str, said: str, language: str | None) -> Iterator[Span]:
    """Yield the infinitives of meetings in marked text, which `said` is, of which nothing says that they came about.

    With the word that they were agreed upon, and the meeting that is only to be held. Not what was done (managed to
    meet), a purpose (came to meet), a time (before receiving), nor a plan, whose status is another (is to meet).
    """
    listed = cues.joined_list(language, *INFINITIVES, but=("perfect_infinitives",))  # to have met is told
    hits = [*listed.find(text)] if language else []
    if not hits:
        return
    clauses = Clauses.of(text, hits, language)
    marks = [0, *(start for start, _ in clause_marks(clauses))]
    ends = [start - 1 for start, _ in clause_ends(clauses, is_denial=True)]
    names = frozenset(fold(word).partition(" ")[0] for word in said.split() if word[:1].isupper())
    is_last = bool(cues.spoken("receives_last", language))
    done = 0
    for start, end in hits:
        head = _head(text, start, end, language)
        near = text.find(" ", max(start - _FAR, 0))
        first = max(marks[max(bisect_left(marks, start) - 1 - is_last, 0)], near, done)
        if start >= done and head is not None and _is_open(text[first:end], text[first:head], names, language):
            agreed = max(_governors(language).find(text[first:start]), default=None)
            if agreed:
                yield first + agreed[0], min(first + agreed[1], head)
            yield head, end
            done = end
            for low, high in _held(text, start, end, ends, language):
                yield low, high
                done = high


@cache
def _governors(language: str | None) -> WordList:
    """Return the words before an infinitive that would tell of a meeting alone: agreed to meet, call on her to meet."""
    wishes = cues.spoken("wishes", language) & cues.spoken("meeting", language)
    return WordList(cues.spoken("agreed", language) | wishes)


def _head(text: str, start: int, end: int, language: str | None) -> int | None:
    """Return where an infinitive begins, with its to; nothing for what is none in such a language: they meet."""
    if text[start:end] in cues.spoken("marked_infinitives", language):
        return start
    first, _, _ = text[start:end].partition(" ")
    marks = cues.spoken("infinitive_marks", language)
    before = text[max(start - REACH, 0) : start - 1].rpartition(" ")[2]
    if before in marks:
        return start - len(before) - 1
    is_noun = before in cues.spoken("noun_openers", language)
    return start if first in marks or (cues.has_trait(language, "bare_infinitives") and not is_noun) else None


def _is_open(clause: str, head: str, names: Set[str], language: str | None) -> bool:
    """Tell from a clause up to its infinitive, and the words before that, that nothing says what came of it."""
    is_last = bool(cues.spoken("receives_last", language))
    reached = 0 if is_last else len(head) - len(" ".join(head.split(" ")[-_PURPOSE - 1 :]))
    purposes = cues.word_list("purposes", language).find(clause)
    lets = cues.joined_list(language, "lets_meet", "will", "announced").first(clause)
    if any(low < len(head) and high >= reached for low, high in purposes) or (lets and lets[0] < len(head)):
        return False
    soon = cues.spoken("soon", language) | telling_words.day_words(language)
    last = next((word for word in reversed(head.split()) if word not in soon), "")
    is_plan = cues.has_trait(language, "headline_infinitives")  # Lund to meet Otieno; not: urged Lund to meet
    is_titled = is_plan and (last in names or is_office(last))
    return bool(last) and (not is_titled or cues.word_list("wishes", language).is_in(head))


def _held(text: str, start: int, end: int, ends: list[int], language: str | None) -> Iterator[Span]:
    """Yield the meetings behind a verb of holding or arranging, in its clause: hopes to hold a first round of talks."""
    if text[start:end] in cues.joined(language, "arranges", "will_hold"):
        near = end + len(" ".join(text[end : end + REACH].split(" ")[: _HELD + 1]))
        last = min([near, *ends[(at := bisect_left(ends, end)) : at + 1]])
        yield from ((end + low, end + high) for low, high in cues.meetings(language).find(text[end:last]))
