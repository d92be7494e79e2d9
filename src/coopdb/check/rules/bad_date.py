"""Finds a value that is not a date, or a day that does not exist.

A date is a TOML date, without quotes and without a time of day. When only the month or the year is known it is a
string; `~` after it says about.

Bad:

    date = "1 February 2026"
    date = 2026

Good:

    date = 2026-02-01
    date = "2026-02"
    date = "2026~"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "D001"
READS = None
NEEDS = ("bad-date",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every date that is none."""
    for fault in entry.reading.faults_of("bad-date"):
        yield Finding(fault.route, f"{show(fault.value)} is not a date", fault.detail)
