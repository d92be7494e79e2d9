"""Finds a record none of whose sources can be followed.

A source with an address lets others check what the record says. Waive this where there is none. Own minutes, which are
of the kind `internal-note`, need none.

Bad:

    [[sources]]
    publisher = "Le Matin"

Good:

    [[sources]]
    publisher = "Le Matin"
    url = "https://example.org/article"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "S001"
READS = ("sources.url", "sources.archive", "sources.kind")
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when no source has a `url` or an `archive`."""
    for source in entry.meeting.sources:
        if source.url or source.archive or source.kind == "internal-note":
            return
    yield Finding(("sources", 0), "no source has a `url`", "add one, or waive this with the reason")
