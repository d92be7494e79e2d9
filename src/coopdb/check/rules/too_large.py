"""Finds a file too large, or nested too deeply, to be a record.

A record of one meeting is a few kilobytes of text, and its tables are two deep. A file beyond 1 MiB, with brackets more
than 100 deep or with keys of hundreds of dots is something else, and is not read any further.

Bad:

    topics = [[[[[[[[ … ]]]]]]]]

Good:

    topics = ["cloud"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "F003"
READS = None
NEEDS = ("too-large",)
IS_ALWAYS = True


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the file was not read for its size."""
    for fault in entry.reading.faults_of("too-large"):
        yield Finding(
            (),
            f"too large for a record: {fault.detail}",
            f"keep one meeting a file, and its text short; see `coopdb explain {CODE}`",
        )
