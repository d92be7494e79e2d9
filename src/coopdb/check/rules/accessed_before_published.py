"""Finds a source that was read before it was published.

`accessed` is the day on which somebody read the source, `published` that on which it came out.

Bad:

    [[sources]]
    url = "https://example.org/a"
    published = 2026-02-02
    accessed = 2026-01-02

Good:

    [[sources]]
    url = "https://example.org/a"
    published = 2026-02-02
    accessed = 2026-02-03
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "S012"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every source whose last possible day of reading is before the first one of publication."""
    for index, source in enumerate(entry.meeting.sources):
        if source.accessed and source.published and source.accessed.latest < source.published.earliest:
            message = f"accessed {source.accessed.text}, before it was published, {source.published.text}"
            yield Finding(("sources", index, "accessed"), message, "correct one of the two dates")
