"""Finds a record that is not published at all, because of what is internal in it.

Where what is left of a record is not enough for one, or its id names who is left out, `--public` and the site leave
out the whole record. That may be what you want; then mark the record itself. What is known from your own notes alone is
never published, and nothing is said of it.

Bad:

    [[sources]]
    url = "https://example.org/minutes"
    internal = true

Good:

    [[sources]]
    url = "https://example.org/minutes"
    internal = true

    [[sources]]
    url = "https://example.org/communique"
"""

from collections.abc import Iterator, Mapping

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.model import Meeting
from coopdb.record.publishing import Reason, remains_of, why_left_out
from coopdb.store.files.records import RecordFile

CODE = "R014"
READS = ("participants", "topics", "sources")
SEVERITY = "info"

_WHY: Mapping[Reason, str] = {
    "parties": "fewer than two parties, or no country, would be left",
    "topics": "no topic would be left",
    "sources": "no source would be left",
    "id": "its id has a name that is internal",
}


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when parts that are internal keep the whole record from being published."""
    meeting = entry.meeting
    if meeting.internal or meeting.draft or not _has_internal(meeting):
        return
    if why := why_left_out(entry.id, remains_of(meeting, scope.vocabularies.people)):
        hint = "mark the record itself `internal`, or change that"
        yield Finding(("title",), f"this record is left out of what is published: {_WHY[why]}", hint)


def _has_internal(meeting: Meeting) -> bool:
    """Tell whether a participant, a topic or a source is marked."""
    marked = (each.internal for parts in (meeting.participants, meeting.topics, meeting.sources) for each in parts)
    return any(marked)
