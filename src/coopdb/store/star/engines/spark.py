"""Spark over Parquet files: the cluster that `spark-submit` was told of, else this machine alone."""

from collections.abc import Mapping
from typing import Any

from pyspark import SparkConf
from pyspark.sql import SparkSession
from pyspark.sql.functions import lit

from coopdb.store.star.engine import Engine, Value
from coopdb.store.star.facets import facet_views, row_views
from coopdb.store.star.tables import column_types, is_later

# Alone, nothing listens but on the loopback, and nothing is shown.
_ALONE = {
    "spark.master": "local[*]",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "4",
    "spark.log.level": "ERROR",
}

# What comes before the names of what is stored, and of views for one question: all are temporary here.
NAMES = ("stored_", "")


class _Spark:
    """A session that answers as SQLite's connection does."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def execute(self, statement: str, parameters: tuple[Value, ...] = (), /) -> list[Any]:
        """Run a statement."""
        return [tuple(row) for row in self._session.sql(statement, args=list(parameters)).collect()]

    def close(self) -> None:
        """Stop Spark."""
        self._session.stop()


def open_tables(files: Mapping[str, str]) -> Engine:
    """Make views: tables, facets and rows with topics; a partition's value, or a day, is text, as in the index."""
    builder = SparkSession.builder.appName("coopdb")
    if not SparkConf().contains("spark.master"):
        for name, value in _ALONE.items():
            builder = builder.config(name, value)
    session = builder.config("spark.sql.sources.partitionColumnTypeInference.enabled", "false").getOrCreate()
    for table, types in column_types().items():
        if table in files:
            frame = session.read.parquet(files[table].removesuffix("/**/*.parquet"))
        else:  # an export of before it
            frame = session.sql("SELECT NULL AS meeting LIMIT 0")
        for name, type_ in types.items():
            if name in frame.columns or is_later(table, name):
                value = frame[name] if name in frame.columns else lit(None)
                frame = frame.withColumn(name, value.cast(type_))
        frame.createOrReplaceTempView(table)
        frame.createOrReplaceTempView(f"{NAMES[0]}{table}")
    for name, query in (*facet_views(), *row_views()):
        session.sql(query).createOrReplaceTempView(name)
    return _Spark(session)
