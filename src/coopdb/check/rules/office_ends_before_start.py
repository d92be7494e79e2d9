"""Finds an office in `records/people.toml` that ends before it starts.

Bad:

    [["A. Benani".offices]]
    role = "Minister"
    since = 2024-10-23
    until = 2021-10-07

Good:

    [["A. Benani".offices]]
    role = "Minister"
    since = 2021-10-07
    until = 2024-10-23
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.dates import PartialDate
from coopdb.store.files.records import RecordFile

CODE = "V012"
READS = None
NEEDS = ("words",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every office whose last possible day is before its first."""
    for person in entry.reading.words:
        for tenure in person.offices:
            if tenure.since and tenure.until:
                since, until = PartialDate.of(tenure.since), PartialDate.of(tenure.until)
                if until.latest < since.earliest:
                    message = f"the office of {person.key} ends {until.text}, before it starts, {since.text}"
                    yield Finding((person.key, "offices"), message, "correct one of the two dates")
