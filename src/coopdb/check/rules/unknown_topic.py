"""Finds a topic that is not known by that name, or that could be several.

A topic is its slug in the vocabulary; any other name of it is understood as long as it means only one.

Bad:

    topics = ["cybre-security"]

Good:

    topics = ["cybersecurity"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import hints, unknown
from coopdb.store.files.records import RecordFile

CODE = "V003"
READS = None
NEEDS = ("unknown-topic",)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that means no single topic."""
    vocabulary = scope.vocabularies.topics
    for fault, hint in hints(entry.reading.faults_of("unknown-topic"), vocabulary):
        yield Finding(fault.route, unknown(fault, vocabulary), hint)
