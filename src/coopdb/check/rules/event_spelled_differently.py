"""Finds a host event whose name other records spell in another way.

Meetings on the margins of one event are found together only when it has one name.

Bad:

    host_event = "Web Summit Qatar, 2026"  # elsewhere "Web Summit Qatar 2026"

Good:

    host_event = "Web Summit Qatar 2026"
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.spelling import respelled
from coopdb.store.files.records import RecordFile

CODE = "N003"
READS = ()
NEEDS = ("host_event",)
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    return (each for each in scope.outlines if each.host_event in scope.host_events)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when more records spell the event otherwise."""
    host_event = entry.meeting.host_event
    if host_event and host_event in scope.host_events:
        yield respelled(("host_event",), host_event, scope.host_events[host_event])
