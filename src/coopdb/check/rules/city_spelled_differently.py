"""Finds a city whose name other records spell in another way.

Spellings that differ only in case, accents or hyphens are of one city.

Bad:

    [venue]
    city = "Quebec City"  # elsewhere "Québec City"

Good:

    [venue]
    city = "Québec City"
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.spelling import respelled
from coopdb.store.files.records import RecordFile

CODE = "N004"
READS = ()
NEEDS = ("venue",)
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    return (each for each in scope.outlines if each.city in scope.cities)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when more records spell the city otherwise."""
    city = entry.meeting.venue.city
    if city and city in scope.cities:
        yield respelled(("venue", "city"), city, scope.cities[city])
