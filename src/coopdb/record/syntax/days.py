"""Reads days as people write them: 12.03.2026, 12/03/2026, 12 mars 2026, 2026-3-12."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coopdb.record.free_words import month_of
from coopdb.text import folded_words

_SEPARATOR = r"\s*[-./,\u060c\u2010-\u2015\u2212]\s*"
_NUMBERS = re.compile(rf"(\d{{1,4}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{1,4}})\.?")
_MONTH = re.compile(rf"(?:(\d{{4}}){_SEPARATOR}(\d{{1,2}})|(\d{{1,2}}){_SEPARATOR}(\d{{4}}))")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er|re|eme|e|o)?")
_FILLER = frozenset(["the", "le", "la", "of", "de", "del", "der", "du", "on", "am", "le", "in", "en"])
_TIME = re.compile(
    r"(?<=\d)(?:[T ]| +(?:at|à) +)\d{1,2}(?::\d\d(?::\d\d(?:\.\d+)?)?| ?h(?:\d\d)?)(?:Z|[+-]\d\d:\d\d)?$"
)
_YEAR = 4


class Written(NamedTuple):
    """The days that a text may mean, each as a record has it; `is_date` of a text that is meant as one at all."""

    days: tuple[str, ...] = ()
    is_date: bool = False
    has_time: bool = False


def written_day(text: str) -> Written:
    """Read a day, or a month or year with what is about it, as people write them."""
    digits = "".join(str(int(each)) if each.isdecimal() else each for each in text.strip())
    if time := _TIME.search(digits):
        return Written(written_day(digits[: time.start()]).days, is_date=True, has_time=True)
    if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?~", digits, re.ASCII):
        return Written((f'"{digits}"',), is_date=True)
    if numbers := _NUMBERS.fullmatch(digits):
        return Written(tuple(sorted(set(_orders(*numbers.groups())))), is_date=True)
    if month := _MONTH.fullmatch(digits):
        year, number = (month[1], month[2]) if month[1] else (month[4], month[3])
        return Written((f'"{year}-{int(number):02}"',) if 1 <= int(number) <= 12 else (), is_date=True)  # noqa: PLR2004  # months
    return _in_words(folded_words(digits))


def _orders(first: str, second: str, third: str) -> Iterator[str]:
    """Yield the days that three numbers may be: the year first, or the day or the month."""
    if len(first) == _YEAR and len(third) < _YEAR:
        yield from _days(first, second, third)
    elif len(third) == _YEAR and len(first) < _YEAR:
        yield from _days(third, second, first)
        yield from _days(third, first, second)


def _days(year: str, month: str, day: str) -> Iterator[str]:
    try:
        yield date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return


def _in_words(words: list[str]) -> Written:
    """Read a day with the name of its month; what is not part of one makes it none."""
    months = [number for each in words if (number := month_of(each))]
    numbers = [found[1] for each in words if (found := _ORDINAL.fullmatch(each))]
    years = [each for each in numbers if len(each) == _YEAR]
    days = [each for each in numbers if len(each) < 3]  # noqa: PLR2004  # digits
    others = [each for each in words if not month_of(each) and not _ORDINAL.fullmatch(each) and each not in _FILLER]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or others or len(numbers) != len(years) + len(days):
        return Written()
    if not days:
        return Written((f'"{years[0]}-{months[0]:02}"',), is_date=True)
    return Written(tuple(_days(years[0], str(months[0]), days[0])), is_date=True)
