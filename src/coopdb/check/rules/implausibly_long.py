"""Finds a meeting that is too long, which is likely a slip in one of its days.

Nobody meets for more than three weeks; a courtesy call, a signing ceremony and a call by phone take three days at most.
An exchange in writing may take longer.

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
READS = ("date", "end_date", "kind", "mode")
NEEDS = ("end_date",)
SEVERITY = "warning"
_LONGEST, _LONGEST_CALL = 21, 3  # days


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the meeting has certainly more days than that."""
    meeting = entry.meeting
    days = (meeting.end_date.earliest - meeting.date.latest).days + 1 if meeting.end_date else 0
    is_call = meeting.kind in ("courtesy-call", "signing-ceremony") or meeting.mode == "phone"
    if days > (_LONGEST_CALL if is_call else _LONGEST) and meeting.mode != "written":
        message = f"a meeting of {count(days, 'day')}"
        yield Finding(("end_date",), message, "correct one of the two dates")
