"""Words that only look like a meeting: an ambassador called home for consultations, a visit of years ago, or of kin."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from coopdb.author.draft.telling.another_time import Time, find_times
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern

_YEAR = pattern(r"(?<![^ ])(?:19|20)\d\d(?![^ ])")
_OLD = 183  # days after which a meeting is no longer news
_NEAR = 8  # words between a recall and the ambassador, and between "on the sidelines of" and the visit
_BEHIND, _BEFORE = 6, 4  # words between a visit and its year behind it, and before it
_THING = 4  # words behind "received" among which a thing stands that was received
_REACH = 100  # characters in which those words stand
_MONTHS = 12

Span = tuple[int, int]


def is_recall(text: str, language: str | None) -> bool:
    """Tell folded words in which a country calls an ambassador home: recalled its ambassador, Botschafter abberufen."""
    envoys = [*_envoys(language).find(text)]
    before = [*cues.word_list("recalls", language).find(text)] if envoys else []
    behind = [*cues.word_list("recalled", language).find(text)] if envoys else []
    return _is_followed(text, before, envoys) or _is_followed(text, envoys, behind)


@cache
def _envoys(language: str | None) -> WordList:
    return WordList(cues.joined(language, "ambassadors", "diplomats"))


def _is_followed(text: str, first: Sequence[Span], then: Sequence[Span]) -> bool:
    """Tell whether one of some words stands shortly before one of others; both in the order of the text."""
    starts = [start for start, _ in then]
    nearest = ((end, starts[at]) for _, end in first if (at := bisect_left(starts, end)) < len(starts))
    return any(high - low <= _REACH and len(text[low:high].split()) <= _NEAR for low, high in nearest)


def without_recall(text: str, language: str | None) -> str:
    """Return folded words, where an ambassador is called home without the consultations that it is for."""
    if not is_recall(text, language):
        return text
    return without(text, cues.word_list("consultations", language).find(text))


def without_edges(text: str, language: str | None) -> str:
    """Return folded words without the visits at whose edge something else happened: am Rande von Novaks Besuch."""
    return without(text, _edges(text, language))


def _edges(text: str, language: str | None) -> Iterator[Span]:
    visits = cues.word_list("visiting", language)
    for start, end in cues.word_list("margins", language).find(text):
        near = text[end : end + _REACH]
        visit = visits.first(near)
        if visit and len(near[: visit[0]].split()) <= _NEAR:
            yield start, end + visit[1]


def without_old(text: str, language: str | None, published: date | None) -> str:
    """Return folded words without the visits and meetings that were half a year before the day of publication."""
    times = sorted(_times(text, language, published))
    return without(text, _old(text, language, times)) if times else text


def _old(text: str, language: str | None, times: Sequence[int]) -> Iterator[Span]:
    """Yield visits and meetings with a time of old right behind or before them."""
    done = 0
    for start, end in _nouns(text, language):
        behind = end + len(" ".join(text[end : end + _REACH].split(" ")[: _BEHIND + 1]))
        before = start - len(" ".join(text[max(start - _REACH, 0) : start].split(" ")[-_BEFORE:]))
        first = bisect_left(times, before + 1)
        near = times[first : bisect_left(times, behind + 1, first)]
        if near and start >= done:
            done = max(near[-1], end)
            yield start, done


def _times(text: str, language: str | None, published: date | None) -> Iterator[int]:
    """Yield where words end that say a time half a year before the day of publication, or last year."""
    yield from (end for _, end in find_times(text, Time.YEAR_BEFORE, language=language))
    yield from (end for _, end in old_years(text, published))


def old_years(text: str, published: date | None) -> Iterator[Span]:
    """Yield where folded words have years that ended half a year before the day of publication."""
    if published:
        yield from (year.span() for year in _YEAR.finditer(text) if _is_old(text, year, published))


def _nouns(text: str, language: str | None) -> Sequence[Span]:
    """Return where folded words have a visit or a meeting."""
    return sorted(
        hit for name in ("visiting", "encounters", "credentials") for hit in cues.word_list(name, language).find(text)
    )


def _is_old(text: str, year: re.Match[str], published: date) -> bool:
    """Tell a year, or its month before it, that ended half a year before a day."""
    months = telling_words.months()
    before = text[max(year.start() - _REACH, 0) : year.start()].split()[-2:]
    month = next((months[word] for word in before if word in months), _MONTHS)
    return (published - date(int(year[0]), month, 28)).days > _OLD


def is_of_kin(text: str, language: str | None) -> bool:
    """Tell folded words in which the kin of somebody travels, who has no office: the president's son visits Oslo."""
    text = without(text, cues.word_list("spouses", language).find(text))  # who go with somebody
    if not (cues.word_list("kin", language).is_in(text) and cues.word_list("visiting", language).is_in(text)):
        return False
    words = text.split()
    return sum(map(is_office, words)) <= 1 and cues.spoken("crowned", language).isdisjoint(words)


def receipts(text: str, language: str | None) -> Iterator[Span]:
    """Yield the verbs of a host in folded text behind which a thing stands, and nobody: received the letter of."""
    others = cues.joined(language, "encounters", "by_phone", "the_call", "presidencies", "embassies")
    things = cues.spoken("received_things", language) - {word for each in others for word in each.split()}
    sides = cues.spoken("with", language)
    for start, end in cues.word_list("receives", language).find(text):
        words = words_behind(text, end)
        how = next((number for number, word in enumerate(words[:_THING], 1) if word in sides), 0)
        words = words[: how + _THING]  # a accueilli lundi avec prudence l’annonce
        thing = next((number for number, word in enumerate(words) if word in things), None)
        if thing is not None and not any(map(is_office, words[:thing])):
            yield start, end


def up_to_matter(words: Sequence[str], language: str | None) -> Sequence[str]:
    """Return the words before that for what people talk about: about the minister; not: on Monday."""
    about, days = cues.spoken("matters_about", language), telling_words.day_words(language)
    pairs = enumerate(pairwise((*words, "")))
    return words[: next((at for at, (word, behind) in pairs if word in about and behind not in days), len(words))]


def words_behind(text: str, place: int) -> Sequence[str]:
    """Return the words of a text shortly behind a place."""
    return text[place : place + _REACH].split()


def words_between(text: str, one: Span, other: Span) -> int:
    """Return how many words stand between two parts of a text, whichever is first."""
    first, last = sorted((one, other))
    return len(text[first[1] : last[0]].split())


def without(text: str, spans: Iterable[Span]) -> str:
    """Return text without some parts of it, which are in its order and apart."""
    parts, done = list[str](), 0
    for start, end in spans:
        parts.append(text[done:start])
        done = end
    return "".join((*parts, text[done:]))
