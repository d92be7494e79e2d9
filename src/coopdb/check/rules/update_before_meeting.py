"""Finds an update of a commitment from before the meeting that made it.

`[[commitments.updates]]` tell what became of a commitment, each with its day.

Bad:

    date = 2026-02-01

    [[commitments]]
    text = "share the code"

    [[commitments.updates]]
    date = 2025-06-01
    status = "done"

Good:

    date = 2026-02-01

    [[commitments]]
    text = "share the code"

    [[commitments.updates]]
    date = 2026-06-01
    status = "done"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D008"
READS = ("date",)
NEEDS = ("commitments",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every update whose last possible day is before the meeting."""
    date = entry.meeting.date
    for index, commitment in enumerate(entry.meeting.commitments):
        for place, update in enumerate(commitment.updates):
            if update.date.latest < date.earliest:
                message = f"an update of {update.date.text}, before the meeting of {date.text}"
                yield Finding(("commitments", index, "updates", place, "date"), message, "correct one of the two dates")
