"""The statement that counts, which SQLite over the index, DuckDB and Spark over an export all run as it is."""

from collections.abc import Sequence

from coopdb.query.dimensions import Dimension
from coopdb.query.selection import Selection
from coopdb.query.units import UNITS, Unit
from coopdb.store.star import Star

Key = str | None  # None: the meeting has no value
Cell = tuple[str, Key, Key, int]  # the part of the table, the keys of row and column, the number

OTHER = "(other)"
# One statement for cells, margins and total, told apart by `part`. A meeting without a value is kept, in both
# directions, as NULL. Every part joins by itself: SQLite would look through values that are put together once.
_SQL = """
WITH items AS ({unit})
SELECT 'cell' AS part, row_values.value AS row_key, column_values.value AS column_key, {number} AS n
FROM items
  LEFT JOIN {rows} AS row_values ON row_values.meeting = items.meeting
  LEFT JOIN {columns} AS column_values ON column_values.meeting = items.meeting
GROUP BY row_values.value, column_values.value
UNION ALL SELECT 'row', row_values.value, NULL, {number}
FROM items LEFT JOIN {rows} AS row_values ON row_values.meeting = items.meeting
GROUP BY row_values.value
UNION ALL SELECT 'column', NULL, column_values.value, {number}
FROM items LEFT JOIN {columns} AS column_values ON column_values.meeting = items.meeting
GROUP BY column_values.value
UNION ALL SELECT 'total', NULL, NULL, {number} FROM items
"""
# Values that are not among the largest, as one.
_TOP = "(SELECT DISTINCT meeting, CASE WHEN value IN ({marks}) THEN value ELSE '(other)' END AS value FROM {facet})"
# The only column of a frequency table.
_ONE = "(SELECT meeting, '{unit}' AS value FROM meetings)"


def count_cells(
    star: Star, sides: tuple[Dimension, Dimension], selection: Selection, unit: Unit, top: Sequence[str] = ()
) -> list[Cell]:
    """Count the items of the selected meetings by rows and columns; rows other than the `top` ones are one.

    A unit for the columns is no facet, and makes one column.
    """
    rows, columns = sides
    row_words, column_words = star.codes(rows.name), star.codes(columns.name)
    codes = {word: code for code, word in row_words.items()}
    marks = tuple(codes.get(key, key) for key in top)
    statement = _SQL.format(
        unit=unit.sql.format(condition=selection.sql),
        number=unit.number,
        rows=_TOP.format(marks=", ".join("?" * len(marks)), facet=rows.facet) if marks else rows.facet,
        columns=_ONE.format(unit=columns.name) if columns.name in UNITS else columns.facet,
    )
    # The rows stand in the statement twice.
    answer = star.connection.execute(statement, (*selection.parameters, *marks, *marks)).fetchall()
    return [(part, row_words.get(row, row), column_words.get(column, column), n) for part, row, column, n in answer]
