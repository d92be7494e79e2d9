"""Reads the values that follow an answer by their keys: `agreement: On data; in_force=2026-03; expires=2031`."""

import re
from functools import partial
from typing import Any

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.days import read_day
from coopdb.author.parties import read_owner
from coopdb.author.unclear_answer import Unclear, mapped
from coopdb.author.worded_values import read_value, values_of
from coopdb.errors import usage_error
from coopdb.record.fields import RecordField, record_fields
from coopdb.record.free_words import flag
from coopdb.text import did_you_mean

# With a space after the semicolon: an address may have `;v=1` in it.
_NAMED = re.compile(r";\s+(\w+)\s*=([^;]*)\Z")
Said = tuple[tuple[RecordField, str], ...]


def part_named(text: str, table: str) -> tuple[str, Said]:
    """Part a text from the values at its end that are named by keys of a table of the record: the rest, and these."""
    keys = {each.key: each for each in record_fields()[table] if each.kind != "table" and not each.is_list}
    said: list[tuple[RecordField, str]] = []
    while found := _NAMED.search(text):
        key, value = found.groups()
        if key not in keys:
            hint = did_you_mean(key, keys)
            if not hint:
                break
            raise usage_error(f"unknown key `{key}` of `{table}`", hint)
        said.insert(0, (keys[key], value.strip()))
        text = text[: found.start()].rstrip()
    return text, tuple(said)


def with_named(read: Any, said: Said, setting: AnswerContext) -> Any:
    """Put named values into a table that was read, or into each that it may be; one doubt at a time."""
    for field, text in said:
        value = _value(field, text, setting)
        if isinstance(value, Unclear) and isinstance(read, Unclear):
            raise value.error()
        if isinstance(value, Unclear):
            read = value.mapped(partial(_put, read, field.key))
        else:
            read = mapped(read, partial(_with, field.key, value))
    return read


def _put(table: Values, key: str, value: Any) -> Values:
    return {**table, key: value}


def _with(key: str, value: Any, table: Values) -> Values:
    return _put(table, key, value)


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
