"""Writes a meeting as canonical TOML: keys in the model's order, dates as TOML dates where they are whole days."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from coopdb.record import toml
from coopdb.record.dates import PartialDate
from coopdb.record.model import Meeting, RecordTable, Topic


def to_toml(meeting: Meeting) -> str:
    """Write a meeting as TOML. What a default says already is left out."""
    values = _values(meeting)
    tables = {key: value for key, value in values.items() if _is_tables(value)}
    parts = [toml.dump({key: value for key, value in values.items() if key not in tables})]
    return "\n".join([*parts, *(part for each in tables.items() for part in _tables(*each))])


def _tables(name: str, value: Any) -> Iterator[str]:
    """Yield a table, or those of an array, each followed by what stands in it."""
    for each in value if isinstance(value, list) else [value]:
        inner = {key: tables for key, tables in each.items() if _is_tables(tables)}
        header = f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
        yield f"{header}\n{toml.dump({key: plain for key, plain in each.items() if key not in inner})}"
        for key, tables in inner.items():
            yield from _tables(f"{name}.{key}", tables)


def _is_tables(value: object) -> bool:
    """Tell a table or an array of them, which gets headers; tomli-w would write short ones on one line."""
    return isinstance(value, dict) or (isinstance(value, list) and all(isinstance(each, dict) for each in value))


def _values(table: RecordTable) -> dict[str, Any]:
    fields = type(table).model_fields
    given = {name: getattr(table, name) for name in fields if getattr(table, name) != fields[name].default}
    return {name: _value(value) for name, value in given.items()}


def _value(value: object) -> object:
    match value:
        case PartialDate():
            return date.fromisoformat(value.text) if value.is_whole_day else value.text
        case tuple() if value and all(isinstance(each, Topic) and _is_bare(each) for each in value):
            return [each.topic for each in value]
        case tuple():
            return [_value(each) for each in value]
        case RecordTable():
            return _values(value)
        case _:
            return value


def _is_bare(topic: Topic) -> bool:
    return topic == Topic.model_construct(topic=topic.topic)
