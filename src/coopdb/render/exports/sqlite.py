"""The star as one SQLite database, with a key on meetings and an index on every reference to them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date

from coopdb.query.export import ExportedTable
from coopdb.store.star.tables import StarTable

_APPLICATION, _PLACE = 0x636F6F70, 68  # `coop`; where the header of a database has it
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "text": "TEXT", "day": "TEXT"}


def render(tables: Iterable[ExportedTable], _: date) -> Iterator[tuple[str, bytes]]:
    """Yield the database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        for each in tables:
            connection.execute(f'CREATE TABLE "{each.table.name}" ({", ".join(_columns(each.table))})')
            marks = ", ".join("?" * len(each.table.columns))
            connection.executemany(f'INSERT INTO "{each.table.name}" VALUES ({marks})', each.rows())  # noqa: S608  # our own names
            if _refers(each.table):
                connection.execute(f'CREATE INDEX "{each.table.name}_by_meeting" ON "{each.table.name}" (meeting)')
        connection.commit()
        yield "", connection.serialize()


def is_own(ends: bytes) -> bool:
    """Tell whether a database is by its application, which its header has."""
    return ends.startswith(b"SQLite format 3\0") and ends[_PLACE : _PLACE + 4] == _APPLICATION.to_bytes(4, "big")


def _columns(table: StarTable) -> Iterator[str]:
    for column in table.columns:
        key = " PRIMARY KEY" if table.name == "meetings" and column.name == "meeting" else ""
        reference = " REFERENCES meetings" if _refers(table) and column.name == "meeting" else ""
        yield f'"{column.name}" {_TYPES[column.type]}{key}{reference}'


def _refers(table: StarTable) -> bool:
    return table.name != "meetings" and table.columns[0].name == "meeting"
