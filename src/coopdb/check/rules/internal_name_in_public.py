"""Finds a text for the public that names somebody who is internal in the same record.

In place of the full name of a person left out stands `…` wherever a text has it. A surname alone, or the name of a
country or an organisation, stays as it is written.

Bad:

    title = "Talks with UNIDO"

    [[participants]]
    organization = "unido"
    internal = true

Good:

    title = "Talks on industry"

    [[participants]]
    organization = "unido"
    internal = true
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.leaks import leaks
from coopdb.store.files.records import RecordFile

CODE = "R015"
READS = ("participants",)
SEVERITY = "info"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every public text with a name of each who is internal."""
    if any(each.internal for each in entry.meeting.participants):
        for route, name in leaks(entry.meeting, entry.id, scope.vocabularies):
            hint = "write it without the name, or mark the part that it stands in as `internal`"
            yield Finding(route, f"{show(name)} is internal here, but this text is public", hint)
