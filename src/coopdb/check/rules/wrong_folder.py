"""Finds a record that is not in the folder of its year.

A record is `records/<year>/<id>.toml`, with the year of its `date`.

Bad, for a meeting of 2026:

    records/2025/2026-02-01-ma-qa.toml
    records/2026-02-01-ma-qa.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Move
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "I002"
READS = ("date",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when the file is not directly in the folder of its year."""
    folder, year = entry.path.rpartition("/")[0], entry.meeting.date.year
    if folder != f"records/{year}":
        message = f"the record is of {year}, but its folder is {show(folder)}"
        fix = Move(f"records/{year}/{entry.path.rpartition('/')[2]}")
        yield Finding(("date",), message, f"move the file to `records/{year}/`, or fix the date", fix=fix)
