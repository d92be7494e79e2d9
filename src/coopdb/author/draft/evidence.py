"""What a draft proposes: a value for a key, the words it rests on, and the rule that read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from coopdb.record.fault import Route


class Evidence(NamedTuple):
    """A proposed value: its route in the record, the words of the given text, and the rule that read them.

    `text` is what stands in the given text from `start` to `end`, in characters.
    """

    route: Route
    value: object
    text: str
    start: int
    end: int
    rule: str


class Doubt(NamedTuple):
    """What a draft cannot decide: the route, what is doubtful, and what it may be."""

    route: Route
    message: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A record as far as the text tells, in the shape of its file, with the evidence and the doubts.

    `existing` are ids of records that may be of the same meeting.
    """

    record: dict[str, Any]
    evidence: Sequence[Evidence]
    unresolved: Sequence[Doubt]
    existing: tuple[str, ...] = ()
