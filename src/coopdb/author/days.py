"""Reads a date as people write it, and explains why a text is not a valid date."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from coopdb.author.unclear_answer import Meaning, Unclear
from coopdb.errors import StopError, usage_error
from coopdb.record.dates import DateError, PartialDate
from coopdb.record.free_words import month_of
from coopdb.record.syntax.days import written_day
from coopdb.text import folded_words, visible

Day = date | str
FORMS = "write 2026-02-01, 12 March 2026, 2026-02 or 2026, with ~ behind it for about"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_day(text: str) -> Day | Unclear:
    """Return a date for a whole day, else text such as `2026-02~`; a doubt where the month may be the day."""
    digits = "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in text.strip())
    bare = digits.removesuffix("~").rstrip()
    about = "~" if digits.endswith("~") else ""
    try:
        return _value(PartialDate.of(bare).text, about)
    except DateError:
        written = written_day(bare)
    days = [each for each in (each.strip('"') for each in written.days) if _is_date(each)]
    if len(days) == 1:
        return _value(days[0], about)
    if days:
        choices = tuple(Meaning(in_words(each), each + about, _value(each, about)) for each in days)
        return Unclear(f"`{visible(text)}` may be {' or '.join(each.label for each in choices)}", choices)
    raise _refusal(text, bare, is_date=written.is_date)


def day(text: str) -> Day:
    """Return the day that a text means where it means one, else the text as it is, for others to judge."""
    try:
        found = read_day(text)
    except StopError:
        return text.strip()
    return text.strip() if isinstance(found, Unclear) else found


def sure_day(text: str) -> Day:
    """Return the day that a text means; raise where there is none, or where it may be one of two."""
    found = read_day(text)
    if isinstance(found, Unclear):
        raise found.error()
    return found


def in_words(text: str) -> str:
    """Write a whole day in words.

    >>> in_words("2026-03-12")
    '12 March 2026'
    """
    found = date.fromisoformat(text)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year:04}"


def _is_date(text: str) -> bool:
    try:
        PartialDate.of(text)
    except DateError:  # of the year 0
        return False
    return True


def _value(text: str, about: str) -> Day:
    return text + about if about or len(text) < 10 else date.fromisoformat(text)  # noqa: PLR2004  # YYYY-MM-DD


def _refusal(text: str, bare: str, *, is_date: bool) -> StopError:
    """Say what is wrong with what is not a day: the year, the month, or the day of that month."""
    numbers = re.findall(r"\d+", bare)
    months = [number for word in folded_words(bare) if (number := month_of(word))]
    if not (is_date or (numbers and months)):
        return usage_error(f"`{visible(text)}` is not a date", FORMS)
    years = [number for number in numbers if len(number) == 4]  # noqa: PLR2004  # digits
    if len(years) != 1:
        return usage_error(f"`{visible(text)}` has no year of four digits", FORMS)
    others = [int(number) for number in numbers if number not in years]
    pairs = list(_pairs(others, months, is_year_first=numbers[0] in years))
    for one, month in pairs:
        if 1 <= month <= 12:  # noqa: PLR2004  # months
            name, length = f"{_MONTHS[month - 1]} {years[0]}", monthrange(int(years[0]), month)[1]
            return usage_error(f"there is no {one} {name}", f"{name} has {length} days")
    wrong = f"there is no month {pairs[0][1]}" if pairs else f"`{visible(text)}` is not a date"
    return usage_error(wrong, FORMS)


def _pairs(others: list[int], months: list[int], *, is_year_first: bool) -> Iterator[tuple[int, int]]:
    """Yield the day and the month that are meant, the likelier first."""
    if months and others:
        yield others[0], months[0]
    elif len(others) > 1:
        first, second = others[:2]
        yield (second, first) if is_year_first else (first, second)
        if not is_year_first:
            yield second, first
    elif others:
        yield 1, others[0]
