"""Finds a country that is not known by that name, or that could be several.

A country is its ISO 3166-1 alpha-2 code. Any other name or code of it is understood as long as it means only one.

Bad:

    country = "Marocco"

Good:

    country = "MA"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.words import hints, unknown
from coopdb.store.records import Entry

CODE = "V001"
READS = None
NEEDS = ("unknown-country",)


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that means no single country."""
    on = entry.reading.naming.on if entry.reading.naming else None
    vocabulary = scope.vocabularies.countries
    for fault, hint in hints(entry.reading.faults_of("unknown-country"), vocabulary, on):
        yield Finding(fault.route, unknown(fault, vocabulary), hint)
