"""Finds a record that nobody has reviewed yet.

A draft is not counted. Whoever has checked it against its sources deletes the line.

Bad:

    draft = true

Good:

    draft = false
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "R002"
READS = ()
NEEDS = ("draft",)
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for a draft."""
    if entry.meeting.draft:
        yield Finding(("draft",), "a draft, not reviewed yet", "check it against its sources, and delete this line")
