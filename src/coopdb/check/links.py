"""The references between records: what they name, and where they lead."""

from collections.abc import Iterator

from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.store.records import Entry, Records


def references(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    """Yield every reference of a meeting: its route, and the id that it names."""
    for key in ("follows", "related"):
        yield from (((key, index), target) for index, target in enumerate(getattr(meeting, key)))
    for index, commitment in enumerate(meeting.commitments):
        if commitment.closed_by:
            yield ("commitments", index, "closed_by"), commitment.closed_by


def chain(start: str, records: Records) -> set[str]:
    """Collect the ids that `follows` leads to from one, that one included."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += (target for entry in records.with_id(each) for target in _followed(entry))
    return seen


def is_dated(entry: Entry) -> bool:
    """Tell whether a record has a date that can be read."""
    return entry.reading.meeting is not None and "date" not in entry.reading.broken


def _followed(entry: Entry) -> tuple[str, ...]:
    return entry.reading.meeting.follows if entry.reading.meeting else ()
