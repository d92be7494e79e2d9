"""Finds a meeting that another record may tell of already.

The same parties within three days, or with the same source, are often one meeting recorded twice. Two meetings a day
do happen, a king's and his prime minister's: name the other in `related`, and this is no longer asked. A source that
tells of more than three meetings of the same parties is a list, and no sign.

Bad:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-02-ma-qa.toml

Good:

    records/2026/2026-02-01-ma-qa.toml
    records/2026/2026-02-02-ma-qa.toml  # with related = ["2026-02-01-ma-qa"]
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import NEAR, Scope
from coopdb.record.model import Meeting
from coopdb.store.records import Entry
from coopdb.text import count

CODE = "R001"
READS = ("date", "participants", "sources")
SEVERITY = "warning"
IS_ACROSS = True


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every other record of the same parties that is near, or has the same source."""
    for _, other in sorted(scope.alike.get(entry.path, {}).items()):
        if not _is_linked(entry, other):
            message = f"`{other.id}` may be the same meeting: the same parties, {_reason(entry.meeting, other)}"
            yield Finding(("date",), message, "keep one of them, or name the other in `related`")


def _is_linked(entry: Entry, other: Outline) -> bool:
    """Tell whether one of the two names the other, so that somebody knows of both."""
    links = (*entry.meeting.related, *entry.meeting.follows)
    return entry.id == other.id or other.id in links or entry.id in (*other.related, *other.follows)


def _reason(meeting: Meeting, other: Outline) -> str:
    """Say why two meetings of the same parties may be one."""
    date = meeting.date
    apart = max(date.earliest.toordinal() - other.last, other.first - date.latest.toordinal())
    if apart <= 0:
        return "on the same day" if date.is_whole_day and other.is_whole_day else "perhaps on the same day"
    if apart <= NEAR:
        return f"{count(apart, 'day')} apart"
    return f"with the same source {min({source.url for source in meeting.sources if source.url} & {*other.addresses})}"
