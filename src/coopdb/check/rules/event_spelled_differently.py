"""Finds a host event whose name other records spell in another way.

Meetings on the margins of one event are found together only when it has one name.

Bad:

    host_event = "Web Summit Qatar, 2026"  # elsewhere "Web Summit Qatar 2026"

Good:

    host_event = "Web Summit Qatar 2026"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.spelling import differs, usual
from coopdb.record import toml
from coopdb.store.records import Entry

CODE = "N003"
READS = ("host_event",)
SEVERITY = "warning"


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when more records spell the event otherwise."""
    if other := usual(entry.meeting.host_event, scope.host_events):
        fix = Replace(toml.value(other))
        yield Finding(("host_event",), differs(entry.meeting.host_event, other), f"write `{other}`", fix=fix)
