"""Finds a series whose name other records spell in another way.

The meetings of a standing dialogue are found together only when it has one name.

Bad:

    series = "Digital Dialogue Morocco-Qatar"  # elsewhere "Digital dialogue Morocco–Qatar"

Good:

    series = "Digital dialogue Morocco–Qatar"
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.spelling import respelled
from coopdb.store.files.records import RecordFile

CODE = "N008"
READS = ()
NEEDS = ("series",)
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    return (each for each in scope.outlines if each.series in scope.series)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when more records spell the series otherwise."""
    series = entry.meeting.series
    if series and series in scope.series:
        yield respelled(("series",), series, scope.series[series])
