"""The star of tables: one row a meeting, and around it parties, people, topics and so on. How it is made and filled."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from coopdb.store.star.engine import Row
from coopdb.vocabulary.tables import read_table

ColumnType = Literal["integer", "text", "day", "boolean"]

# What free words search, folded, by where it stands. It is not part of an export.
TEXTS = ("title", "people", "places", "content", "sources")
# The words around names that have an apostrophe, folded without it: `shane oneill minister`.
JOINED = "joined"


class StarColumn(NamedTuple):
    """A column of the star: its type, what it says, and the list or the vocabulary that its values are from.

    A value that is missing is NULL, never empty. A day is text such as `2026-02-01`, so that it compares as a date.
    """

    name: str
    type: ColumnType
    about: str
    values: str = ""


class StarTable(NamedTuple):
    """A table of the star: what a row stands for, and its columns, the first the number of the meeting."""

    name: str
    about: str
    columns: tuple[StarColumn, ...]


@cache
def star_tables() -> Mapping[str, StarTable]:
    """Read the tables of the star, by name, from `data/star.json`."""
    return MappingProxyType(
        {
            name: StarTable(
                name, each["about"], tuple(StarColumn(column, *given) for column, given in each["columns"].items())
            )
            for name, each in read_table("star")["tables"].items()
        }
    )


def typed_columns(table: str) -> dict[str, str]:
    """Return the columns that Parquet has in a type of their own, each with the type that the counting SQL expects."""
    types = {"day": "STRING", "boolean": "INTEGER"}
    return {column.name: types[column.type] for column in star_tables()[table].columns if column.type in types}


def _columns() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, tuple(column.name for column in table.columns)) for name, table in star_tables().items())
    yield "texts", ("meeting", *TEXTS, JOINED)


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
