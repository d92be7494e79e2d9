"""Finds a date so far away that it is likely a slip.

Meetings between states are recorded from 1800 on, and planned for ten years at most.

A year too far ahead will one day be near: it is a warning in files that are named, or have changed (`--since`), else
only an info.

Bad:

    date = 0226-02-01

Good:

    date = 2026-02-01
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D005"
READS = ("date",)
SEVERITY = "warning"
IS_OF_TODAY = True
_FIRST, _AHEAD = 1800, 10


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for a year before 1800, or more than ten years ahead."""
    year = entry.meeting.date.earliest.year
    if not _FIRST <= year <= scope.today.year + _AHEAD:
        message, hint = f"the year {year:04} is hardly meant", f"a year from {_FIRST} on is expected"
        yield Finding(("date",), message, hint, is_of_today=year >= _FIRST)
