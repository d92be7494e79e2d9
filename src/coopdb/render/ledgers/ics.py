"""A ledger as a calendar: iCalendar, RFC 5545, all-day events, and what is to be done as VTODO.

Identifiers stay the same, so that a calendar that has an entry already takes the later one. Nothing depends on the time
at which it is written.
"""

from collections.abc import Iterator

from coopdb.render.calendar import LAST_DAY, calendar, compact, days, escaped
from coopdb.render.screen import Screen
from coopdb.report.ledger import CalendarEntry, Ledger
from coopdb.text import visible

ENDINGS = (".ics",)
NEEDS_HEADER = True
_PROGRESS = {"open": "NEEDS-ACTION", "in-progress": "IN-PROCESS", "done": "COMPLETED", "dropped": "CANCELLED"}


def render(ledger: Ledger, _: Screen) -> str:
    """Write what of the ledger a calendar can show: lines that have a day."""
    stamp = f"DTSTAMP:{compact(ledger.day)}T000000Z"
    return calendar(line for each in ledger.entries for line in _component(each, stamp))


def _component(entry: CalendarEntry, stamp: str) -> Iterator[str]:
    kind = "VTODO" if entry.progress else "VEVENT"
    yield f"BEGIN:{kind}"
    yield f"UID:{visible(entry.uid)}@coopdb"
    yield stamp
    yield from _of_todo(entry) if entry.progress else _of_event(entry)
    yield f"SUMMARY:{escaped(entry.summary)}"
    yield f"DESCRIPTION:{escaped(entry.description)}"
    yield f"END:{kind}"


def _of_todo(entry: CalendarEntry) -> Iterator[str]:
    yield f"DUE;VALUE=DATE:{compact(min(entry.last, LAST_DAY))}"
    yield f"STATUS:{_PROGRESS[entry.progress or 'open']}"


def _of_event(entry: CalendarEntry) -> Iterator[str]:
    yield from days(entry.first, entry.last)
    yield f"STATUS:{'CONFIRMED' if entry.is_certain else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
