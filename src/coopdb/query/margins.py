"""The statements that count, which SQLite over the index, DuckDB and Spark over an export all run as they are."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from coopdb.query.axes import Side, Sides, sides_of
from coopdb.query.dimensions import Dimension
from coopdb.query.selection import Selection
from coopdb.query.sql import NOTHING, Sql
from coopdb.query.units import Unit
from coopdb.store.star.engine import Star

Key = str | None  # None: the meeting has no value


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

    Rows beside the `top` ones, if any, are one. A unit as the columns is not a facet: it is one column.
    """

    rows: Dimension
    columns: Dimension
    selection: Selection
    unit: Unit
    top: Sequence[str] = ()

    @property
    def sides(self) -> Sides:
        """Where the values of both sides are taken from."""
        return sides_of(self.rows, self.columns, self.selection, self.unit)

    def margins(self, star: Star) -> Margins:
        """Count the margins. Each is counted by itself, since no cells add up to it."""
        rows, columns = self._shown(star)
        parts = (self._margin("row", rows), self._margin("column", columns), self._margin("total", None))
        words = {"row": _words(star, self.rows, rows), "column": _words(star, self.columns, columns)}
        margins: dict[str, dict[Key, int]] = {"row": {}, "column": {}, "total": {}}
        statement = self._items() + parts[0] + " UNION ALL " + parts[1] + " UNION ALL " + parts[2]
        for part, value, number in star.connection.execute(*statement):
            margins[part][words[part].get(value, value) if part in words else None] = number
        return Margins(margins["row"], margins["column"], margins["total"][None])

    def cells(self, star: Star) -> Cells:
        """Count the cells. An item without a value is kept, in both directions, as NULL."""
        rows, columns = self._shown(star)
        select = Sql("SELECT ") + rows.value + " AS row_key, " + columns.value + " AS column_key, "
        counted = select + f"{self._number(rows, columns)} AS n FROM items" + self.sides.joins + " GROUP BY 1, 2"  # noqa: S608  # our own names
        lines = list(star.connection.execute(*(self._items() + counted)))
        return Cells(lines, _words(star, self.rows, rows), _words(star, self.columns, columns))

    def dated(self, star: Star) -> Iterator[tuple[Any, ...]]:
        """Yield the held meetings of each row, in order: (key, meeting, first possible day, date, month is known)."""
        rows, _ = self._shown(star)
        words = _words(star, self.rows, rows)
        chosen = Sql("SELECT DISTINCT ") + rows.value + " AS row_key, items.meeting FROM items" + rows.join  # noqa: S608  # our own names
        select = Sql("SELECT row_key, meetings.meeting, earliest, date, month IS NOT NULL FROM (") + chosen
        of_meetings = ") AS chosen JOIN meetings ON meetings.meeting = chosen.meeting WHERE status = 'held'"
        statement = self._items() + select + of_meetings + " ORDER BY earliest, id"
        yield from ((words.get(key, key), *rest) for key, *rest in star.connection.execute(*statement))

    def occurrences(self, star: Star) -> Iterator[tuple[Any, Key, Key]]:
        """Yield every item once for each cell that it stands in, as (item, row, column)."""
        rows, columns = self._shown(star)
        down, across = _words(star, self.rows, rows), _words(star, self.columns, columns)
        select = Sql("SELECT DISTINCT items.item, ") + rows.value + ", " + columns.value + " FROM items"  # noqa: S608  # the same
        statement = self._items() + select + self.sides.joins
        for item, row, column in star.connection.execute(*statement):
            yield item, down.get(row, row), across.get(column, column)

    def meetings_of(self, conditions: Sql) -> Sql:
        """Return the query of the meetings that have something in a cell: the `conditions` are on both sides."""
        sides, items = self.sides, self.unit.items(self.selection, self._own_columns())
        select = Sql("SELECT items.meeting FROM (") + items + ") AS items"  # noqa: S608  # our own names
        return select + sides.joins + " WHERE " + conditions

    def _shown(self, star: Star) -> tuple[Side, Side]:
        """Return both sides, with rows other than the top ones put together."""
        rows, columns, _ = self.sides
        if not self.top:
            return rows, columns
        codes = {word: code for code, word in _words(star, self.rows, rows).items()}
        return rows.only(tuple(codes.get(key, key) for key in self.top)), columns

    def _own_columns(self) -> dict[str, str]:
        """Return the columns of the unit that have values of a side."""
        rows, columns, _ = self.sides
        sides = {"row_side": rows, "column_side": columns}
        return {name: side.origin.column for name, side in sides.items() if side.is_own}

    def _items(self) -> Sql:
        return Sql("WITH items AS (") + self.unit.items(self.selection, self._own_columns()) + ") "

    def _margin(self, part: str, side: Side | None) -> Sql:
        select = Sql(f"SELECT '{part}' AS part, ") + (side.value if side else Sql("NULL"))
        number = self._number(side) if side else self._number()
        counted = select + f" AS value, {number} AS n FROM items" + (side.join if side else NOTHING)  # noqa: S608  # the same
        return counted + " GROUP BY 2" if side else counted

    def _number(self, *sides: Side) -> str:
        """Return how items are counted: they need not be compared where none is twice among those of a cell."""
        is_once = not self.unit.recurs and all(side.is_distinct for side in sides)
        return "COUNT(*)" if is_once else "COUNT(DISTINCT items.item)"


def one_column(unit: str) -> Dimension:
    """Make the only column of a frequency table, which is there even when nothing is counted."""
    return Dimension(unit, unit, unit, order=lambda _: [unit])


def _words(star: Star, dimension: Dimension, side: Side) -> Mapping[int, str]:
    """Return the words for the numbers of a side, if it has any."""
    return star.codes(dimension.name) if side.is_coded else {}


def _places(keys: Iterable[Key], words: Mapping[int, str]) -> dict[Any, int]:
    """Return the place of each key, and of the number that stands for it."""
    places: dict[Any, int] = {key: place for place, key in enumerate(keys)}
    return places | {code: places[word] for code, word in words.items() if word in places}
