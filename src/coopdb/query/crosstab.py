"""Cross-tabulation: distinct meetings by one or two dimensions, each margin a count of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coopdb.query.dimensions import Dimension
from coopdb.query.selection import Selection
from coopdb.query.table import Column, Table, Value
from coopdb.store.star import Star
from coopdb.text import count
from coopdb.vocabulary.vocabularies import Vocabularies

Key = str | None  # None: the meeting has no value

# One statement for cells, margins and total, told apart by `part`. A meeting without a value is kept, in both
# directions, as NULL.
_SQL = """
WITH chosen AS (SELECT meeting FROM meetings WHERE {condition}),
row_values AS (
  SELECT chosen.meeting, dimension.value
  FROM chosen LEFT JOIN ({rows}) AS dimension ON dimension.meeting = chosen.meeting
),
column_values AS (
  SELECT chosen.meeting, dimension.value
  FROM chosen LEFT JOIN ({columns}) AS dimension ON dimension.meeting = chosen.meeting
)
SELECT 'cell' AS part, row_values.value AS row_key, column_values.value AS column_key,
  COUNT(DISTINCT row_values.meeting) AS n
FROM row_values JOIN column_values ON column_values.meeting = row_values.meeting
GROUP BY row_values.value, column_values.value
UNION ALL SELECT 'row', value, NULL, COUNT(DISTINCT meeting) FROM row_values GROUP BY value
UNION ALL SELECT 'column', NULL, value, COUNT(DISTINCT meeting) FROM column_values GROUP BY value
UNION ALL SELECT 'total', NULL, NULL, COUNT(*) FROM chosen
"""
_NONE = "(none)"
_ONE_COLUMN = Dimension("meetings", "meeting", "meetings", "SELECT meeting, 'meetings' AS value FROM meetings")
_OVERLAP = "A meeting can have several values: rows and columns need not add up, every total counts distinct meetings."


@dataclass(frozen=True, slots=True)
class _Axis:
    """The keys along one side of a table, in order, each with its margin: the distinct meetings that have it."""

    dimension: Dimension
    margins: Mapping[Key, int]
    vocabularies: Vocabularies

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys for machines."""
        return tuple(_NONE if key is None else key for key in self.margins)

    @property
    def labels(self) -> tuple[str, ...]:
        """The keys in words."""
        return tuple(_NONE if key is None else self.dimension.label(key, self.vocabularies) for key in self.margins)

    @property
    def shorts(self) -> tuple[str, ...]:
        """The keys in words for the headers of narrow columns."""
        return tuple(_NONE if key is None else self.dimension.short(key, self.vocabularies) for key in self.margins)

    @property
    def size(self) -> str:
        """How many keys there are, in words."""
        return count(len(self.margins), self.dimension.noun, self.dimension.plural)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the statement answers: every number, apart by what it counts."""

    rows: _Axis
    columns: _Axis
    cells: Mapping[tuple[Key, Key], int]
    total: int

    def row(self, key: Key) -> list[int]:
        """Return the cells of a row."""
        return [self.cells.get((key, column), 0) for column in self.columns.margins]

    @property
    def overlap(self) -> bool:
        """Tell whether some meeting stands in several rows or columns."""
        return any(sum(axis.margins.values()) != self.total for axis in (self.rows, self.columns))


def crosstab(
    star: Star, rows: Dimension, columns: Dimension | None, selection: Selection, *, totals: bool = True
) -> Table:
    """Count the selected meetings by one dimension or two; `totals` adds the margins."""
    counts = _count(star, rows, columns or _ONE_COLUMN, selection)
    has_totals = totals and columns is not None
    return Table(
        columns=tuple(_columns(counts, has_totals=has_totals)),
        rows=tuple(_rows(counts, totals=totals, has_totals=has_totals)),
        footer=tuple(_footer(counts, columns, selection)),
        stubs=2,
        has_totals=totals,
        is_square=rows is columns,
        document=_document(counts, columns, selection),
    )


def _count(star: Star, rows: Dimension, columns: Dimension, selection: Selection) -> _Counts:
    statement = _SQL.format(condition=selection.sql, rows=rows.sql, columns=columns.sql)
    answer = star.connection.execute(statement, selection.parameters).fetchall()

    def axis(dimension: Dimension, part: str, place: int) -> _Axis:
        margins = {line[place]: line[3] for line in answer if line[0] == part}
        return _Axis(dimension, _in_order(dimension, margins, star.vocabularies), star.vocabularies)

    return _Counts(
        rows=axis(rows, "row", 1),
        columns=axis(columns, "column", 2),
        cells={(row, column): n for part, row, column, n in answer if part == "cell"},
        total=next(n for part, _, _, n in answer if part == "total"),
    )


def _in_order(dimension: Dimension, margins: Mapping[Key, int], words: Vocabularies) -> dict[Key, int]:
    """Order the keys as their dimension has it, else the largest first; those without a value come last."""
    keys = [key for key in margins if key is not None]
    if dimension.order:
        keys = dimension.order(keys)
    else:
        keys.sort(key=lambda key: (-margins[key], dimension.label(key, words).casefold(), key))
    none: list[Key] = [None] if None in margins else []
    return {key: margins.get(key, 0) for key in (*keys, *none)}


def _rows(counts: _Counts, *, totals: bool, has_totals: bool) -> Iterator[tuple[Value, ...]]:
    rows = counts.rows
    for label, key, (value, margin) in zip(rows.labels, rows.keys, rows.margins.items(), strict=True):
        yield (key, label, *counts.row(value), *([margin] if has_totals else []))
    if totals:
        yield ("", "total", *counts.columns.margins.values(), *([counts.total] if has_totals else []))


def _columns(counts: _Counts, *, has_totals: bool) -> Iterator[Column]:
    dimension, across = counts.rows.dimension, counts.columns
    yield Column(dimension.name, "", "code", is_for_machines=not dimension.is_coded)
    yield Column("label", dimension.name.replace("-", " "), "label")
    for key, label, short in zip(across.keys, across.labels, across.shorts, strict=True):
        yield Column(key, label, "count", short=short)
    if has_totals:
        yield Column("total", "total", "count", is_margin=True)


def _footer(counts: _Counts, columns: Dimension | None, selection: Selection) -> Iterator[str]:
    """Say what was counted: n, the unit, the dimensions, the filters, and why rows do not add up."""
    size = counts.rows.size + (f" × {counts.columns.size}" if columns else "")
    yield " · ".join((count(counts.total, "meeting"), size, *selection.words))
    notes = dict.fromkeys(axis.dimension.note for axis in (counts.rows, counts.columns))
    yield from filter(None, notes)
    if counts.overlap:
        yield _OVERLAP


def _document(counts: _Counts, columns: Dimension | None, selection: Selection) -> dict[str, object]:
    """Put the table in the shape of `crosstab --format json`, version 1. Totals are always in it."""
    return {
        "version": 1,
        "rows": counts.rows.dimension.name,
        "columns": columns.name if columns else None,
        "unit": "meetings",
        "row_keys": list(counts.rows.keys),
        "column_keys": list(counts.columns.keys),
        "row_labels": list(counts.rows.labels),
        "column_labels": list(counts.columns.labels),
        "cells": [counts.row(key) for key in counts.rows.margins],
        "row_totals": list(counts.rows.margins.values()),
        "column_totals": list(counts.columns.margins.values()),
        "total": counts.total,
        "filters": dict(selection.filters),
    }
