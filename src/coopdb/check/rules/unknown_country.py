"""Finds a country that is not known by that name, or that could be several.

A country is its ISO 3166-1 alpha-2 code. Any other name or code of it is understood as long as it means only one. The
`home` of coopdb.toml is one too.

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
from coopdb.vocabulary.unknown_names import other_kind

CODE = "V001"
READS = None
NEEDS = ("unknown-country",)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that means no single country."""
    on = entry.reading.naming.on if entry.reading.naming else None
    vocabulary = scope.vocabularies.countries
    for fault, hint in hints(entry.reading.faults_of("unknown-country"), vocabulary, on):
        yield Finding(fault.route, unknown(fault, vocabulary), _other_kind(fault, scope) or hint)


def _other_kind(fault: Fault, scope: Scope) -> str:
    """Hint at what an organisation, or a group, is; a party that is one has a key for it."""
    if fault.expected:
        return ""
    found = scope.vocabularies.organizations.resolve(str(fault.value))
    if fault.route[:1] == ("participants",):
        return f'write `organization = "{found[0].key}"`' if len(found) == 1 else ""
    return other_kind(scope.vocabularies, str(fault.value))
