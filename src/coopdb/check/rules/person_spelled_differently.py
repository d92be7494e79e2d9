"""Finds a person whose name other records spell in another way.

Spellings that differ in case, accents, hyphens or the order of names are one person's. `records/people.toml` keeps
others together.

Bad:

    name = "Amal El Fallah-Seghrouchni"  # elsewhere without the hyphen

Good:

    name = "Amal El Fallah Seghrouchni"
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.spelling import respelled
from coopdb.store.files.records import RecordFile

CODE = "N001"
READS = ()
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    return (each for each in scope.outlines if any(name in scope.people for name, _ in each.people))


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that more records, or an earlier one in the alphabet, spell otherwise."""
    for index, participant in enumerate(entry.meeting.participants if scope.people else ()):
        if participant.name and participant.name in scope.people:
            yield respelled(("participants", index, "name"), participant.name, scope.people[participant.name])
