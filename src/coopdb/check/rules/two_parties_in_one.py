"""Finds a participant with both a country and an organisation.

Each participant stands for one party. The body a person works for goes into `institution`.

Bad:

    [[participants]]
    country = "AT"
    organization = "unido"

Good:

    [[participants]]
    organization = "unido"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "P002"
READS = ()


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every participant that names two parties."""
    meeting = entry.meeting
    for index, participant in enumerate(meeting.participants if meeting.organizations else ()):
        if participant.country and participant.organization:
            message = f"a participant of both `{participant.country}` and `{participant.organization}`"
            route = ("participants", index, "organization")
            yield Finding(route, message, "keep the one it stood for; `institution` can name the other")
