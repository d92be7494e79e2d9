"""Translates what pydantic finds wrong with a table into faults."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from coopdb.record.fault import Fault, FaultKind, Route

_TYPES = {
    "string_type": "a string",
    "string_pattern_mismatch": "some text",
    "string_too_short": "some text",
    "tuple_type": "an array",
    "int_type": "a whole number",
    "greater_than_equal": "a whole number from 1 to 9999",
    "less_than_equal": "a whole number from 1 to 9999",
    "bool_type": "`true` or `false`",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
_QUOTED = re.compile(r"'([^']*)'")

# From the route of an unknown key to the model of the table it stands in.
ModelAt = Callable[[Route], type[BaseModel]]


def faults(error: ValidationError, model_at: ModelAt) -> Iterator[Fault]:
    """Yield a fault for everything that a validation found."""
    for each in error.errors(include_url=False):
        if each["type"] == "too_short" and each["input"]:
            continue  # pydantic counts only the sound elements; the others have faults of their own
        yield _fault(each["type"], each["loc"], each["input"], each.get("ctx", {}), model_at)


def _fault(kind: str, route: Route, value: object, context: Mapping[str, Any], model_at: ModelAt) -> Fault:  # noqa: PLR0911  # a row a kind
    match kind:
        case "missing":
            return Fault("missing-key", route[:-1], route[-1])
        case "missing-key":
            return Fault("missing-key", route, context["key"])
        case "too_short":
            return Fault("wrong-type", route, value, ("an array of at least one",))
        case "extra_forbidden":
            return Fault("unknown-key", route, route[-1], tuple(model_at(route).model_fields))
        case "literal_error":
            return Fault("unknown-value", route, value, tuple(_QUOTED.findall(context["expected"])))
        case "outside":
            return Fault("unknown-value", route, value, detail=context["expected"])
        case "bad-date":
            return Fault("bad-date", route, value, detail=context["reason"])
        case "unknown-country" | "unknown-organization" | "unknown-topic":
            vocabulary_kind: FaultKind = kind
            return Fault(vocabulary_kind, route, value, context["candidates"])
        case _:
            return Fault("wrong-type", route, value, (_TYPES[kind],))
