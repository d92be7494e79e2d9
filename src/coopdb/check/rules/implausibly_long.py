"""Finds a meeting of more than three weeks, which is likely a slip in one of its days.

Bad:

    date = 2026-02-01
    end_date = 2026-03-02

Good:

    date = 2026-02-01
    end_date = 2026-02-02
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile
from coopdb.text import count

CODE = "D024"
READS = ("date", "end_date", "mode")
NEEDS = ("end_date",)
SEVERITY = "warning"
_LONGEST = 21  # days; an exchange in writing may take longer


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the meeting has certainly more than 21 days."""
    meeting = entry.meeting
    days = (meeting.end_date.earliest - meeting.date.latest).days + 1 if meeting.end_date else 0
    if days > _LONGEST and meeting.mode != "written":
        message = f"a meeting of {count(days, 'day')}"
        yield Finding(("end_date",), message, "correct one of the two dates")
