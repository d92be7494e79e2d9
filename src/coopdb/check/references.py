"""The references between records: what they name, and where they lead."""

from collections.abc import Iterator, Mapping

from coopdb.check.outline import Outline
from coopdb.record.fault import Route
from coopdb.record.model import Meeting


def references(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    """Yield every reference of a meeting: its route, and the id that it names."""
    for key in ("follows", "related"):
        yield from (((key, index), target) for index, target in enumerate(getattr(meeting, key)))
    for index, commitment in enumerate(meeting.commitments):
        if commitment.closed_by:
            yield ("commitments", index, "closed_by"), commitment.closed_by
        for place, update in enumerate(commitment.updates):
            if update.record:
                yield ("commitments", index, "updates", place, "record"), update.record


def chain(start: str, by_id: Mapping[str, tuple[Outline, ...]]) -> set[str]:
    """Collect the ids that `follows` leads to from one, that one included."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += (target for record in by_id.get(each, ()) for target in record.follows)
    return seen
