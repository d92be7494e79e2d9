"""Finds a record without a key that every record needs.

A record needs `title`, `date`, `participants`, at least one of `topics` and at least one of `sources`. A participant
needs `country` or `organization`, a document `kind`, a commitment `text`, a topic's table `topic`, and a waiver `code`
and `reason`.

Bad:

    [[participants]]
    name = "Amal El Fallah Seghrouchni"

Good:

    [[participants]]
    country = "MA"
    name = "Amal El Fallah Seghrouchni"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.fault import Fault
from coopdb.record.fields import record_fields
from coopdb.store.files.records import RecordFile

CODE = "K001"
READS = None
NEEDS = ("missing-key",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key that is missing."""
    for fault in entry.reading.faults_of("missing-key"):
        yield Finding(fault.route, f"missing key `{fault.value}`", _hint(fault), at="key")


def _hint(fault: Fault) -> str:
    if not fault.route:
        examples = {field.key: field.example for field in record_fields()[""]}
        return f"every record has it, such as `{fault.value} = {examples[str(fault.value)]}`"
    return f"add it to this table, `{fault.route[0]}`"
