"""Finds a signed document in the record of a meeting that has not taken place.

A document that is still to be signed has `signed = false`.

Bad:

    status = "cancelled"

    [[documents]]
    kind = "mou"
    signed = 2026-02-01

Good:

    status = "cancelled"

    [[documents]]
    kind = "mou"
    signed = false
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.dates import PartialDate
from coopdb.store.files.records import RecordFile

CODE = "R012"
READS = ("date", "status")
NEEDS = ("status",)
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every signed document of a meeting that was not held, unless signed later instead of it."""
    meeting = entry.meeting
    for index, document in enumerate(meeting.documents if meeting.status != "held" else ()):
        signed = document.signed
        is_later = isinstance(signed, PartialDate) and signed.latest > meeting.date.latest
        if signed and (meeting.status == "planned" or not is_later):
            message = f"a signed document, but the meeting is `{meeting.status}`"
            yield Finding(("documents", index, "signed"), message, "correct `status`, or write `signed = false`")
