"""Finds a next meeting that was agreed for a day before the meeting itself.

`next_meeting` is when they agreed to meet again.

Bad:

    date = 2026-02-01
    next_meeting = "2025-10"

Good:

    date = 2026-02-01
    next_meeting = "2026-10"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D009"
READS = ("date",)
NEEDS = ("next_meeting",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the last possible day of the next meeting is before this one."""
    date, following = entry.meeting.date, entry.meeting.next_meeting
    if following and following.latest < date.earliest:
        message = f"the next meeting is of {following.text}, before this one of {date.text}"
        yield Finding(("next_meeting",), message, "correct one of the two dates")
