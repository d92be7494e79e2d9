"""Finds a country that the title or summary names, but the record does not have.

Who is named as meeting should be a party: in a title, in a list with a party, or where a sentence says that it
joined. A sentence that compares (unlike Singapore, following the example of Estonia), and one about a country (aid
for Sudan, the war in Ukraine), names nobody who met. Where a country is only talked about in another way, waive this.

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
from coopdb.check.taking_part import Survey, survey, takes_part
from coopdb.store.files.records import RecordFile
from coopdb.text import fold
from coopdb.vocabulary.mentions import Mention
from coopdb.vocabulary.territories import state_of

CODE = "N005"
READS = (*PARTIES, "venue.country")
SEVERITY = "warning"
_ALSO_NOUNS = frozenset(("reunion", "island"))  # a meeting in French and Spanish, land in the sea in English


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every named country that is neither a party nor the host, nor a territory of one."""
    meeting = entry.meeting
    recorded = {*meeting.countries, meeting.venue.country}

    seen: dict[str, Survey] = {}

    def is_meant_otherwise(key: str, text: str, mention: Mention) -> bool:
        if any(state_of(each) in recorded for each in mention.keys) or is_compared(text, mention):
            return True
        if fold(mention.text) in _ALSO_NOUNS:
            return True
        if text not in seen:
            seen[text] = survey(text, scope.country_names, recorded)
        return not takes_part(key, text, mention, seen[text])

    yield from not_recorded(meeting, scope.country_names, recorded, "country", is_meant_otherwise=is_meant_otherwise)
