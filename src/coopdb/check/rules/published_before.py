"""Finds a source published long before the meeting that it is to prove.

What was published months before can only have announced the meeting. Beside a source from the meeting or later, an
agenda or an invitation may be half a year older.

Bad:

    date = 2026-02-01

    [[sources]]
    url = "https://example.org/a"
    published = 2025-02-01

Good:

    date = 2026-02-01

    [[sources]]
    url = "https://example.org/a"
    published = 2026-02-02
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.dates import PartialDate
from coopdb.store.files.records import RecordFile

CODE = "S002"
READS = ("date", "status")
SEVERITY = "warning"
_MONTH, _HALF_A_YEAR = 31, 183  # days


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every source of a held meeting that is older than it by more than a month."""
    meeting = entry.meeting
    for index, source in enumerate(meeting.sources if meeting.status == "held" else ()):
        if source.published and is_long_before(source.published, meeting.date):
            days = (meeting.date.earliest - source.published.latest).days
            if days <= _HALF_A_YEAR and any(_is_later(each.published, meeting.date) for each in meeting.sources):
                continue
            message = f"published {source.published.text}, {days} days before the meeting"
            yield Finding(("sources", index, "published"), message, "fix one of the two dates")


def _is_later(published: PartialDate | None, date: PartialDate) -> bool:
    """Tell whether a publication may be from the meeting or later."""
    return published is not None and published.latest >= date.earliest


def is_long_before(published: PartialDate, date: PartialDate) -> bool:
    """Tell whether a publication is certainly older than a meeting by more than a month."""
    return (date.earliest - published.latest).days > _MONTH
