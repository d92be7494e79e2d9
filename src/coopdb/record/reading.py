"""Reads the bytes of a file as a meeting, or collects everything that keeps it from being one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from coopdb.record import guard, toml
from coopdb.record.fault import Fault, FaultKind, Route
from coopdb.record.model import TABLES, Meeting, Source, Topic
from coopdb.record.span import at
from coopdb.record.variants import Variant, variants

# Stand in for keys that are missing or faulty, so that rules about the other keys can still be checked. The
# runner keeps rules away from these (`Reading.broken`).
_PLACEHOLDERS: Mapping[str, object] = {
    "title": "-",
    "date": "0001",
    "participants": (),
    "topics": (Topic.model_construct(topic=""),),
    "sources": (Source(),),
}
_TYPES = {
    "string_type": "a string",
    "string_too_short": "some text",
    "tuple_type": "an array",
    "bool_type": "`true` or `false`",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class Reading:
    """What a file's bytes say: its text, its meeting (None when it is not TOML at all) and its faults."""

    text: str
    meeting: Meeting | None
    faults: tuple[Fault, ...] = ()
    _data: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def broken(self) -> frozenset[object]:
        """The top-level keys that are missing or faulty."""
        return frozenset(fault.route[0] if fault.route else fault.value for fault in self.faults)

    def faults_of(self, kind: FaultKind) -> Iterator[Fault]:
        """Yield the faults of one kind."""
        return (fault for fault in self.faults if fault.kind == kind)

    def variants(self) -> Iterator[Variant]:
        """Yield the values that are understood but not written in their canonical form."""
        return variants(self._data)


def read(content: bytes) -> Reading:
    """Read a meeting from the bytes of its file. Never raises: what is wrong is in the reading's faults."""
    text = content.decode("utf-8-sig", errors="replace")
    fault = _text_fault(content, text)
    data = fault or toml.parse(text)
    if isinstance(data, Fault):
        return Reading(text, None, (data,))
    try:
        return Reading(text, Meeting.model_validate(data), (), data)
    except ValidationError as error:
        faults = tuple(_faults(error))
    broken = Reading(text, None, faults).broken
    sound = {key: value for key, value in data.items() if key in Meeting.model_fields and key not in broken}
    return Reading(text, Meeting.model_validate({**_PLACEHOLDERS, **sound}), faults, data)


def _text_fault(content: bytes, text: str) -> Fault | None:
    """Find what is wrong with the text before it is read as TOML."""
    if detail := guard.too_large(len(content)) or guard.too_deep(text):
        return Fault("too-large", detail=detail)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Fault("bad-encoding", detail=f"0x{content[error.start]:02x}", span=at(line, column))
    return None


def _faults(error: ValidationError) -> Iterator[Fault]:
    """Translate what pydantic found into faults."""
    for each in error.errors(include_url=False):
        if each["type"] == "too_short" and each["input"]:
            continue  # pydantic counts only the sound elements; the others have faults of their own
        yield _fault(each["type"], each["loc"], each["input"], each.get("ctx", {}))


def _fault(kind: str, route: Route, value: object, context: Mapping[str, Any]) -> Fault:  # noqa: PLR0911  # a row a kind
    table = TABLES.get(str(route[0]), Meeting) if len(route) > 1 else Meeting
    match kind:
        case "missing":
            return Fault("missing-key", route[:-1], route[-1])
        case "missing-key":
            return Fault("missing-key", route, "country` or `organization")
        case "too_short":
            return Fault("missing-key", (), route[0])
        case "extra_forbidden":
            return Fault("unknown-key", route, route[-1], tuple(table.model_fields))
        case "literal_error":
            return Fault("unknown-value", route, value, tuple(_QUOTED.findall(context["expected"])))
        case "bad-date":
            return Fault("bad-date", route, value, detail=context["reason"])
        case "unknown-country" | "unknown-organization" | "unknown-topic":
            vocabulary_kind: FaultKind = kind
            return Fault(vocabulary_kind, route, value, context["candidates"])
        case _:
            return Fault("wrong-type", route, value, (_TYPES[kind],))
