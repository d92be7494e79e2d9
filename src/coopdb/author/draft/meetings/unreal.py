"""Meetings that are none of two: only wanted or denied, of many whom somebody joins, or with people of one side."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from coopdb.author.draft.meetings.no_meetings import Span, without
from coopdb.author.draft.text.phrases import MARK, marked
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList

_REACH = 100  # characters in which those words stand
_CLAUSE = 20  # words that a denial behind them is about
_GROUP = 4  # words between a meeting and the people of one side
_WITH = 2  # words between "with" and the people of one side: mit den jungen Ärzten
_IN_TALKS = 3  # words between "in" and the talks in which somebody said so: in a first meeting
_VERB_FIRST = 3  # times further that a word is about where who says it stands behind the verb
# How many words behind those of each list a meeting may stand that is not one.
_BEHIND: Mapping[str, int] = MappingProxyType({"wishes": 6, "days_after": 3, "denies": 12, "none_of": 3})
_ATTENDED = 6  # words behind "attends" in which the gathering stands
_LISTS = (*_BEHIND, "attends", "not_planned", "own_groups")


def without_unreal(article: Article, sentence: Passage, language: str | None) -> str:
    """Return the folded words of a sentence without meetings that are none of two.

    Called for talks with; denied that they had met; no meeting is planned; attends a meeting of ministers; met farmers.
    What is told beside is none of these: urged him in talks in Oslo; called for peace after a meeting with.
    """
    text = article.folded(sentence)
    if not any(cues.word_list(name, language).is_in(text) for name in _LISTS):
        return text
    text = marked(article, sentence)
    for name, most in _BEHIND.items():
        text = without(text, _behind(text, name, most, language))
    text = without(text, _attended(text, language))
    text = without(text, _not_planned(text, language))
    text = without(text, _with_own(text, language))
    return text.replace(f" {MARK} ", " ")


def _behind(text: str, name: str, most: int, language: str | None) -> Iterator[Span]:
    """Yield the words behind those of a list, as many as they may be about."""
    done, reach = 0, _REACH
    hits = [*cues.word_list(name, language).find(text)]
    if not hits:
        return
    if is_arabic(text.strip()):
        most, reach = _VERB_FIRST * most, _VERB_FIRST * reach
    told = [start for start, _ in _told(text, language)]
    for start, end in hits:
        if start >= done:
            near = text[end : end + reach].split(" ")[: most + 1]
            first = bisect_left(told, end)
            done = min(end + len(" ".join(near)), told[first] - 1 if first < len(told) else len(text))
            yield end, done


def _attended(text: str, language: str | None) -> Iterator[Span]:
    """Yield the gatherings that somebody attends, as one of many; not those of two, with or between whom they are."""
    sides = cues.joined(language, "with", "between_two")
    for start, end in _behind(text, "attends", _ATTENDED, language):
        near = text[start : start + 2 * _REACH].split(" ")[: 2 * _ATTENDED]
        if sides.isdisjoint(near):
            gatherings = cues.word_list("encounters", language).find(text[start:end])
            yield from ((start + low, start + high) for low, high in gatherings)


def _not_planned(text: str, language: str | None) -> Iterator[Span]:
    """Yield the words before those that say that something is not planned, or, where verbs stand last, denied."""
    hits = [*cues.word_list("not_planned", language).find(text)]
    told = [*_told(text, language)] if hits else []
    done = 0
    for start, end in hits:
        low = max((told_end + 1 for _, told_end in told if told_end < start), default=0)
        near = text[max(low, done) : start].split(" ")[-_CLAUSE:]
        yield start - len(" ".join(near)), start
        done = end


def _told(text: str, language: str | None) -> Iterator[Span]:
    """Yield what ends what a wish or a denial is about: the clause, a time, a verb of what was, talks in which it was.

    So met in "wants closer ties and met", in talks in "urged him in talks in Oslo"; not: denied that they had met.
    """
    ends, that = cues.spoken("when_words", language) | {MARK}, telling_words.of_language("that", language)
    meetings, within = (cues.spoken(name, language) for name in ("encounters", "in_talks"))
    verbs = dict(_held(language).find(text))
    words, start, is_reported = text.split(" "), 0, False
    for number, word in enumerate(words):
        end = start + len(word)
        if word in ends:
            is_reported = False
            yield start, end
        elif word in that:
            is_reported = True
        elif word in within and (last := _talks(words[number + 1 : number + 1 + _IN_TALKS], language)):
            yield start, end + 1 + len(last)
        elif start in verbs and not is_reported:
            end = verbs[start]
            if meetings.isdisjoint((text[start:end], text[end + 1 : end + _REACH].partition(" ")[0])):
                yield start, end  # not: denied holding talks
        start += len(word) + 1


def _talks(words: Sequence[str], language: str | None) -> str:
    """Return the words up to a meeting, behind which it stands at once or after an article: in a first meeting."""
    meetings, small = (cues.spoken(name, language) for name in ("encounters", "common"))
    at = next((number for number, word in enumerate(words) if word in meetings), None)
    return " ".join(words[: at + 1]) if at == 0 or (at and words[0] in small) else ""


@cache
def _held(language: str | None) -> WordList:
    """Return the verbs of what was, and those with the Arabic and before them."""
    words = cues.spoken("took_place", language)
    return WordList((*words, *(f"و{word}" for word in words if not word.isascii())))


def _with_own(text: str, language: str | None) -> Iterator[Span]:
    """Yield meetings with people of one side: met doctors and nurses; hat mit Ärzten gesprochen."""
    groups = [*cues.word_list("own_groups", language).find(text)]
    meetings = [*cues.word_list("meeting", language).find(text)] if groups else []
    done, is_verb_first = 0, is_arabic(text.strip())
    for start, end in groups if meetings else ():
        at = bisect_left(meetings, (start, start))
        first = last = None
        behind = text[end : end + 2 * _REACH].split()[: _GROUP * (_VERB_FIRST if is_verb_first else 2)]
        if _is_official(behind, language):  # met students and the minister
            continue
        if at and _is_near(text[meetings[at - 1][1] : start], is_verb_first=is_verb_first):
            first = meetings[at - 1][0]
        if at < len(meetings) and _is_with(text[:start], language) and _is_near(text[end : meetings[at][0]]):
            last = meetings[at][1]
        if (first or last) and (first or start) >= done:
            done = last or end
            yield first or start, done


def _is_official(words: Sequence[str], language: str | None) -> bool:
    """Tell words with an office, or with the counterpart of somebody."""
    return any(map(is_office, words)) or not cues.spoken("counterparts", language).isdisjoint(words)


def _is_with(before: str, language: str | None) -> bool:
    """Tell words that end with those for with, and who they are: mit jungen."""
    words = before[-_REACH:].split()[-1 - _WITH :]
    return not cues.spoken("with", language).isdisjoint(words)


def _is_near(between: str, *, is_verb_first: bool = False) -> bool:
    """Tell few words of one clause without an office, but for that of who acts where it stands behind the verb."""
    words = between.split(maxsplit=2 * _GROUP + 1)
    is_one = MARK not in words and sum(map(is_office, words)) <= is_verb_first
    return is_one and len(words) <= _GROUP * (1 + is_verb_first)
