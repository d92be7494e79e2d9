"""Finds a source that stands in a record twice.

Two addresses are of one page when they differ only in `http`, `www.`, a slash at the end, or parameters that tell where
a reader came from (`utm_source`, `fbclid`). One page is one source, however often it is linked.

Bad:

    [[sources]]
    url = "https://example.org/a"

    [[sources]]
    url = "https://www.example.org/a/?utm_source=x"

Good:

    [[sources]]
    url = "https://example.org/a"
"""

from collections.abc import Iterator

from coopdb.check.addresses import same_page
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "S011"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every source whose address is that of an earlier one."""
    sources = entry.meeting.sources
    seen: dict[str, str] = {}
    for index, source in enumerate(sources if len(sources) > 1 else ()):
        if source.url:
            page = same_page(source.url)
            if page in seen:
                message = f"the same page as an earlier source, `{seen[page]}`"
                yield Finding(("sources", index, "url"), message, "keep one of the two")
            seen.setdefault(page, source.url)
