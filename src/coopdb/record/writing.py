"""Writes a meeting as canonical TOML: keys in the model's order, dates as TOML dates where they are whole days."""

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
    for key, value in tables.items():
        parts += (
            [f"[[{key}]]\n{toml.dump(each)}" for each in value]
            if isinstance(value, list)
            else [f"[{key}]\n{toml.dump(value)}"]
        )
    return "\n".join(parts)


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
