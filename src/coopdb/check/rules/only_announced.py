"""Finds a held meeting whose every source is from before it.

What was published before a meeting can only have announced it: that it took place is still to be shown.

Bad:

    date = 2026-02-01

    [[sources]]
    url = "https://example.org/a"
    published = 2026-01-28

Good:

    date = 2026-02-01

    [[sources]]
    url = "https://example.org/a"
    published = 2026-01-28

    [[sources]]
    url = "https://example.org/b"
    published = 2026-02-02
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.rules.published_before import is_long_before
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "S015"
READS = ("date", "status", "sources.published")
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when all sources say when they came out, and that is before the first possible day.

    Where all are older by more than a month, each is found by itself (`published-before`).
    """
    meeting = entry.meeting
    published = [each.published for each in meeting.sources]
    if meeting.status != "held" or not all(each and each.latest < meeting.date.earliest for each in published):
        return
    if not all(each and is_long_before(each, meeting.date) for each in published):
        message = f"every source is from before the meeting of {meeting.date.text}"
        yield Finding(("sources", 0, "published"), message, "add a source from after it, or correct the dates")
