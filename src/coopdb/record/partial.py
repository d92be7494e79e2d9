"""Reads a table as far as it is sound: what is wrong is told, and left out, and the rest holds."""

from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import ValidationError

from coopdb.record.fault import Fault, Route
from coopdb.record.faults import ModelAt, faults
from coopdb.record.model import RecordTable

Model = TypeVar("Model", bound=RecordTable)


def read_sound(
    model: type[Model], data: object, model_at: ModelAt, context: object = None
) -> tuple[Model | None, tuple[Fault, ...]]:
    """Return what a table says without the values that have faults, None when nothing is left; and the faults."""
    found: tuple[Fault, ...] = ()
    while True:
        try:
            return model.model_validate(data, context=context), found
        except ValidationError as error:
            new = tuple(faults(error, model_at))
        found += new
        routes = {fault.route for fault in new}
        if not routes or () in routes:
            return None, found
        data = _without(data, routes)


def _without(value: Any, routes: Collection[Route], here: Route = ()) -> Any:
    """Return a value without what stands at some routes."""
    if isinstance(value, dict):
        places = ((key, (*here, key)) for key in value)
        return {key: _without(value[key], routes, route) for key, route in places if route not in routes}
    if isinstance(value, list):
        routes_here = ((each, (*here, index)) for index, each in enumerate(value))
        return [_without(each, routes, route) for each, route in routes_here if route not in routes]
    return value
