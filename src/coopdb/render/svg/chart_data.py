"""What the charts of counts draw: the values of a table, by rows and columns, without its totals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coopdb.query.dimensions import DIMENSIONS
from coopdb.query.table import Column, Table, Value
from coopdb.render.drawing.cells import word
from coopdb.render.drawing.shading import Shading
from coopdb.render.svg.frame import chart_word

Number = int | float


class ChartKey(NamedTuple):
    """A row or a column of a chart, with its total in the table. An aside is not a value among others."""

    key: str
    label: str
    total: Number
    is_aside: bool


class ChartData(NamedTuple):
    """The cells of a table of counts; `levels` are their shades. `is_periods` tells which sides are periods.

    Where the table has no totals, those of keys are only good to compare them.
    """

    table: Table
    rows: Sequence[ChartKey]
    columns: Sequence[ChartKey]
    cells: Sequence[Sequence[Number]]
    levels: Sequence[Sequence[int | None]]
    is_periods: tuple[bool, bool]
    total: Number

    @property
    def has_totals(self) -> bool:
        """Tell whether the totals are to be shown."""
        return self.table.has_totals

    @property
    def is_single(self) -> bool:
        """Tell whether there is one dimension, and one number a row."""
        document = self.table.document
        has_columns = isinstance(document, Mapping) and document.get("columns") is not None
        return len(self.columns) == 1 and not has_columns

    @property
    def turned(self) -> "ChartData":
        """Return the same with the rows as columns."""
        cells, levels = ([*zip(*each, strict=True)] for each in (self.cells, self.levels))
        return self._replace(
            rows=self.columns, columns=self.rows, cells=cells, levels=levels, is_periods=self.is_periods[::-1]
        )

    def said(self, value: Number) -> str:
        """Write a number as the table does."""
        return word(value, "0", self.table.language)


def chart_data(table: Table) -> ChartData:
    """Read a table; one that has no numbers has no columns."""
    places = [place for place, each in enumerate(table.columns) if each.kind == "count" and not each.is_margin]
    lines = table.rows[:-1] if table.has_totals else table.rows
    cells = [[_number(row[place]) for place in places] for row in lines]
    first_aside = len(lines) - table.asides
    totals = [_row_total(table, row, numbers) for row, numbers in zip(lines, cells, strict=True)]
    rows = [
        ChartKey(str(row[0]), _label(table, row), total, number >= first_aside)
        for number, (row, total) in enumerate(zip(lines, totals, strict=True))
    ]
    columns = [_column(table, place, cells, number) for number, place in enumerate(places)]
    shading = Shading(table, [*table.columns], [*map(list, table.rows)])
    levels = [[shading.level(line, place) for place in places] for line in range(len(lines))]
    total = _row_total(table, table.rows[-1], [0]) if table.rows else 0
    return ChartData(table, rows, columns, cells, levels, _periods(table), total)


def _row_total(table: Table, row: Sequence[Value], numbers: Sequence[Number]) -> Number:
    margins = [_number(row[place]) for place, each in enumerate(table.columns) if each.is_margin]
    return margins[0] if margins else sum(numbers)


def _column(table: Table, place: int, cells: Sequence[Sequence[Number]], number: int) -> ChartKey:
    column: Column = table.columns[place]
    total = _number(table.rows[-1][place]) if table.has_totals else sum(row[number] for row in cells)
    return ChartKey(column.key, column.header, total, column.is_aside)


def _label(table: Table, row: Sequence[Value]) -> str:
    """Return what names a row for people: the last of the columns that do."""
    return word(row[max(table.stubs - 1, 0)], "", table.language)


def _number(value: Value) -> Number:
    return value if isinstance(value, int | float) else 0


def _periods(table: Table) -> tuple[bool, bool]:
    """Tell of rows and columns whether they are periods."""
    document = table.document if isinstance(table.document, Mapping) else {}
    down, across = (DIMENSIONS.get(str(document.get(side))) for side in ("rows", "columns"))
    return bool(down and down.is_period), bool(across and across.is_period)


def others_label(number: int, language: str) -> str:
    """Name the keys that are put together."""
    return chart_word("other", language, number=number)


def at_most(data: ChartData, values: Sequence[Number]) -> str:
    """Say of values that are put together the most that one of them is: they may not be added up."""
    return bound(data, data.said(max(values))) if any(values) else data.said(0)


def bound(data: ChartData, number: str) -> str:
    """Write that a count is at most a number; in Arabic with a word, since `≤` would be drawn as `≥`."""
    return chart_word("at-most", data.table.language, number=number)


def description(data: ChartData, kind: str) -> str:
    """Say what a chart shows to those who do not see it: its kind, its size, and the most of it."""
    language = data.table.language
    said = [chart_word(kind, language)]
    found = [
        (row, number, column)
        for row, line in zip(data.rows, data.cells, strict=True)
        for number, column in zip(line, data.columns, strict=True)
        if number and not (row.is_aside or column.is_aside)
    ]
    if found:
        row, number, column = max(found, key=lambda each: each[1])
        label = row.label if data.is_single else f"{row.label}, {column.label}"
        said.append(chart_word("most", language, label=label, number=data.said(number)))
    return " ".join([*said, *data.table.footer])
