"""Reads the values that follow an answer by their keys: `agreement: On data; in_force=2026-03; expires=2031`."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.days import read_day
from coopdb.author.parties import read_owner
from coopdb.author.unclear_answer import Unclear, mapped
from coopdb.author.worded_values import read_value, values_of
from coopdb.errors import StopError, usage_error
from coopdb.pattern import pattern
from coopdb.record.fields import RecordField, record_fields
from coopdb.record.free_words import flag
from coopdb.text import did_you_mean

# With a space after the semicolon: an address may have `;v=1` in it.
_KEY = pattern(r";\s+(\w+)\s*=")
_NAMED = pattern(_KEY.pattern + r"([^;]*)\Z")
Said = tuple[tuple[RecordField, str], ...]


def part_named(text: str, table: str) -> tuple[str, Said]:
    """Part a text from the values at its end that are named by keys of a table of the record: the rest, and these."""
    fields = {each.key: each for each in record_fields()[table]}
    said: dict[str, tuple[RecordField, str]] = {}
    while found := _NAMED.search(text):
        key, value = found[1], found[2].strip()
        field = fields.get(key)
        if field is None or not _is_one_value(field):
            break
        if not value:
            raise usage_error(f"`{key}=` has no value", "write one behind it, or leave it out")
        if key in said:
            raise _said_twice(key)
        said[key] = field, value
        text = text[: found.start()].rstrip()
    _refuse_keys(text, table, fields)
    return text, tuple(reversed(said.values()))


def _is_one_value(field: RecordField) -> bool:
    return field.kind != "table" and not field.is_list


def _refuse_keys(text: str, table: str, fields: Mapping[str, RecordField]) -> None:
    """Raise where a text that is left has a key, or a slip for one at its end: it would become part of a title."""
    keys = [key for key, field in fields.items() if _is_one_value(field)]
    for key in _KEY.findall(text):
        if key in keys:
            raise usage_error(f"`{key}=` does not stand at the end", "write what has a key behind all other values")
        if key in fields:
            raise usage_error(f"`{key}` has several values", "write it into the record itself: `coopdb edit ID`")
    found = _NAMED.search(text)
    if found and (hint := did_you_mean(found[1], keys)):
        raise usage_error(f"unknown key `{found[1]}` of `{table}`", hint)


def _said_twice(key: str) -> StopError:
    return usage_error(f"`{key}` is given twice", "give it once")


def with_named(read: Any, said: Said, setting: AnswerContext) -> Any:
    """Put named values into a table that was read, or into each that it may be; one doubt at a time."""
    for field, text in said:
        value = _value(field, text, setting)
        if isinstance(value, Unclear) and isinstance(read, Unclear):
            raise value.error()
        if isinstance(value, Unclear):
            read = value.mapped(partial(_put, read, field.key))
        else:
            read = mapped(read, partial(_put, key=field.key, value=value))
    return read


def _put(table: Values, key: str, value: Any) -> Values:
    if key in table:
        raise _said_twice(key)
    return {**table, key: value}


def _value(field: RecordField, text: str, setting: AnswerContext) -> Any:
    if values := values_of(field.kind):
        return read_value(text, values, field.key)
    if field.kind == "flag":
        return _flag(field, text)
    if field.kind in ("date", "signed"):
        return read_day(text)
    return read_owner(text, setting) if field.kind == "party" else text


def _flag(field: RecordField, text: str) -> bool:
    said = flag(text)
    if not said:
        raise usage_error(f"`{field.key}={text}` is not yes or no", f"write `{field.key}=true`")
    return said == "true"
