"""Puts something sound in the place of what is faulty in a record, so that the rest of it can be read and checked.

The runner keeps rules away from it (`Reading.broken`). An array keeps its length, so that routes stay true.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any

from coopdb.record.fault import Fault, Route

# By the keys that lead to a value, without the places in arrays. What is not here is left out.
_KEYS: Mapping[Route, Any] = MappingProxyType(
    {
        ("title",): "-",
        ("date",): "0001",
        ("participants",): [],
        ("topics",): [{"topic": ""}],
        ("sources",): [{"title": "-"}],
        ("participants", "country"): "",  # a party, whichever
        ("participants", "organization"): "",
        ("topics", "topic"): "",
        ("documents", "kind"): "mou",
        ("commitments", "text"): "-",
        ("commitments", "updates", "date"): "0001",
        ("sources", "url"): "-",
        ("sources", "title"): "-",
        ("sources", "publisher"): "-",
        ("waivers", "code"): "-",
        ("waivers", "reason"): "-",
    }
)
_ELEMENTS: Mapping[Route, Any] = MappingProxyType(
    {
        ("follows",): "-",
        ("related",): "-",
        ("previous_dates",): "0001",
        ("participants",): {"country": ""},
        ("topics",): {"topic": ""},
        ("documents",): {"kind": "mou"},
        ("documents", "topics"): "",
        ("documents", "signatories"): "-",
        ("commitments",): {"text": "-"},
        ("commitments", "topics"): "",
        ("commitments", "updates"): {"date": "0001"},
        ("sources",): {"title": "-"},
        ("waivers",): {"code": "-", "reason": "-"},
    }
)


def repaired(data: Mapping[str, Any], faults: Iterable[Fault]) -> dict[str, Any]:
    """Return a record's values without those that have a fault."""
    sound = deepcopy(dict(data))
    for fault in faults:
        for route in fault.routes[:1]:
            _repair(sound, route)
    return sound


def _repair(sound: dict[str, Any], route: Route) -> None:
    """Put something in the place of a value, or leave it out."""
    inside: Any = sound
    for step in route[:-1]:
        inside = inside[step] if _has(inside, step) else None
    keys = tuple(step for step in route if isinstance(step, str))
    last = route[-1]
    if isinstance(last, int) and isinstance(inside, list):
        inside[last] = deepcopy(_ELEMENTS[keys])
    elif isinstance(inside, dict) and keys in _KEYS:
        inside[last] = deepcopy(_KEYS[keys])
    elif isinstance(inside, dict):
        inside.pop(last, None)


def _has(inside: object, step: str | int) -> bool:
    return (isinstance(inside, list) and isinstance(step, int)) or (isinstance(inside, dict) and step in inside)
