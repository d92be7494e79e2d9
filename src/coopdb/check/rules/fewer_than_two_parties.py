"""Finds a meeting of fewer than two parties, or without a country.

A meeting has at least two parties, and one of them is a country. Several people of one country are one party.

Bad:

    [[participants]]
    country = "MA"

Good:

    [[participants]]
    country = "MA"

    [[participants]]
    country = "QA"
"""

from collections.abc import Iterator

from coopdb.check.outline import PARTIES
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "P001"
READS = PARTIES
_FEWEST = 2


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when there are too few parties, or no country among them."""
    meeting = entry.meeting
    if len(meeting.parties) < _FEWEST:
        message = f"only one party, `{meeting.parties[0]}`" if meeting.parties else "no participants"
        yield Finding(("participants",), message, "add a participant of the other party", at="key")
    elif not meeting.countries:
        yield Finding(("participants",), "no country among the parties", "add the country that took part", at="key")
