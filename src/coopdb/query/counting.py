"""The statement that counts, which SQLite over the index, DuckDB and Spark over an export all run as it is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coopdb.query.dimensions import Dimension
from coopdb.query.selection import Selection
from coopdb.query.units import UNITS, Unit
from coopdb.store.star import Star

Key = str | None  # None: the meeting has no value
Line = tuple[Any, Any, int]  # what the star has for the keys of row and column, and the number

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


class Counted(NamedTuple):
    """What the statement answers: the margins by key, the total, and the cells by row and column in their order."""

    rows: Mapping[Key, int]
    columns: Mapping[Key, int]
    total: int
    cells: Sequence[Sequence[int]]

    def arranged(self, rows: Iterable[Key], columns: Iterable[Key]) -> tuple[list[int], ...]:
        """Return the cells for other keys, in another order: zeros for those that do not occur."""
        down, across = ({key: number for number, key in enumerate(keys)} for keys in (self.rows, self.columns))
        places = [across.get(key, -1) for key in columns]
        every = [*([*cells, 0] for cells in self.cells), [0] * (len(across) + 1)]
        return tuple([cells[place] for place in places] for cells in (every[down.get(key, -1)] for key in rows))


def count_cells(
    star: Star, sides: tuple[Dimension, Dimension], selection: Selection, unit: Unit, top: Sequence[str] = ()
) -> Counted:
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
    parts: dict[str, list[Line]] = {"cell": [], "row": [], "column": [], "total": []}
    # The rows stand in the statement twice.
    for part, row, column, number in star.connection.execute(statement, (*selection.parameters, *marks, *marks)):
        parts[part].append((row, column, number))
    return Counted(
        rows={row_words.get(row, row): number for row, _, number in parts["row"]},
        columns={column_words.get(column, column): number for _, column, number in parts["column"]},
        total=parts["total"][0][2],
        cells=_grid(parts["cell"], [row for row, _, _ in parts["row"]], [column for _, column, _ in parts["column"]]),
    )


def _grid(cells: Iterable[Line], rows: Iterable[object], columns: Iterable[object]) -> list[list[int]]:
    across = {column: number for number, column in enumerate(columns)}
    grid = {row: [0] * len(across) for row in rows}
    for row, column, number in cells:
        grid[row][across[column]] = number
    return list(grid.values())
