"""Partial dates: a day, a month or a year, exact or about, after EDTF (ISO 8601-2) level 0 and its `~`."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from coopdb.vocabulary.entry import Period

Precision = Literal["year", "month", "day"]
Days = tuple[int, int]  # the first and the last possible day, as numbers from the year 1

_LENGTHS: Mapping[Precision, int] = {"year": 4, "month": 7, "day": 10}  # characters of a date that is as precise

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)
FORMS = "`2026-02-01` without quotes, or a string: `2026-02`, `2026`, each with `~` for about"


class DateError(ValueError):
    """A value that is not a date; its text says why, in words for the author of the record."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day that may be known only to the month or year: `earliest` and `latest` are its possible days."""

    text: str
    earliest: date
    latest: date
    precision: Precision
    is_about: bool = False

    @classmethod
    def of(cls, value: object) -> "PartialDate":
        """Read a date from a TOML date or a string; raise DateError with the reason when it is none."""
        if isinstance(value, datetime):
            raise DateError("a date without a time of day is expected")
        if isinstance(value, date):
            return _of_day(value)
        if isinstance(value, str) and (match := _FORM.fullmatch(value)):
            return cls._from_parts(value, match)
        raise DateError(f"a date is expected: {FORMS}")

    @classmethod
    def _from_parts(cls, text: str, match: re.Match[str]) -> "PartialDate":
        year, month, day, about = match.groups()
        first = _day(text, int(year), int(month or 1), int(day or 1))
        if day:
            return cls(text, first, first, "day", bool(about))
        if month:
            last = first.replace(day=monthrange(first.year, first.month)[1])
            return cls(text, first, last, "month", bool(about))
        return cls(text, first, first.replace(month=12, day=31), "year", bool(about))

    @property
    def period(self) -> Period:
        """The days that are possible."""
        return Period(self.earliest, self.latest)

    @property
    def days(self) -> Days:
        """The first and the last of them, as numbers."""
        return self.earliest.toordinal(), self.latest.toordinal()

    @property
    def is_whole_day(self) -> bool:
        """Tell whether it is one day, known exactly."""
        return self.precision == "day" and not self.is_about

    @property
    def bare(self) -> str:
        """The date without its `~`, as precise as it is known: `2026-02-01`, `2026-02` or `2026`."""
        return self.text.removesuffix("~")

    @property
    def year(self) -> str:
        """The four-digit year."""
        return year_of(self.text)

    @property
    def month(self) -> str | None:
        """The month as `2026-02`; None when only the year is known."""
        return None if self.precision == "year" else self.text[: _LENGTHS["month"]]

    @property
    def quarter(self) -> str | None:
        """The quarter as `2026-Q1`; None when only the year is known."""
        return None if self.precision == "year" else f"{self.year}-Q{(self.earliest.month + 2) // 3}"

    @property
    def half(self) -> str | None:
        """The half-year as `2026-H1`; None when only the year is known."""
        return None if self.precision == "year" else f"{self.year}-H{(self.earliest.month + 5) // 6}"


def whole_day(text: str) -> date | None:
    """Return the day that a text is, or None when it is a month, a year or anything else.

    >>> whole_day("2026-02-01"), whole_day("2026-02"), whole_day("2026-02-30")
    (datetime.date(2026, 2, 1), None, None)
    """
    try:
        return date.fromisoformat(text) if len(text) == _LENGTHS["day"] else None
    except ValueError:
        return None


def year_of(text: str) -> str:
    """Return the four digits of the year that a date, or a period such as `2026-Q1`, begins with."""
    return text[: _LENGTHS["year"]]


def cut_to(day: date, precision: Precision) -> str:
    """Write a day only as precisely as it is known.

    >>> cut_to(date(2026, 2, 1), "month")
    '2026-02'
    """
    return day.isoformat()[: _LENGTHS[precision]]


def day_away(day: date, days: int) -> date | None:
    """Return the day so many days later, or earlier where they are negative; None beyond the years 1 to 9999.

    >>> day_away(date(2026, 3, 1), -1), day_away(date.max, 1)
    (datetime.date(2026, 2, 28), None)
    """
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def at_most_days_away(day: date, days: int) -> date:
    """Return the day so many days away, or the first or the last day of the years 1 to 9999 where it is beyond them.

    >>> at_most_days_away(date.max, 31), at_most_days_away(date.min, -31)
    (datetime.date(9999, 12, 31), datetime.date(1, 1, 1))
    """
    return day_away(day, days) or (date.max if days > 0 else date.min)


def days_apart(one: Days, other: Days) -> int:
    """Return how many days there are at least from the one to the other; 0 or less: they may be the same day."""
    return max(one[0] - other[1], other[0] - one[1])


@lru_cache(maxsize=1 << 16)
def _of_day(day: date) -> PartialDate:
    """Make the date of a whole day, once: records name the same days again and again."""
    return PartialDate(day.isoformat(), day, day, "day")


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(f"there is no such day as {text}") from error
