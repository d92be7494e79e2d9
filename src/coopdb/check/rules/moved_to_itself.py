"""Finds a previous date that is the date of the meeting.

`previous_dates` are the days that the meeting was once meant for.

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
    """Yield a finding for every previous date that is no other."""
    for index, previous in enumerate(entry.meeting.previous_dates):
        if previous.text == entry.meeting.date.text:
            route = ("previous_dates", index)
            message = f"{previous.text} is the date of the meeting"
            yield Finding(route, message, "leave it out", fix=Remove(route))
