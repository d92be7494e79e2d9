"""Finds a commitment that was due before the meeting that made it.

`due` is the day by which something is to be done.

Bad:

    date = 2026-02-01

    [[commitments]]
    text = "share the code"
    due = 2025-06-01

Good:

    date = 2026-02-01

    [[commitments]]
    text = "share the code"
    due = 2026-06-01
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D006"
READS = ("date",)
NEEDS = ("commitments",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every commitment whose last possible day is before the meeting."""
    for index, commitment in enumerate(entry.meeting.commitments):
        if commitment.due and commitment.due.latest < entry.meeting.date.earliest:
            message = f"due {commitment.due.text}, before the meeting of {entry.meeting.date.text}"
            yield Finding(("commitments", index, "due"), message, "fix one of the two dates")
