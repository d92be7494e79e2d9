"""Chooses the columns of a table, in the order asked for."""

from collections.abc import Iterable, Sequence
from functools import partial

from coopdb.errors import usage_error
from coopdb.query.table import Column, LazyElements, Table
from coopdb.text import did_you_mean, fold, visible


def choose_columns(table: Table, names: Iterable[str]) -> Table:
    """Keep the columns that are named by key or header; all of them are shown. Another name is a usage error."""
    numbers = [_number(table, name) for name in names]
    columns = [table.columns[number] for number in numbers]
    return table._replace(
        columns=tuple(column._replace(is_for_machines=False, rank=0) for column in columns),
        rows=tuple(tuple(row[number] for number in numbers) for row in table.rows),
        stubs=sum(number < table.stubs for number in numbers),
        is_square=False,
        has_bars=False,
        document=LazyElements(partial(_object, columns=columns), table.document)
        if isinstance(table.document, Sequence)
        else table.document,
    )


def _number(table: Table, name: str) -> int:
    keys = {column.key: number for number, column in enumerate(table.columns)}
    headers = {fold(column.header): number for number, column in enumerate(table.columns) if column.header}
    if (number := keys.get(name, headers.get(fold(name)))) is not None:
        return number
    hint = did_you_mean(name, (*keys, *(column.header for column in table.columns if column.header)))
    raise usage_error(f"the table has no column `{visible(name)}`", hint or f"one of {', '.join(map(_quoted, keys))}")


def _quoted(key: str) -> str:
    return f"`{visible(key)}`"


def _object(whole: dict[str, object], columns: Iterable[Column]) -> dict[str, object]:
    """Keep what the columns say of an element of the document: `venue.city` is the `city` of its `venue`."""
    kept: dict[str, object] = {}
    for column in columns:
        name, dot, part = column.key.partition(".")
        value = whole.get(name)
        if dot and isinstance(value, dict):
            kept.setdefault(name, {})
            kept[name] |= {part: value[part]}  # type: ignore[operator]  # the dictionary made above
        else:
            kept[name] = value
    return kept
