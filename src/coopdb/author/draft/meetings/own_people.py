"""Meetings with people of one side: farmers, doctors and others whom somebody of that side meets."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coopdb.author.draft.meetings.no_meetings import Span, up_to_matter
from coopdb.author.draft.text.phrases import MARK
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic

_REACH = 100  # characters in which those words stand
_NEAR = 4  # words between a meeting and the people
_BEHIND = 6  # words behind the people in which an official stands whom somebody met too
_WITH = 2  # words between "with" and the people: mit den jungen Ärzten
_TITLE = 3  # words between an office and whom it is for: Ministerin für Kinder und Familien
_VERB_FIRST = 2  # times further where who acts stands behind the verb


def with_own_people(text: str, language: str | None) -> Iterator[Span]:
    """Yield such meetings in marked text: met doctors and nurses; hat mit Ärzten gesprochen; not with a minister."""
    groups = [*cues.word_list("own_groups", language).find(text)]
    meetings = [*cues.word_list("may_meet", language).find(text)] if groups else []
    done, is_verb_first = 0, is_arabic(text.strip())
    for start, end in groups if meetings else ():
        at = bisect_left(meetings, (start, start))
        first = last = None
        if _is_official(text[end : end + 2 * _REACH], language, is_verb_first=is_verb_first):
            continue
        if at and _is_near(text[meetings[at - 1][1] : start], is_verb_first=is_verb_first):
            first = meetings[at - 1][0]
        if at < len(meetings) and _is_before(text, start, meetings[at], language):
            last = meetings[at][1] if _is_near(text[end : meetings[at][0]]) else None
        if (first or last) and (first or start) >= done:
            done = last or end
            yield first or start, done


def _is_official(behind: str, language: str | None, *, is_verb_first: bool) -> bool:
    """Tell words with an office, or a counterpart: met students and the minister; not who says so behind a comma.

    Nor whom they talked about, or whose they are: spoke to students about the minister.
    """
    words = behind.split()[: _BEHIND * (_VERB_FIRST if is_verb_first else 1)]
    told = " ".join(behind.split()[: 2 * len(words)])
    if MARK in words and next(telling_words.finder("reports", language)(told), None):
        words = words[: words.index(MARK)]
    met, of, joins = up_to_matter(words, language), cues.spoken("of", language), cues.spoken("list_and", language)
    if not joins.isdisjoint(words[len(met) :]):  # students on the island and the minister
        met = words
    return any(is_office(word) and before not in of for before, word in pairwise(("", *met)))


def _is_before(text: str, start: int, meeting: Span, language: str | None) -> bool:
    """Tell people behind "with", or before a verb that stands last: mit jungen Ärzten, hat Bauern getroffen."""
    words = text[max(start - _REACH, 0) : start].split()
    if not cues.spoken("with", language).isdisjoint(words[-1 - _WITH :]):
        return True
    is_last = text[meeting[0] : meeting[1]] in cues.spoken("encountering_behind", language)
    return is_last and MARK not in words[-_TITLE:] and not any(map(is_office, words[-_TITLE:]))


def _is_near(between: str, *, is_verb_first: bool = False) -> bool:
    """Tell few words of one clause without an office, but for that of who acts where it stands behind the verb."""
    words: Sequence[str] = between.split(maxsplit=_VERB_FIRST * _NEAR + 1)
    is_one = MARK not in words and sum(map(is_office, words)) <= is_verb_first
    return is_one and len(words) <= _NEAR * (_VERB_FIRST if is_verb_first else 1)
