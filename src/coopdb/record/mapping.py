"""The mapping file of `import`: a record in which columns of a table stand in the place of values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from coopdb.record.content import parse
from coopdb.record.fault import Fault, Route
from coopdb.record.faults import faults
from coopdb.record.model import TABLES, Meeting, RecordTable
from coopdb.record.naming import Naming
from coopdb.record.reading import Reading, model_at
from coopdb.record.types import Text
from coopdb.vocabulary.vocabularies import Vocabularies


def _several(value: object) -> object:
    """Let one text stand for an array of one."""
    return (value,) if isinstance(value, str) else value


def _date_format(text: str) -> str:
    """Refuse what is not the form of a date: an unknown directive, or one twice."""
    try:
        datetime.strptime("", text)  # only the form is of interest
    except re.error:
        is_form = False
    except ValueError as error:
        is_form = "does not match" in str(error)
    if not is_form:
        raise PydanticCustomError("outside", "{expected}", {"expected": _FORM})
    return text


_FORM = "the form of a date such as `%d.%m.%Y`, each part once"
Formats = Annotated[tuple[Annotated[Text, AfterValidator(_date_format)], ...], BeforeValidator(_several)]
Choices = Mapping[str, Annotated[tuple[str, ...], BeforeValidator(_several)]]


class MappedColumn(RecordTable):
    """The value of a column: `values` says what its texts mean, `separator` what stands between several.

    `format` is that of its dates, as `strptime` has it, or several, tried in turn; `default` is for empty cells.
    """

    column: Text
    values: Mapping[str, str] = Field(default_factory=dict)
    separator: Annotated[str, StringConstraints(min_length=1)] | None = None
    format: Formats = ()
    default: Text | None = None


class Template(RecordTable):
    """A text with columns in braces: `State visit of {leader} to {visited}`."""

    template: Text


class File(RecordTable):
    """The form of the file: what stands between cells (the likeliest when not given), and the format of dates."""

    delimiter: Literal[",", ";", "\t", "|"] | None = None
    date_format: Formats = ()


class Options(RecordTable):
    """What a mapping has besides a record: only rows with the values of `where`, and without those of `skip`."""

    file: File = File()
    where: Choices = Field(default_factory=dict)
    skip: Choices = Field(default_factory=dict)
    id: Any = None


_NAMES = frozenset(Options.model_fields)


@dataclass(frozen=True, slots=True)
class RecordMap:
    """A sound mapping. `record` has the keys and tables of a record, and what asks for columns in it."""

    options: Options
    record: Mapping[str, Any]
    id: MappedColumn | Template | None


@cache  # asked for every row of an export, and walking through the annotations takes half a millisecond
def keys_of(kind: type) -> frozenset[str]:
    """Return the keys of records whose values are of a kind: `PartialDate`, `bool`."""
    return frozenset(name for name, annotation in _keys() if _holds(annotation, kind))


@cache
def array_keys() -> frozenset[str]:
    """Return the keys of records whose values are arrays."""
    return frozenset(name for name, annotation in _keys() if get_origin(annotation) is tuple)


def _keys() -> Iterator[tuple[str, object]]:
    models: tuple[type[RecordTable], ...] = (Meeting, *TABLES.values())
    return ((name, each.annotation) for model in models for name, each in model.model_fields.items())


def _holds(annotation: object, kind: type) -> bool:
    return annotation is kind or any(_holds(each, kind) for each in get_args(annotation))


def read_mapping(content: bytes, vocabularies: Vocabularies) -> tuple[Reading, RecordMap | None]:
    """Read a mapping: the reading has its faults, and there is no mapping when it has any."""
    text, data = parse(content)
    if isinstance(data, Fault):
        return Reading(text, faults=(data,)), None
    found: list[Fault] = []
    record = {key: _compiled(value, (key,), found) for key, value in data.items() if key not in _NAMES}
    found += _record_faults(record, Naming(vocabularies, None, []))
    chosen = _compiled(data.get("id"), ("id",), found)
    wanted = chosen if isinstance(chosen, MappedColumn | Template) else None
    if wanted is not chosen:
        found.append(Fault("wrong-type", ("id",), chosen, ("a column, as `{ column = … }`",)))
    try:
        options = Options.model_validate({key: data[key] for key in _NAMES & data.keys()})
    except ValidationError as error:
        found += faults(error, lambda _: File)
    else:
        if not found:
            return Reading(text, is_parsed=True), RecordMap(options, record, wanted)
    return Reading(text, faults=tuple(found), is_parsed=True, data=data), None


def _compiled(value: object, route: Route, found: list[Fault]) -> object:
    """Put a `Column` or a `Template` in the place of every table that asks for one."""
    if isinstance(value, dict) and not value.keys().isdisjoint(("column", "template")):
        model: type[MappedColumn | Template] = MappedColumn if "column" in value else Template
        try:
            return model.model_validate(value)
        except ValidationError as error:
            found += (replace(fault, route=(*route, *fault.route)) for fault in faults(error, lambda _: model))
            return Template.model_construct(template="")
    if isinstance(value, dict):
        return {key: _compiled(each, (*route, key), found) for key, each in value.items()}
    if isinstance(value, list):
        return [_compiled(each, (*route, index), found) for index, each in enumerate(value)]
    return value


def asked(tree: object, route: Route = ()) -> Iterator[tuple[Route, MappedColumn | Template]]:
    """Yield what a mapping asks for, and where."""
    if isinstance(tree, MappedColumn | Template):
        yield route, tree
    elif isinstance(tree, Mapping):
        for key, each in tree.items():
            yield from asked(each, (*route, key))
    elif isinstance(tree, list):
        for index, each in enumerate(tree):
            yield from asked(each, (*route, index))


def _record_faults(record: Mapping[str, Any], naming: Naming) -> Iterator[Fault]:
    """Yield what is wrong with a mapping whatever the rows say: keys that are unknown, constants that cannot be.

    A key may be missing where it has no column, for rows are checked as well, and which country is meant depends on
    their day.
    """
    places = {route for route, _ in asked(record)}
    yield from (Fault("wrong-type", route, {}, ("a table",)) for route in places if _is_for_tables(route))
    try:
        Meeting.model_validate(_constants(record), context=naming)
    except ValidationError as error:
        for fault in faults(error, model_at):
            if fault.kind == "unknown-key" and len(fault.route) == 1:
                yield replace(fault, expected=(*fault.expected, *sorted(_NAMES)))
            elif fault.kind == "unknown-key" or not (
                fault.kind in ("missing-key", "unknown-country") or fault.route in places
            ):
                yield fault


def _is_for_tables(route: Route) -> bool:
    """Tell whether a column stands where only tables can, which it may fill but cannot be."""
    return route[0] in TABLES and route[0] != "topics" and len([step for step in route if isinstance(step, str)]) == 1


def _constants(tree: object) -> Any:
    """Return what of a mapping does not depend on the row, None in the place of the rest."""
    if isinstance(tree, Mapping):
        return {key: _constants(each) for key, each in tree.items()}
    if isinstance(tree, list):
        return [_constants(each) for each in tree]
    return None if isinstance(tree, MappedColumn | Template) else tree
