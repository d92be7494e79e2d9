"""DuckDB over Parquet files, in this process."""

from collections.abc import Mapping
from typing import Any

import duckdb

from coopdb.errors import StopError
from coopdb.store.star.engine import Engine, Value
from coopdb.store.star.facets import facet_views, row_views
from coopdb.store.star.tables import column_types, is_later

# What comes before the names of what is stored, and of views for one question.
NAMES = ("memory.main.", "temp.main.")


class _DuckDB:
    """A connection that answers as SQLite's does."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def execute(self, statement: str, parameters: tuple[Value, ...] = (), /) -> list[Any]:
        """Run a statement."""
        try:
            return self._connection.execute(statement, list(parameters)).fetchall()
        except duckdb.Error as error:
            raise _broken(error) from error

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()


def open_tables(files: Mapping[str, str]) -> Engine:
    """Make views: tables, facets and rows with topics; a partition's value, or a day, is text, as in the index."""
    connection = duckdb.connect()
    try:
        for table, types in column_types().items():
            source = _source(files[table]) if table in files else "(SELECT NULL LIMIT 0)"  # an export of before it
            there = {name for name, *_ in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}  # noqa: S608  # quoted there
            columns = ", ".join(
                f"CAST({name if name in there else 'NULL'} AS {type_}) AS {name}"
                for name, type_ in types.items()
                if name in there or is_later(table, name)
            )
            connection.execute(f"CREATE VIEW {table} AS SELECT {columns} FROM {source}")  # noqa: S608  # the same
        for name, query in (*facet_views(), *row_views()):
            connection.execute(f"CREATE VIEW {name} AS {query}")
    except duckdb.Error as error:
        raise _broken(error) from error
    return _DuckDB(connection)


def _source(pattern: str) -> str:
    quoted = pattern.replace("'", "''")
    return f"read_parquet('{quoted}', hive_partitioning = true, hive_types_autocast = false)"


def _broken(error: duckdb.Error) -> StopError:
    reason = str(error).partition("\n")[0]
    return StopError(f"DuckDB cannot read the dataset: {reason}", "make it anew with `coopdb export parquet`")
