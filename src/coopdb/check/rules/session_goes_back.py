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

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "L004"
READS = ("date",)
NEEDS = ("session",)
SEVERITY = "warning"
IS_ACROSS = True


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when a meeting that certainly lies before this one was a later session."""
    meeting = entry.meeting
    sessions = scope.sessions.get(meeting.series or "", ()) if meeting.session else ()
    before = bisect_left(sessions, (meeting.date.earliest.toordinal(),))
    for _, session, other in sessions[max(before - 1, 0) : before]:
        if session > (meeting.session or 0):
            message = f"session {meeting.session} of `{meeting.series}`, after session {session} in `{other}`"
            yield Finding(("session",), message, "correct the number of one of the two")
