"""Finds an id that another record has too.

An id names one record, wherever its file lies.

Bad:

    records/2025/2026-02-01-ma-qa.toml
    records/2026/2026-02-01-ma-qa.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-01-ma-qa-phone-call.toml
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "I003"
READS = None


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    return (each for each in scope.outlines if len(scope.by_id[each.id]) > 1)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when another file has the same id."""
    others = [show(other.path) for other in scope.by_id.get(entry.id, ()) if other.path != entry.path]
    if others:
        message = f"the id {show(entry.id)} is also that of {' and '.join(others)}"
        yield Finding((), message, "rename one of them, or delete the copy")
