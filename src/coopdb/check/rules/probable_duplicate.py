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

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope, first_day
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
    for other in _candidates(entry, scope):
        if other is not entry and not _is_linked(entry, other) and (reason := _reason(meeting, other.meeting)):
            message = f"`{other.id}` may be the same meeting: the same parties, {reason}"
            yield Finding(("date",), message, "keep one of them, or name the other in `related`")


def _candidates(entry: Entry, scope: Scope) -> Iterable[Entry]:
    """Return the records of the same parties that may be near, and those with the same source, by their paths."""
    meeting, parties = entry.meeting, frozenset(entry.meeting.parties)
    same = scope.by_parties[parties]
    # A date known only to the year begins up to a year before the day that it may be.
    first = bisect_left(same, meeting.date.earliest.toordinal() - _NEAR - 366, key=first_day)
    last = bisect_right(same, meeting.date.latest.toordinal() + _NEAR, key=first_day)
    found = {each.path: each for each in same[first:last]}
    for source in meeting.sources:
        found |= {each.path: each for each in scope.by_source.get((parties, source.url or ""), ())}
    return (found[path] for path in sorted(found))


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
