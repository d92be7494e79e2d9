"""Finds a person who stands for another country in most other records.

A minister of one country is hardly one of another. Where two people share a name, waive this.

Bad:

    country = "QA"
    name = "Amal El Fallah Seghrouchni"  # elsewhere of MA

Good:

    country = "MA"
    name = "Amal El Fallah Seghrouchni"
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "N002"
READS = ()
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    known = scope.countries_of_people
    return (each for each in scope.outlines if any(name in known for name, _ in each.people))


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every person whom more records put elsewhere."""
    for index, each in enumerate(entry.meeting.participants if scope.countries_of_people else ()):
        countries = scope.countries_of_people.get(each.name or "")
        if countries and each.country:
            usual = max(sorted(countries), key=lambda country: countries[country])
            if countries[usual] > countries[each.country]:
                message = f"{show(each.name)} stands for `{usual}` in other records, here for `{each.country}`"
                yield Finding(("participants", index, "country"), message, f"is it `{usual}`?")
