"""Cross-tabulation: distinct meetings by one or two dimensions, each margin a count of its own."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coopdb.query.dimensions import NONE, Dimension
from coopdb.query.selection import Selection
from coopdb.query.table import Column, Table, Value
from coopdb.text import count

Cells = Mapping[tuple[str, str], int]

# One statement for cells, margins and total. A meeting without a value is kept under (none), in both directions.
_SQL = """
WITH chosen AS (SELECT meeting FROM meetings WHERE {condition}),
row_values AS (
  SELECT chosen.meeting, COALESCE(dimension.value, '(none)') AS value
  FROM chosen LEFT JOIN ({rows}) AS dimension ON dimension.meeting = chosen.meeting
),
column_values AS (
  SELECT chosen.meeting, COALESCE(dimension.value, '(none)') AS value
  FROM chosen LEFT JOIN ({columns}) AS dimension ON dimension.meeting = chosen.meeting
)
SELECT row_values.value AS row_key, column_values.value AS column_key, COUNT(DISTINCT row_values.meeting) AS n
FROM row_values JOIN column_values ON column_values.meeting = row_values.meeting
GROUP BY row_values.value, column_values.value
UNION ALL SELECT value, NULL, COUNT(DISTINCT meeting) FROM row_values GROUP BY value
UNION ALL SELECT NULL, value, COUNT(DISTINCT meeting) FROM column_values GROUP BY value
UNION ALL SELECT NULL, NULL, COUNT(*) FROM chosen
"""
_ONE_COLUMN = Dimension("meetings", "meetings", "SELECT meeting, 'meetings' AS value FROM meetings")


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the statement answers: every number, apart by what it counts."""

    cells: Cells
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    total: int


def crosstab(
    connection: sqlite3.Connection,
    rows: Dimension,
    columns: Dimension | None,
    selection: Selection,
    *,
    totals: bool = True,
) -> Table:
    """Count the selected meetings by one dimension or two; `totals` adds the margins."""
    across = columns or _ONE_COLUMN
    counts = _count(connection, rows, across, selection)
    row_keys, column_keys = _in_order(rows, counts.rows), _in_order(across, counts.columns)
    has_totals = totals and columns is not None
    body = [_row(rows, key, column_keys, counts, has_totals=has_totals) for key in row_keys]
    if totals:
        margin = [counts.columns.get(key, 0) for key in column_keys]
        body.append(("", "total", *margin, *([counts.total] if has_totals else [])))
    return Table(
        columns=_columns(rows, across, column_keys, has_totals=has_totals),
        rows=tuple(body),
        footer=_footer(rows, columns, counts, selection),
        stubs=2,
        has_totals=totals,
        is_square=rows is columns,
        document=_document(rows, columns, row_keys, column_keys, counts, selection),
    )


def _count(connection: sqlite3.Connection, rows: Dimension, columns: Dimension, selection: Selection) -> _Counts:
    statement = _SQL.format(condition=selection.sql, rows=rows.sql, columns=columns.sql)
    answer = connection.execute(statement, selection.parameters).fetchall()
    return _Counts(
        cells={(row, column): n for row, column, n in answer if row is not None and column is not None},
        rows={row: n for row, column, n in answer if row is not None and column is None},
        columns={column: n for row, column, n in answer if row is None and column is not None},
        total=next(n for row, column, n in answer if row is None and column is None),
    )


def _in_order(dimension: Dimension, totals: Mapping[str, int]) -> list[str]:
    """Order the keys as their dimension has it, else the largest first; (none) comes last."""
    keys = [key for key in totals if key != NONE]
    if dimension.order:
        keys = dimension.order(keys)
    else:
        keys.sort(key=lambda key: (-totals[key], dimension.label(key).casefold(), key))
    return [*keys, NONE] if NONE in totals else keys


def _row(
    dimension: Dimension, key: str, column_keys: Iterable[str], counts: _Counts, *, has_totals: bool
) -> tuple[Value, ...]:
    cells = [counts.cells.get((key, column), 0) for column in column_keys]
    return (
        "" if key == NONE else key,
        _label(dimension, key),
        *cells,
        *([counts.rows.get(key, 0)] if has_totals else []),
    )


def _label(dimension: Dimension, key: str) -> str:
    return NONE if key == NONE else dimension.label(key)


def _columns(rows: Dimension, across: Dimension, column_keys: Iterable[str], *, has_totals: bool) -> tuple[Column, ...]:
    stub = Column(rows.name, "", "code", is_for_machines=not rows.is_coded)
    label = Column("label", rows.name.replace("-", " "), "label")
    cells = (Column(key, _label(across, key), "count", short=across.short(key)) for key in column_keys)
    return (stub, label, *cells, *([Column("total", "total", "count")] if has_totals else []))


def _footer(rows: Dimension, columns: Dimension | None, counts: _Counts, selection: Selection) -> tuple[str, ...]:
    """Say what was counted: n, the unit, the dimensions, the filters, and why rows do not add up."""
    size = f"{len(counts.rows)} {rows.plural}" + (f" × {len(counts.columns)} {columns.plural}" if columns else "")
    return (
        " · ".join((count(counts.total, "meeting"), size, *selection.words)),
        "A meeting can have several values: rows and columns need not add up, every total counts distinct meetings.",
    )


def _document(
    rows: Dimension,
    columns: Dimension | None,
    row_keys: list[str],
    column_keys: list[str],
    counts: _Counts,
    selection: Selection,
) -> dict[str, object]:
    """Put the table in the shape of `crosstab --format json`, version 1. Totals are always in it."""
    across = columns or _ONE_COLUMN
    return {
        "version": 1,
        "rows": rows.name,
        "columns": columns.name if columns else None,
        "unit": "meetings",
        "row_keys": row_keys,
        "column_keys": column_keys,
        "row_labels": [_label(rows, key) for key in row_keys],
        "column_labels": [_label(across, key) for key in column_keys],
        "cells": [[counts.cells.get((row, column), 0) for column in column_keys] for row in row_keys],
        "row_totals": [counts.rows.get(key, 0) for key in row_keys],
        "column_totals": [counts.columns.get(key, 0) for key in column_keys],
        "total": counts.total,
        "filters": dict(selection.filters),
    }
