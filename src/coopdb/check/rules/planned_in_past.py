"""Finds a meeting that is still said to be planned, though its day is over.

Say what became of it: `held`, `postponed` or `cancelled`.

Whether it is found depends on the day of the check (`--on DAY`): it is a warning in files that are named, or have
changed (`--since`), else only an info, so that the same commit has the same verdict tomorrow.

Bad:

    date = 2020-01-01
    status = "planned"

Good:

    date = 2020-01-01
    status = "held"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D004"
READS = ("date", "end_date", "status")
NEEDS = ("status",)
SEVERITY = "warning"
IS_OF_TODAY = True


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when every possible day is before the day of the check."""
    meeting = entry.meeting
    last = (meeting.end_date or meeting.date).latest
    if meeting.status == "planned" and last < scope.today:
        message = f"planned for {meeting.date.text}, which is over"
        yield Finding(("status",), message, "write `held`, `postponed` or `cancelled`", is_of_today=True)
