"""Finds a document that expires before it comes into force.

`in_force` is the day from which it binds, `expires` the day on which that is over.

Bad:

    [[documents]]
    kind = "agreement"
    in_force = 2026-03-01
    expires = 2025-03-01

Good:

    [[documents]]
    kind = "agreement"
    in_force = 2026-03-01
    expires = 2031-03-01
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D010"
READS = ()
NEEDS = ("documents",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every document that certainly expires on a day before it is in force."""
    for index, document in enumerate(entry.meeting.documents):
        start, end = document.in_force, document.expires
        if start and end and end.latest < start.earliest:
            message = f"expires {end.text}, before it comes into force on {start.text}"
            yield Finding(("documents", index, "expires"), message, "correct one of the two dates")
