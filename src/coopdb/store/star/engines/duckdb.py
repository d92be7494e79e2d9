"""DuckDB over Parquet files, in this process."""

from collections.abc import Mapping
from typing import Any

import duckdb

from coopdb.errors import StopError
from coopdb.store.star.engine import Engine, Value
from coopdb.store.star.facets import facet_views, row_views
from coopdb.store.star.tables import typed_columns


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
        for table, pattern in files.items():
            quoted = pattern.replace("'", "''")
            source = f"read_parquet('{quoted}', hive_partitioning = true, hive_types_autocast = false)"
            casts = ", ".join(f"CAST({name} AS {type_}) AS {name}" for name, type_ in typed_columns(table).items())
            columns = f"* REPLACE ({casts})" if casts else "*"
            connection.execute(f"CREATE VIEW {table} AS SELECT {columns} FROM {source}")  # noqa: S608  # quoted above
        for name, query in (*facet_views(), *row_views()):
            connection.execute(f"CREATE VIEW {name} AS {query}")
    except duckdb.Error as error:
        raise _broken(error) from error
    return _DuckDB(connection)


def _broken(error: duckdb.Error) -> StopError:
    reason = str(error).partition("\n")[0]
    return StopError(f"DuckDB cannot read the dataset: {reason}", "make it anew with `coopdb export parquet`")
