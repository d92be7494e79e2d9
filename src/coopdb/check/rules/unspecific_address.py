"""Finds an address that shows others something else, or nothing.

The results of a search are others tomorrow, and the first page of a site too; an address of one machine or of a private
network (`localhost`, `192.168.1.2`, `http://intranet/`) opens for nobody else.

Bad:

    [[sources]]
    url = "https://www.google.com/search?q=morocco+qatar"

Good:

    [[sources]]
    url = "https://example.org/news/2026/morocco-qatar"
"""

from collections.abc import Iterator

from coopdb.check.addresses import is_home_page, is_plain, is_private, is_search
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile

CODE = "S014"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every private address, and for every source that is a search or the first page of a site."""
    for route, address in _addresses(entry.meeting):
        if is_plain(address):
            continue
        if is_private(address):
            yield Finding(route, "an address that only one network or machine can open", "name a public one")
        elif route[0] == "sources" and is_search(address):
            yield Finding(route, "the address of a search, whose results change", "name the page that was found")
        elif route[0] == "sources" and is_home_page(address):
            yield Finding(route, "the address of a whole site", "name the page that tells of the meeting")


def _addresses(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    if meeting.agenda_url:
        yield ("agenda_url",), meeting.agenda_url
    for index, source in enumerate(meeting.sources):
        if source.url:
            yield ("sources", index, "url"), source.url
    for index, document in enumerate(meeting.documents):
        if document.url:
            yield ("documents", index, "url"), document.url
