"""Lines over periods: how often in each; where a period is not in the table, the line has a gap.

A period of the table in which nothing was is 0, as the table has it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from coopdb.query.periods import period_number
from coopdb.query.table import Table
from coopdb.render.svg.canvas import SHAPES, Canvas
from coopdb.render.svg.chart_data import ChartData, ChartKey, Number, at_most, chart_data, description, others_label
from coopdb.render.svg.frame import IN_FILE, MARGIN, Caption, Placement, chart_word, finish, new_canvas
from coopdb.render.svg.labels import LINE, SIZE, every, fitted, largest, ticks, widest
from coopdb.render.svg.palette import SERIES
from coopdb.render.svg.text_width import text_width

_HEIGHT, _GAP, _KEY = 280.0, 8.0, 30.0
_MARK, _LEAST_MARK = 4.0, 0.8
_NAME = 0.4  # of the width: the longest name of a series


class _Plot(NamedTuple):
    """Where the points of periods and of numbers are."""

    left: float
    top: float
    step: float
    first: int
    most: Number

    def x(self, period: int) -> float:
        return self.left + self.step * (period - self.first + 0.5)

    def y(self, number: Number) -> float:
        return self.top + _HEIGHT * (1 - number / self.most)


def draw(table: Table, placement: Placement = IN_FILE) -> str:
    """Draw a line for each of the other side's values, the largest six; the rows or the columns are periods."""
    data = chart_data(table)
    data = data if data.is_periods[0] or not data.is_periods[1] else data.turned
    periods = [(period_number(each.key), place) for place, each in enumerate(data.rows) if not each.is_aside]
    periods.sort()
    shown = largest([each.total for each in data.columns], SERIES)
    notes = (*_notes(data, periods, shown), *table.footer)
    caption = Caption(table.title, description(data, "lines"), notes, table.language)
    canvas, top = new_canvas(caption, placement)
    if not periods or not data.columns:
        canvas.text(MARGIN, top + LINE, chart_word("empty", table.language), "faint")
        return finish(canvas, top + LINE, caption, placement)
    top = _legend(canvas, data, shown, top) + LINE
    plot = _axes(canvas, data, periods, shown, top)
    for number, column in enumerate(shown):
        _line(canvas, data, periods, column, plot, number)
    return finish(canvas, top + _HEIGHT + LINE + _GAP, caption, placement)


def _notes(data: ChartData, periods: Sequence[tuple[int, int]], shown: Sequence[int]) -> Iterator[str]:
    """Say what the lines leave out."""
    language = data.table.language
    if len(shown) < len(data.columns):
        yield chart_word("rest-of-lines", language)
    if len([*_runs(periods)]) > 1:
        yield chart_word("gap", language)
    for each in data.rows:
        if each.is_aside:
            yield chart_word("beside", language, label=each.label, number=data.said(each.total))


def _runs(periods: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the periods that follow each other, as (period, row)."""
    for _, run in groupby(enumerate(periods), key=lambda each: each[1][0] - each[0]):
        yield [each for _, each in run]


def _legend(canvas: Canvas, data: ChartData, shown: Sequence[int], top: float) -> float:
    """Name the series one after the other, on as many lines as they need; return where the legend ends."""
    x, y = MARGIN, top + SIZE
    names = fitted([data.columns[column].label for column in shown], canvas.width * _NAME)
    for number, (column, name) in enumerate(zip(shown, names, strict=True)):
        width = _KEY + text_width(name, SIZE) + 3 * _GAP
        x, y = (MARGIN, y + LINE) if x > MARGIN and x + width > canvas.width - MARGIN else (x, y)
        canvas.path([(x, y - 4), (x + _KEY - _GAP, y - 4)], f"l{number}")
        canvas.mark(SHAPES[number], x + (_KEY - _GAP) / 2, y - 4, f"s{number}")
        canvas.text(x + _KEY, y, name, title=data.columns[column].label)
        x += width
    hidden = [place for place in range(len(data.columns)) if place not in shown]
    if hidden:
        y += LINE
        numbers = [row[place] for row in data.cells for place in hidden]
        canvas.text(MARGIN, y, f"{others_label(len(hidden), data.table.language)}: {at_most(data, numbers)}", "faint")
    return y


def _axes(
    canvas: Canvas, data: ChartData, periods: Sequence[tuple[int, int]], shown: Sequence[int], top: float
) -> _Plot:
    """Draw the scale with its lines, and the periods that have room for their labels."""
    is_percent = any(isinstance(each, float) for row in data.cells for each in row)
    scale = ticks(max(row[column] for row in data.cells for column in shown))
    said = [data.said(each if is_percent else int(each)) for each in scale]
    left = MARGIN + widest(said) + _GAP
    first, last = periods[0][0], periods[-1][0]
    plot = _Plot(left, top, (canvas.width - MARGIN - left) / (last - first + 1), first, scale[-1])
    for number, text in zip(scale, said, strict=True):
        canvas.path([(left, plot.y(number)), (canvas.width - MARGIN, plot.y(number))], "rule" if number else "axis")
        canvas.text(left - _GAP, plot.y(number) + 4, text, "faint", "end")
    labels = {period: data.rows[place].label for period, place in periods}
    one_in = every([*labels.values()], plot.step)
    end = MARGIN
    for period, label in labels.items():
        half = text_width(label, SIZE) / 2
        x = min(plot.x(period), canvas.width - half)
        if (period - first) % one_in == 0 and x - half >= end:
            canvas.text(x, top + _HEIGHT + LINE, label, "faint", "middle")
            end = x + half + _GAP
    return plot


def _line(
    canvas: Canvas, data: ChartData, periods: Sequence[tuple[int, int]], column: int, plot: _Plot, number: int
) -> None:
    """Draw a series, with a mark for every period."""
    series: ChartKey = data.columns[column]
    size = max(min(_MARK, plot.step * 0.4), _LEAST_MARK)
    for run in _runs(periods):
        points = [(plot.x(period), plot.y(data.cells[place][column])) for period, place in run]
        if len(points) > 1:
            canvas.path(points, f"l{number}", series.label)
        for (_, place), (x, y) in zip(run, points, strict=True):
            title = f"{series.label}, {data.rows[place].label}: {data.said(data.cells[place][column])}"
            canvas.mark(SHAPES[number], x, y, f"s{number}", title, size)
