"""Finds a country that the title or summary names, but the record does not have.

Who is named as meeting should be a party. A sentence that compares (unlike Singapore, following the example of Estonia)
names nobody who met. Where a country is only talked about in another way, waive this.

Bad:

    title = "Morocco, Qatar and Kuwait discuss AI"  # no participant of KW

Good:

    title = "Morocco and Qatar discuss AI"
"""

from collections.abc import Iterator

from coopdb.check.mentioned import is_compared, not_recorded
from coopdb.check.outline import PARTIES
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.mentions import Mention
from coopdb.vocabulary.territories import state_of

CODE = "N005"
READS = (*PARTIES, "venue.country")
SEVERITY = "warning"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every named country that is neither a party nor the host, nor a territory of one."""
    meeting = entry.meeting
    recorded = {*meeting.countries, meeting.venue.country}

    def is_meant_otherwise(text: str, mention: Mention) -> bool:
        return any(state_of(key) in recorded for key in mention.keys) or is_compared(text, mention)

    yield from not_recorded(meeting, scope.country_names, recorded, "country", is_meant_otherwise=is_meant_otherwise)
