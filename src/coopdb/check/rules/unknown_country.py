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
from coopdb.check.wording import hints, unknown
from coopdb.record.fault import Fault
from coopdb.store.files.records import RecordFile

CODE = "V001"
READS = None
NEEDS = ("unknown-country",)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that means no single country."""
    on = entry.reading.naming.on if entry.reading.naming else None
    vocabulary = scope.vocabularies.countries
    for fault, hint in hints(entry.reading.faults_of("unknown-country"), vocabulary, on):
        yield Finding(fault.route, unknown(fault, vocabulary), _organization(fault, scope) or hint)


def _organization(fault: Fault, scope: Scope) -> str:
    """Hint at the key for organisations, where a party is one."""
    is_party = fault.route[:1] == ("participants",) and not fault.expected
    found = scope.vocabularies.organizations.resolve(str(fault.value)) if is_party else ()
    return f'write `organization = "{found[0].key}"`' if len(found) == 1 else ""
