"""Finds an organisation that is not known by that name, or that could be several.

An organisation is its slug in the vocabulary, because abbreviations are also codes of countries: `AU` is Australia.

Bad:

    organization = "UNITO"

Good:

    organization = "unido"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import hints, unknown
from coopdb.store.files.records import RecordFile

CODE = "V002"
READS = None
NEEDS = ("unknown-organization",)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that means no single organization."""
    vocabulary = scope.vocabularies.organizations
    for fault, hint in hints(entry.reading.faults_of("unknown-organization"), vocabulary):
        yield Finding(fault.route, unknown(fault, vocabulary), hint)
