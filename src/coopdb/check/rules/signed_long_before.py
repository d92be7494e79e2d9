"""Finds a document that was signed more than a year before the meeting that it is said to come from.

`documents` are what came out of the meeting. What was only talked about belongs in the summary.

Bad:

    date = 2026-02-01

    [[documents]]
    kind = "agreement"
    signed = 2016-02-01

Good:

    date = 2026-02-01

    [[documents]]
    kind = "agreement"
    signed = 2026-02-01
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.dates import PartialDate
from coopdb.store.files.records import RecordFile

CODE = "D023"
READS = ("date",)
NEEDS = ("documents",)
SEVERITY = "warning"
_YEAR = 366  # days


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every document whose last possible day is more than a year before the meeting."""
    date = entry.meeting.date
    for index, document in enumerate(entry.meeting.documents):
        signed = document.signed
        if isinstance(signed, PartialDate) and (date.earliest - signed.latest).days > _YEAR:
            message = f"signed {signed.text}, long before the meeting of {date.text}"
            yield Finding(("documents", index, "signed"), message, "correct the date, or name it in the summary only")
