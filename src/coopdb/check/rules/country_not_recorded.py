"""Finds a country that the title or summary names, but the record does not have.

Who is named as meeting should be a party. Where a country is only talked about, waive this.

Bad:

    title = "Morocco, Qatar and Kuwait discuss AI"  # no participant of KW

Good:

    title = "Morocco and Qatar discuss AI"
"""

from collections.abc import Iterator

from coopdb.check.mentioned import not_recorded
from coopdb.check.outline import PARTIES
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "N005"
READS = (*PARTIES, "venue.country")
SEVERITY = "warning"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every named country that is neither a party nor the host."""
    meeting = entry.meeting
    recorded = {*meeting.countries, meeting.venue.country}
    yield from not_recorded(meeting, scope.country_names, recorded, "country")
