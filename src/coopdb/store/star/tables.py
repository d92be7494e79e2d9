"""The star of tables: one row a meeting, and around it parties, people, topics and so on. How it is made and filled."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from coopdb.record.fields import RecordField, columns_of, record_fields
from coopdb.store.star.engine import Row, Value
from coopdb.vocabulary.tables import read_table

ColumnType = Literal["integer", "text", "day", "boolean"]

# What free words search, folded, by where it stands. It is not part of an export.
TEXTS = ("title", "people", "places", "content", "sources")
# The words around names that have an apostrophe, folded without it: `shane oneill minister`.
JOINED = "joined"
_VOCABULARIES = ("country", "topic")  # whose keys `labels` words, where a key of the record holds them


class StarColumn(NamedTuple):
    """A column of the star: its type, what it says, and the list or the vocabulary that its values are from.

    `since` is the version of the star that brought it. A value that is missing is NULL, never empty.
    A day is text such as `2026-02-01`, so that it compares as a date.
    """

    name: str
    type: ColumnType
    about: str
    values: str = ""
    since: int = 1


class StarTable(NamedTuple):
    """A table of the star: what a row stands for, and its columns, the first the number of the meeting."""

    name: str
    about: str
    columns: tuple[StarColumn, ...]
    since: int = 1


@cache
def star_tables() -> Mapping[str, StarTable]:
    """Read the tables of the star, by name, from `data/star.json`, with the columns that keys of the record fill."""
    of_keys = _columns_of_keys()
    return MappingProxyType(
        {
            name: StarTable(
                name, each["about"], tuple(_whole(each["columns"], of_keys.get(name, {}))), each.get("since", 1)
            )
            for name, each in read_table("star")["tables"].items()
        }
    )


def _whole(listed: Mapping[str, list[str] | None], of_keys: Mapping[str, StarColumn]) -> Iterator[StarColumn]:
    """Yield the columns that are listed, and then those of keys that are not."""
    for name, given in listed.items():
        yield StarColumn(name, *given) if given else of_keys[name]  # type: ignore[arg-type]  # the type is one of the list
    yield from (column for name, column in of_keys.items() if name not in listed)


def _columns_of_keys() -> Mapping[str, dict[str, StarColumn]]:
    """Make the columns that keys of the record fill, by table and name."""
    found: dict[str, dict[str, StarColumn]] = {}
    for table in record_fields():
        for each in columns_of(table):
            found.setdefault(each.star_table, {})[each.column] = _column(each)
    return found


def _column(field: RecordField) -> StarColumn:
    about = field.about or field.help[:1].lower() + field.help[1:].rstrip(".")
    values = field.kind if field.kind in _VOCABULARIES or field.kind[:1].isupper() else ""
    types: Mapping[str, ColumnType] = {"flag": "boolean", "number": "integer"}
    return StarColumn(field.column, types.get(field.kind, "text"), about, values, field.since)


def column_types() -> dict[str, dict[str, str]]:
    """Return the type that the counting SQL expects of each column, by table: whole numbers, or text."""
    types = {"text": "STRING", "day": "STRING", "boolean": "INTEGER", "integer": "INTEGER"}
    return {name: {each.name: types[each.type] for each in table.columns} for name, table in star_tables().items()}


def is_later(table: str, column: str) -> bool:
    """Tell whether exports of earlier versions do without a column, or without its table."""
    whole = star_tables()[table]
    return whole.since > 1 or any(each.name == column and each.since > 1 for each in whole.columns)


def _columns() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, tuple(column.name for column in table.columns)) for name, table in star_tables().items())
    yield "texts", ("meeting", *TEXTS, JOINED)


def row_of(table: str, values: Mapping[str, Value]) -> Row:
    """Put values, by the names of columns, in the order of a table; the number of the meeting comes before them."""
    return tuple(map(values.get, _names(table)))


@cache
def _names(table: str) -> tuple[str, ...]:
    return dict(_columns())[table][1:]


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a star, empty."""
    for table, columns in _columns():
        connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        connection.execute(f"CREATE INDEX {table}_by_meeting ON {table} (meeting)")  # and so in the order of the record
    connection.execute("CREATE INDEX meetings_by_status ON meetings (status, draft, meeting)")


def add_rows(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Iterable[Row]]]) -> None:
    """Add the rows of meetings, by the meeting's number and by table."""
    for table, columns in _columns():
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608  # our own names
        filled = ((meeting, *row) for meeting, tables in rows.items() for row in tables[table])
        connection.executemany(statement, filled)


def remove_rows(connection: sqlite3.Connection, meeting: int) -> None:
    """Remove the rows of one meeting."""
    for table, _ in _columns():
        connection.execute(f"DELETE FROM {table} WHERE meeting = ?", (meeting,))  # noqa: S608  # our own names
