"""Finds a party that stands in a record twice without a word of who took part.

Several people of one party are a participant each, with a name, a role or an institution, and no two say the same.

Bad:

    [[participants]]
    country = "MA"

    [[participants]]
    country = "MA"

Good:

    [[participants]]
    country = "MA"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.model import Participant
from coopdb.store.files.records import RecordFile

CODE = "P014"
READS = ("participants",)
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every participant that says no more than its party, or than another one of it."""
    people = entry.meeting.participants
    if not 1 < len(entry.meeting.parties) < len(people):  # one party is too few anyway
        return
    told = {each.party for each in people if not _is_bare(each)}
    seen: set[tuple[str, ...]] = set()
    for index, each in enumerate(people):
        said = each.party, each.name or "", each.role or "", each.institution or ""
        # Who is named twice is found by itself.
        if not each.name and (said in seen or (_is_bare(each) and each.party in told)):
            message = f"`{each.party}` takes part twice, here without a person"
            yield Finding(("participants", index), message, "add `name` or `role`, or delete one of the two")
        seen.add(said)


def _is_bare(participant: Participant) -> bool:
    return not (participant.name or participant.role or participant.institution)
