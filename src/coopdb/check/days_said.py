"""The days and weekdays that a sentence names, in any of the languages whose words `data/draft/telling/` has."""

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from coopdb.check.word_lists import word_list
from coopdb.record.free_words import month_of
from coopdb.text import fold
from coopdb.vocabulary.tables import DATA, read_table

_SENTENCE = re.compile(r"(?<!\d)[.!?؟;](?=\s)")  # `12. März` goes on
_CLAUSE = re.compile(r"[.!?؟;,،:(—–]\s")
_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|o|a)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = frozenset(("of", "de", "del", "da", "do", "den", "d", "the", "di", "von"))
_LAST_DAY = 31


class DaySaid(NamedTuple):
    """A day of a month in a sentence; the year 0 where none is said. `start` and `end` count words."""

    year: int
    month: int
    day: int
    start: int
    end: int


def sentences(text: str) -> Iterator[list[str]]:
    """Yield the folded words of each sentence."""
    for each in _SENTENCE.split(text):
        yield fold(each).split()


def clauses(text: str) -> Iterator[list[str]]:
    """Yield the folded words of each part of a sentence, from one sign to the next."""
    for each in _CLAUSE.split(text):
        yield fold(each).split()


def months_of(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the months that folded words name with a year and without a day, and where: `in march 2026`."""
    for place in range(1, len(words)):
        month = month_of(words[place])
        year = _year(words, place + 1) if month and words[place - 1] in word_list("in_month") else 0
        if year:
            yield year, month, place


def days_of(words: list[str]) -> Iterator[DaySaid]:
    """Yield the days that folded words name, such as `12 may 2026`, `may 12` or `12 de mayo de 2026`."""
    for place in range(len(words)):
        if found := _day_at(words, place):
            yield found


def weekdays_of(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the weekdays that folded words name, Monday 0, and where, each after a word such as `on`.

    Without it they may be other words: Domingo, and one and two in Arabic.
    """
    for place in range(1, len(words)):
        if (number := _weekday_at(words, place)) is not None:
            yield number, place


def weekdays_beside(words: list[str], near: Container[str]) -> Iterator[int]:
    """Yield the weekdays, Monday 0, that stand beside one of some words: met Monday, Thursday's talks."""
    for place, word in enumerate(words):
        number = _weekdays().get(word)
        if number is not None and any(
            each in near for each in (*words[max(place - 1, 0) : place], *words[place + 1 : place + 3])
        ):
            yield number


def weekday_before(words: list[str], start: int) -> int | None:
    """Return the weekday that stands before the day at a place, None where there is none."""
    places = range(max(start - 2, 1), start)
    return next((found for place in places if (found := _weekday_at(words, place)) is not None), None)


def _weekday_at(words: list[str], place: int) -> int | None:
    if words[place - 1] not in word_list("on"):
        return None
    return _weekdays().get(words[place], _weekdays().get(" ".join(words[place : place + 2])))


@cache
def telling_words() -> frozenset[str]:
    """Return the words, folded, without which no sentence names a day or a weekday; they need a number or `on` too."""
    months = (name for table in _tables() for key in ("months", "months_short") for name in table.get(key, ()))
    every = (*(each for names in months for each in names.split("|")), *_weekdays())
    return frozenset(fold(each).split()[0] for each in every)


def _day_at(words: list[str], place: int) -> DaySaid | None:
    for size in (2, 1):
        month = month_of(" ".join(words[place : place + size]))
        if month:
            break
    else:
        return None
    before, after = place - 1, place + size
    if before > 0 and words[before] in _BETWEEN:
        before -= 1
    if before >= 0 and (day := _number(words[before])):
        return DaySaid(_year(words, after), month, day, before, after)
    if after < len(words) and (day := _number(words[after])):
        return DaySaid(_year(words, after + 1), month, day, place, after + 1)
    return None


def _number(word: str) -> int:
    found = _DAY.fullmatch(word)
    return int(found[1]) if found and 0 < int(found[1]) <= _LAST_DAY else 0


def _year(words: list[str], place: int) -> int:
    """Return the year that stands at a place, after a word such as `of` perhaps, 0 for none."""
    here = [each for each in words[place : place + 2] if each not in _BETWEEN][:1]
    return int(here[0]) if here and _YEAR.fullmatch(here[0]) else 0


@cache
def _weekdays() -> dict[str, int]:
    """Map the folded names of weekdays to their numbers."""
    lists = (table["weekdays"] for table in _tables() if "weekdays" in table)
    return {fold(name): number for names in lists for number, every in enumerate(names) for name in every.split("|")}


@cache
def _tables() -> tuple[dict[str, list[str]], ...]:
    return tuple(read_table(f"draft/telling/{path.stem}") for path in sorted((DATA / "draft/telling").glob("*.json")))
