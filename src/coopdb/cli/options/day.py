"""Days as options have them: whole, or told from today on, as `today`, `-7d` and `-1m` are."""

import re
from datetime import date, timedelta

from coopdb.errors import usage_error
from coopdb.query.filters import whole_day
from coopdb.report.months import months_later

_RELATIVE = re.compile(r"([+-])(\d{1,6})([dwmy])", re.ASCII)
_MONTHS = {"m": 1, "y": 12}


def read_day(text: str | None, option: str = "--on") -> date:
    """Read a whole day, or one told from today on; today when there is none. Anything else is a usage error."""
    today = date.today()
    return today if text is None else whole_day(absolute_day(text, today, option), option)


def absolute_day(text: str, today: date, option: str) -> str:
    """Return the day that `today`, `-7d`, `-2w`, `-1m` or `-1y` is; another text as it is."""
    if text.strip().casefold() == "today":
        return today.isoformat()
    found = _RELATIVE.fullmatch(text.strip().casefold())
    if not found:
        return text
    sign, number, unit = found.groups()
    distance = int(sign + number)
    try:
        return (
            months_later(today, distance * _MONTHS[unit]) if unit in _MONTHS else _by_days(today, distance, unit)
        ).isoformat()
    except (OverflowError, ValueError):
        raise usage_error(
            f"`{option} {text}` is beyond the years 1 to 9999", "name a day such as `2026-02-01`"
        ) from None


def _by_days(day: date, distance: int, unit: str) -> date:
    return day + timedelta(distance * (7 if unit == "w" else 1))
