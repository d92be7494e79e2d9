"""Finds an address that is not one of the web.

`url`, `archive` begin with `https://` or `http://`, so that a reader can follow them.

Bad:

    [[sources]]
    url = "example.org/a"

Good:

    [[sources]]
    url = "https://example.org/a"
"""

import re
from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.words import show
from coopdb.store.records import Entry

CODE = "K007"
READS = ("documents", "sources")
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def check(entry: Entry, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every address of a source or document that no browser opens."""
    meeting = entry.meeting
    for key, tables in (("documents", meeting.documents), ("sources", meeting.sources)):
        for index, table in enumerate(tables):
            for name in ("url", "archive"):
                address = getattr(table, name, None)
                if address and not _WEB.fullmatch(address):
                    yield Finding((key, index, name), f"{show(address)} is no address", "write it as `https://…`")
