"""The statements that count, which SQLite over the index, DuckDB and Spark over an export all run as they are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coopdb.query.dimensions import Dimension
from coopdb.query.selection import Selection
from coopdb.query.units import UNITS, Unit
from coopdb.store.star import Star

Key = str | None  # None: the meeting has no value

OTHER = "(other)"
# A meeting without a value is kept, in both directions, as NULL.
_CELLS = """
WITH items AS ({unit})
SELECT row_values.value AS row_key, column_values.value AS column_key, {number} AS n
FROM items
  LEFT JOIN {rows} AS row_values ON row_values.meeting = items.meeting
  LEFT JOIN {columns} AS column_values ON column_values.meeting = items.meeting
GROUP BY row_values.value, column_values.value
"""
# Margins are told apart by `part`; each joins by itself, since no cells add up to them.
_MARGINS = """
WITH items AS ({unit})
SELECT 'row' AS part, row_values.value AS value, {number} AS n
FROM items LEFT JOIN {rows} AS row_values ON row_values.meeting = items.meeting
GROUP BY row_values.value
UNION ALL SELECT 'column', column_values.value, {number}
FROM items LEFT JOIN {columns} AS column_values ON column_values.meeting = items.meeting
GROUP BY column_values.value
UNION ALL SELECT 'total', NULL, {number} FROM items
"""
# Values that are not among the largest, as one.
_TOP = "(SELECT DISTINCT meeting, CASE WHEN value IN ({marks}) THEN value ELSE '(other)' END AS value FROM {facet})"
# The only column of a frequency table.
_ONE = "(SELECT meeting, '{unit}' AS value FROM meetings)"


class Margins(NamedTuple):
    """The distinct items of each row, of each column, and of all."""

    rows: Mapping[Key, int]
    columns: Mapping[Key, int]
    total: int


class Cells(NamedTuple):
    """The cells that are not empty, as (row, column, distinct items), and the words for what stands for a key there."""

    lines: Sequence[tuple[Any, Any, int]]
    rows: Mapping[int, str]
    columns: Mapping[int, str]

    def arranged(self, rows: Collection[Key], columns: Collection[Key]) -> list[list[int]]:
        """Return the rows and columns of these keys, every key that occurs and maybe more; zeros where nothing is."""
        down, across = _places(rows, self.rows), _places(columns, self.columns)
        grid = [[0] * len(columns) for _ in rows]
        for row, column, number in self.lines:
            grid[down[row]][across[column]] = number
        return grid


class Counting(NamedTuple):
    """What is to be counted: the items of the selected meetings by rows and columns.

    Rows other than the `top` ones, if there are any, are one. A unit for the columns is no facet, and makes one column.
    """

    rows: Dimension
    columns: Dimension
    selection: Selection
    unit: Unit
    top: Sequence[str] = ()

    def margins(self, star: Star) -> Margins:
        """Count the margins."""
        words = {"row": star.codes(self.rows.name), "column": star.codes(self.columns.name)}
        margins: dict[str, dict[Key, int]] = {"row": {}, "column": {}, "total": {}}
        for part, value, number in self._run(_MARGINS, star):
            margins[part][words[part].get(value, value) if part in words else None] = number
        return Margins(margins["row"], margins["column"], margins["total"][None])

    def cells(self, star: Star) -> Cells:
        """Count the cells."""
        return Cells(list(self._run(_CELLS, star)), star.codes(self.rows.name), star.codes(self.columns.name))

    def _run(self, statement: str, star: Star) -> Iterable[tuple[Any, Any, int]]:
        codes = {word: code for code, word in star.codes(self.rows.name).items()} if self.top else {}
        marks = tuple(codes.get(key, key) for key in self.top)
        facet = self.rows.facet
        filled = statement.format(
            unit=self.unit.sql.format(condition=self.selection.sql),
            number=self.unit.number,
            rows=_TOP.format(marks=", ".join("?" * len(marks)), facet=facet) if marks else facet,
            columns=_ONE.format(unit=self.columns.name) if self.columns.name in UNITS else self.columns.facet,
        )
        return star.connection.execute(filled, (*self.selection.parameters, *marks))


def _places(keys: Iterable[Key], words: Mapping[int, str]) -> dict[Any, int]:
    """Return the place of each key, and of the number that stands for it."""
    places: dict[Any, int] = {key: place for place, key in enumerate(keys)}
    return places | {code: places[word] for code, word in words.items() if word in places}
