"""Finds a person who takes part twice.

Each person is one participant.

Bad:

    [[participants]]
    country = "MA"
    name = "A. Benani"

    [[participants]]
    country = "MA"
    name = "A. Benani"

Good:

    [[participants]]
    country = "MA"
    name = "A. Benani"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "P005"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every participant named before."""
    seen: set[str] = set()
    for index, participant in enumerate(entry.meeting.participants):
        if participant.name and participant.name in seen:
            yield Finding(
                ("participants", index), f"{show(participant.name)} takes part twice", "delete one of the two"
            )
        seen.add(participant.name or "")
