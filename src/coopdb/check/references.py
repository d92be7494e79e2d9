"""The references between records: what they name, and where they lead."""

from collections.abc import Iterator, Mapping
from typing import Any

from coopdb.check.outline import Outline
from coopdb.record import toml
from coopdb.record.edits import Edit, edit
from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.record.positions import Positions

_KEYS = frozenset(("follows", "related", "closed_by", "record", "replaces"))


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


def following(text: str, ids: Mapping[str, str]) -> str:
    """Let every reference of a record's text follow the ids that have changed, also where it names a part: `ID#key`."""
    if not ("\\" in text or any(each in text for each in ids)):
        return text
    named = [(route, target) for route, target in _named(toml.parse(text)) if target.partition("#")[0] in ids]
    if not named:
        return text
    positions = Positions(text)
    return edit(text, [Edit(positions.value(route), toml.value(_followed(target, ids))) for route, target in named])


def _followed(target: str, ids: Mapping[str, str]) -> str:
    record_id, mark, part = target.partition("#")
    return f"{ids[record_id]}{mark}{part}"


def _named(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield the texts that stand at keys for references, wherever these stand, with their routes."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in children:
        here = (*route, step)
        if isinstance(each, str) and _KEYS.intersection(map(str, here[-2:] if isinstance(step, int) else here[-1:])):
            yield here, each
        else:
            yield from _named(each, here)
