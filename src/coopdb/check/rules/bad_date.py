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

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.fault import Fault
from coopdb.record.syntax.days import Written, written_day
from coopdb.store.files.records import RecordFile

CODE = "D001"
READS = None
NEEDS = ("bad-date",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every date that is none."""
    for fault in entry.reading.faults_of("bad-date"):
        hint, fix = _cure(fault)
        yield Finding(fault.route, f"{show(fault.value)} is not a date", hint, fix=fix)


def _cure(fault: Fault) -> tuple[str, Replace | None]:
    """Say which day is meant: the one cure, or those to choose from."""
    written = written_day(str(fault.value)) if isinstance(fault.value, str) else Written()
    choice = " or ".join(f"`{each}`" for each in written.days)
    is_one = len(written.days) == 1 and not written.has_time
    return (f"write {choice}" if choice else fault.detail), Replace(written.days[0]) if is_one else None
