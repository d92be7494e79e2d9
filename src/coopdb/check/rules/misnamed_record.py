"""Finds a file below `records/` that is probably meant to be a record, but is passed over because of its name.

A record's name ends in `.toml` and does not begin with a dot, nor does that of a folder it lies in. Some editors add
`.txt`, or hide the ending. Copies that an editor keeps beside a record are not meant.

Bad:

    records/2026/2026-02-01-ma-qa.toml.txt
    records/2026/2026-02-01-ma-qa.tml
    records/2026/.2026-02-01-ma-qa.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "F005"
READS = None
NEEDS = ("misnamed",)
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for what is overlooked."""
    if any(entry.reading.faults_of("misnamed")):
        hint = "rename it so that it ends in `.toml` and begins with no dot, or move it out of `records/`"
        yield Finding((), "passed over, but probably meant to be a record", hint)
