"""Finds a key that two documents or commitments of a record share.

`ID#key` names one of them for good, so that no other of the record may have its key.

Bad:

    [[documents]]
    key = "guide"
    kind = "mou"

    [[commitments]]
    key = "guide"
    text = "share the guide"

Good:

    [[documents]]
    key = "memorandum"
    kind = "mou"

    [[commitments]]
    key = "guide"
    text = "share the guide"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "K008"
READS = ()
NEEDS = ("documents", "commitments")


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key that stands in the record before."""
    seen: dict[str, str] = {}
    for table in ("documents", "commitments"):
        for index, part in enumerate(getattr(entry.meeting, table)):
            place = f"`{table}` {index + 1}"
            if part.key and part.key in seen:
                message = f"the key `{part.key}` is that of {seen[part.key]} too"
                yield Finding((table, index, "key"), message, "give one of the two another key")
            elif part.key:
                seen[part.key] = place
