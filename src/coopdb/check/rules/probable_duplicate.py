"""Finds a meeting that another record may tell of already.

The same parties within three days, or with the same source, are often one meeting recorded twice. Two meetings a day
do happen, a king's and his prime minister's: name the other in `related`, and this is no longer asked.

Bad:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-02-ma-qa.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-02-ma-qa.toml  # with related = ["2026-02-01-ma-qa"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.model import Meeting
from coopdb.store.records import Entry
from coopdb.text import count

CODE = "R001"
READS = ("date", "participants", "sources")
SEVERITY = "warning"
_NEAR = 3  # days


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every other record of the same parties that is near, or has the same source."""
    meeting = entry.meeting
    for other in scope.by_parties[frozenset(meeting.parties)]:
        if other is not entry and not _is_linked(entry, other) and (reason := _reason(meeting, other.meeting)):
            message = f"`{other.id}` may be the same meeting: the same parties, {reason}"
            yield Finding(("date",), message, "keep one of them, or name the other in `related`")


def _is_linked(entry: Entry, other: Entry) -> bool:
    """Tell whether one of the two names the other, so that somebody knows of both."""
    links = (*entry.meeting.related, *entry.meeting.follows)
    back = (*other.meeting.related, *other.meeting.follows)
    return entry.id == other.id or other.id in links or entry.id in back


def _reason(meeting: Meeting, other: Meeting) -> str:
    """Say why two meetings of the same parties may be one, or nothing."""
    apart = max((meeting.date.earliest - other.date.latest).days, (other.date.earliest - meeting.date.latest).days)
    addresses = {source.url for source in meeting.sources if source.url}
    if apart <= 0:
        return "on the same day" if meeting.date.is_whole_day and other.date.is_whole_day else "perhaps on the same day"
    if apart <= _NEAR:
        return f"{count(apart, 'day')} apart"
    same = sorted(addresses & {source.url for source in other.sources if source.url})
    return f"with the same source {same[0]}" if same else ""
