"""Finds a meeting that another record may tell of already.

The same parties within three days, or with the same source, are often one meeting recorded twice. Two meetings a day do
happen, a king's and his prime minister's: where the titles, the people or the documents differ, nothing is asked; where
they do not, name the other in `related`. A source that tells of more than three meetings of the same parties is a list,
and no sign. One other record is named, even where there are more.

Bad:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-02-ma-qa.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-02-ma-qa.toml  # with related = ["2026-02-01-ma-qa"]
"""

from collections.abc import Iterator

from coopdb.check.duplicates import are_near_days
from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.dates import days_apart
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.text import count

CODE = "R001"
READS = ("date", "title", "sources.url", "participants", "documents")
SEVERITY = "warning"


def concerned(scope: Scope) -> Iterator[Outline]:
    """Return the records in which it may find something because of others."""
    return (each for each in scope.outlines if each.path in scope.alike)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for another record that says the same of a meeting of the same parties, near or of one source."""
    if other := scope.alike.get(entry.path):
        yield resembles(entry.meeting, other)


def resembles(meeting: Meeting, other: Outline) -> Finding:
    """Make the finding for a record that may be of the same meeting."""
    message = f"`{other.id}` may be the same meeting: the same parties, {_reason(meeting, other)}"
    return Finding(("date",), message, "keep one of them, or name the other in `related`")


def _reason(meeting: Meeting, other: Outline) -> str:
    """Say why two meetings of the same parties may be one."""
    date = meeting.date
    apart = days_apart(date.days, other.days)
    if apart <= 0:
        return "on the same day" if date.is_whole_day and other.is_whole_day else "perhaps on the same day"
    if are_near_days(date.days, other.days):
        return f"{count(apart, 'day')} apart"
    return f"with the same source {min({source.url for source in meeting.sources if source.url} & {*other.addresses})}"
