"""Finds a file among the records that cannot be read, or is not a regular file.

A record is a regular file. Links are not followed, because what they lead to may lie outside the repository; folders,
pipes and devices are not opened.

Bad:

    records/2026/2026-02-01-ma-qa.toml -> ../../elsewhere/meeting.toml

Good:

    records/2026/2026-02-01-ma-qa.toml, a file that everybody may read
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "F001"
READS = None
NEEDS = ("unreadable-file",)
IS_ALWAYS = True


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the file could not be read."""
    for fault in entry.reading.faults_of("unreadable-file"):
        yield Finding((), f"cannot read this file: {fault.detail}", "a record is a regular file that may be read")
