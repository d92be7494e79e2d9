"""Finds a commitment owned by somebody who was not a party to the meeting.

Only a party can undertake something at a meeting. Leave `owner` out when both did.

Bad:

    [[commitments]]
    text = "share the code"
    owner = "FR"  # not among the participants

Good:

    [[commitments]]
    text = "share the code"
    owner = "MA"
"""

from collections.abc import Iterator

from coopdb.check.outline import PARTIES
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "P003"
READS = PARTIES
NEEDS = ("commitments",)
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every owner that is not among the parties."""
    for index, commitment in enumerate(entry.meeting.commitments):
        if commitment.owner and commitment.owner not in entry.meeting.parties:
            parties = ", ".join(f"`{party}`" for party in entry.meeting.parties)
            message = f"`{commitment.owner}` owns a commitment, but was not a party"
            yield Finding(("commitments", index, "owner"), message, f"the parties are {parties}")
