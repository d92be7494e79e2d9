"""Finds a person without a role.

Who somebody was at the time is what a reader wants to know, and what nobody remembers later.

Bad:

    [[participants]]
    country = "MA"
    name = "Amal El Fallah Seghrouchni"

Good:

    [[participants]]
    country = "MA"
    name = "Amal El Fallah Seghrouchni"
    role = "Minister Delegate"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "P004"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every participant that has a name and no role."""
    for index, participant in enumerate(entry.meeting.participants):
        is_given = participant.role or entry.reading.is_broken(("participants", index, "role"))
        if participant.name and not is_given:
            yield Finding(("participants", index, "name"), f"{show(participant.name)} has no role", "add `role`")
