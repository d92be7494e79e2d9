"""Finds a previous date that is the date of the meeting.

`previous_dates` are the days that the meeting was once meant for, in order. One that was moved away from a day and back
to it has that day before another.

Bad:

    date = 2026-02-01
    previous_dates = [2026-02-01]

Good:

    date = 2026-02-01
    previous_dates = [2025-11-10]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Remove
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D007"
READS = ("date",)
NEEDS = ("previous_dates",)
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the last of the previous dates is the present one."""
    previous = entry.meeting.previous_dates
    if previous and previous[-1].text == entry.meeting.date.text:
        route = ("previous_dates", len(previous) - 1)
        message = f"{previous[-1].text} is the date of the meeting"
        yield Finding(route, message, "leave it out", fix=Remove(route))
