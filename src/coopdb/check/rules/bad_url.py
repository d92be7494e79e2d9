"""Finds an address that is not one of the web.

`url`, `archive` and `agenda_url` begin with `https://` or `http://`, so that a reader can follow them.

Bad:

    [[sources]]
    url = "example.org/a"

Good:

    [[sources]]
    url = "https://example.org/a"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.addresses import address_hint, is_address
from coopdb.record.fault import Route
from coopdb.record.fields import record_fields
from coopdb.store.files.records import RecordFile

CODE = "K007"
READS = ()
_ADDRESSES = {
    table: tuple(each.key for each in fields if each.kind == "address") for table, fields in record_fields().items()
}
_TABLES = tuple(table for table, keys in _ADDRESSES.items() if table and keys and "." not in table)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every address that no browser opens."""
    meeting = entry.meeting
    for key in _ADDRESSES[""]:
        address = getattr(meeting, key)
        if address and not is_address(address):
            yield _finding((key,), address)
    for table in _TABLES:
        for index, part in enumerate(getattr(meeting, table)):
            for key in _ADDRESSES[table]:
                address = getattr(part, key)
                if address and not is_address(address):
                    yield _finding((table, index, key), address)
    for index, commitment in enumerate(meeting.commitments):
        for place, update in enumerate(commitment.updates):
            if update.url and not is_address(update.url):
                yield _finding(("commitments", index, "updates", place, "url"), update.url)


def _finding(route: Route, address: str) -> Finding:
    return Finding(route, f"{show(address)} is not an address", address_hint(address))
