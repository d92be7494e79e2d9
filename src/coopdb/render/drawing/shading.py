"""Shades counts, and percentages, by their size. The number is always there too, so nothing is lost without colours."""

from collections.abc import Iterator
from math import ceil

from coopdb.query.table import Column, Table, Value

# From few to many: each foreground reads on its background, on dark terminals and on light ones.
_SHADES = (
    "#d5f5f0 on #134e4a",
    "#effdfa on #0f766e",
    "#ffffff on #0d9488",
    "#042f2e on #2dd4bf",
    "#042f2e on #99f6e4",
)
_NOTHING = "bright_black"
_MARGIN, _BAR = "bold", "cyan"


class Shading:
    """The style of every cell of a table: counts by size, margins bold, asides plain, zeros and diagonal faint."""

    def __init__(self, table: Table, columns: list[Column], rows: list[list[Value]]) -> None:
        self._table = table
        self._rows = rows
        self._columns = columns
        self._is_count = [column.kind == "count" for column in columns]
        self._first = self._is_count.index(True) if True in self._is_count else len(columns)
        self._asides = len(rows) - table.has_totals - table.asides
        inner = (
            value
            for line, row in enumerate(rows)
            for number, value in enumerate(row)
            if isinstance(value, int | float) and not self._is_outside(line, number)
        )
        self._most: float = max(inner, default=0)

    def row(self, line: int) -> str:
        """Style a whole row."""
        return _MARGIN if self._table.has_totals and line == len(self._rows) - 1 else ""

    def bar(self, line: int) -> str:
        """Style a bar: faint where the row is not a value among others."""
        return _NOTHING if line >= self._asides else _BAR

    def style(self, line: int, number: int) -> str:
        """Style one cell."""
        value = self._rows[line][number]
        if not self._is_count[number] or not isinstance(value, int | float):
            return ""
        if self._is_margin(line, number):
            return _MARGIN
        if value and self._is_aside(line, number):
            return ""
        level = self.level(line, number)
        return _NOTHING if level is None else _SHADES[level]

    def level(self, line: int, number: int) -> int | None:
        """Return the shade of a count, 0 for the fewest to 4 for the most; None for one that is not shaded."""
        value = self._rows[line][number]
        if not self._is_count[number] or not isinstance(value, int | float) or not value:
            return None
        if self._is_outside(line, number):
            return None
        return ceil(value * len(_SHADES) / self._most) - 1

    def ranges(self) -> Iterator[tuple[int, float, float]]:
        """Yield each shade that some cell may have, with the least and the most that it stands for."""
        for level in range(len(_SHADES) if self._most else 0):
            least, most = level * self._most / len(_SHADES), (level + 1) * self._most / len(_SHADES)
            if isinstance(self._most, int):
                least, most = int(least) + 1, int(most)
            if least <= most:
                yield level, least, most

    def _is_outside(self, line: int, number: int) -> bool:
        """Tell a cell that the scale leaves out: a margin, an aside, or a diagonal where a value meets itself."""
        is_diagonal = self._table.is_square and number - self._first == line
        return is_diagonal or self._is_aside(line, number) or self._is_margin(line, number)

    def _is_aside(self, line: int, number: int) -> bool:
        return line >= self._asides or self._columns[number].is_aside

    def _is_margin(self, line: int, number: int) -> bool:
        is_last_row = line == len(self._rows) - 1
        return (self._table.has_totals and is_last_row) or self._columns[number].is_margin
