"""Finds an organisation that the title names, but that is not a party.

Who is named as meeting should be a party.

Bad:

    title = "Austria and the African Union discuss AI"  # no such participant

Good:

    title = "Austria and Rwanda discuss AI"
"""

from collections.abc import Iterator

from coopdb.check.mentioned import not_recorded
from coopdb.check.outline import PARTIES
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "N006"
READS = PARTIES
SEVERITY = "warning"


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every organisation in the title that is not a party."""
    meeting = entry.meeting
    yield from not_recorded(meeting, scope.organization_names, meeting.organizations, "organization", ("title",))
