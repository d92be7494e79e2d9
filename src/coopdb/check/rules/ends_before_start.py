"""Finds a meeting that ends before it starts.

With partial dates this is reported only when no reading of the two dates is in order.

Bad:

    date = 2018-12-06
    end_date = 2018-12-04

Good:

    date = 2018-12-04
    end_date = 2018-12-06
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D002"
READS = ("date",)
NEEDS = ("end_date",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when `end_date` is certainly before `date`."""
    start, end = entry.meeting.date, entry.meeting.end_date
    if end and end.latest < start.earliest:
        message = f"`end_date` {end.text} is before `date` {start.text}"
        yield Finding(("end_date",), message, "exchange the two dates, or fix the wrong one")
