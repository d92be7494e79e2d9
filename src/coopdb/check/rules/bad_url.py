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
from coopdb.check.wording import show
from coopdb.record.fault import Route
from coopdb.store.files.records import RecordFile

CODE = "K007"
READS = ()
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?\Z")
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every address of a source or document that no browser opens."""
    meeting = entry.meeting
    for index, source in enumerate(meeting.sources):
        for key, address in (("url", source.url), ("archive", source.archive)):
            if address and not _WEB.fullmatch(address):
                yield _finding(("sources", index, key), address)
    for index, document in enumerate(meeting.documents):
        if document.url and not _WEB.fullmatch(document.url):
            yield _finding(("documents", index, "url"), document.url)


def _finding(route: Route, address: str) -> Finding:
    hint = f"write `https://{address}`" if _HOST.match(address) else "an address begins with `https://` or `http://`"
    return Finding(route, f"{show(address)} is not an address", hint)
