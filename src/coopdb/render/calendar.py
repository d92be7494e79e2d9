"""What every calendar is made of: iCalendar, RFC 5545: its frame, and texts and lines as the format has them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from coopdb.text import visible

PRODUCT = "PRODID:-//coopdb//coopdb//EN"
LAST_DAY = "9999-12-30"  # no event can end after the day after it
_LONGEST = 75  # octets of a line
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar(lines: Iterable[str]) -> str:
    """Put the lines of components into a calendar."""
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", PRODUCT, "CALSCALE:GREGORIAN", *lines, "END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in whole)


def days(first: str, last: str) -> Iterator[str]:
    """Yield the lines for whole days, the last of them included: the end is the day after."""
    end = date.fromisoformat(min(max(last, first), LAST_DAY)) + timedelta(1)
    yield f"DTSTART;VALUE=DATE:{compact(first)}"
    yield f"DTEND;VALUE=DATE:{end:%Y%m%d}"


def compact(day: str) -> str:
    """Write a day as calendars do."""
    return day.replace("-", "")


def escaped(text: str) -> str:
    """Escape what has a meaning in a text of a calendar, and show what is invisible."""
    return visible(text, keep="\n").translate(_ESCAPED)


def _folded(line: str) -> str:
    """Break a line before its seventy-sixth octet, and never within a character."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST:
            parts.append(" ")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n".join(parts)
