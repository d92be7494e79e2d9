"""Finds a session with a lower number than an earlier meeting of its series.

The sessions of a series are counted in the order of their days.

Bad:

    date = 2026-02-01
    series = "Digital dialogue"
    session = 2  # the meeting of 2025 was the third

Good:

    date = 2026-02-01
    series = "Digital dialogue"
    session = 4
"""

from bisect import bisect_left
from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "L004"
READS = ("date",)
NEEDS = ("session",)
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Yield the records in which it may find something because of others."""
    for each in scope.outlines:
        if any(_later(each.series, each.session, each.first, scope)):
            yield each


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when a meeting that certainly lies before this one was a later session."""
    meeting = entry.meeting
    for session, other in _later(meeting.series, meeting.session, meeting.date.earliest.toordinal(), scope):
        message = f"session {meeting.session} of `{meeting.series}`, after session {session} in `{other}`"
        yield Finding(("session",), message, "correct the number of one of the two")


def _later(series: str | None, number: int | None, first: int, scope: Scope) -> Iterator[tuple[int, str]]:
    """Yield the highest session of a series before a day, and the id of its record, where it is after a session."""
    sessions = scope.sessions.get(series or "", ()) if number else ()
    before = bisect_left(sessions, (first,))
    for _, session, other in sessions[max(before - 1, 0) : before]:
        if session > (number or 0):
            yield session, other
