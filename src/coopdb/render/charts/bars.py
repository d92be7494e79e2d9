"""Bars, a row each: how often each value occurs."""

from coopdb.query.table import Table
from coopdb.render.svg.canvas import Canvas
from coopdb.render.svg.chart_data import ChartData, at_most, chart_data, description, others_label
from coopdb.render.svg.frame import IN_FILE, MARGIN, Caption, Placement, chart_word, finish, new_canvas
from coopdb.render.svg.labels import LINE, SIZE, fitted, largest, widest

_MOST = 40  # rows
_ROW, _BAR, _GAP = 22.0, 14.0, 8.0
_LABELS = 0.4  # of the width, at most


def draw(table: Table, placement: Placement = IN_FILE) -> str:
    """Draw the first numbers of each row; where there are many, the smallest are put together."""
    data = chart_data(table)
    shown = largest([row[0] for row in data.cells], _MOST)
    caption = Caption(table.title, description(data, "bars"), _notes(data, shown), table.language)
    canvas, top = new_canvas(caption, placement)
    if not data.rows:
        canvas.text(MARGIN, top + LINE, chart_word("empty", table.language), "faint")
        return finish(canvas, top + LINE, caption, placement)
    return finish(canvas, _bars(canvas, data, shown, top), caption, placement)


def _notes(data: ChartData, shown: list[int]) -> tuple[str, ...]:
    hidden = len(data.rows) - len(shown)
    return (*([chart_word("rest", data.table.language)] if hidden else []), *data.table.footer)


def _bars(canvas: Canvas, data: ChartData, shown: list[int], top: float) -> float:
    """Draw the bars below what they count, and return where they end."""
    labels = fitted([data.rows[place].label for place in shown], canvas.width * _LABELS)
    numbers = [data.said(row[0]) for row in data.cells]
    start = MARGIN + max(widest(labels), widest([_rest_label(data, shown)])) + _GAP
    room = canvas.width - MARGIN - start - _GAP - max(widest(numbers), widest([_rest_number(data, shown)]))
    most = max(row[0] for row in data.cells) or 1
    canvas.text(start, top + SIZE, data.columns[0].label, "faint")
    y = top + LINE + 6
    for place, label in zip(shown, labels, strict=True):
        row, number = data.rows[place], data.cells[place][0]
        length = room * number / most
        title = f"{row.label}: {numbers[place]}"
        canvas.text(start - _GAP, y + SIZE, label, "faint" if row.is_aside else "", "end", row.label)
        if number:
            canvas.rect(start, y, length, _BAR, "aside" if row.is_aside else "s0", title)
        canvas.text(start + length + _GAP, y + SIZE, numbers[place], "" if number else "faint")
        y += _ROW
    if rest := _rest_label(data, shown):
        canvas.text(start - _GAP, y + SIZE, rest, "faint", "end")
        canvas.text(start + _GAP, y + SIZE, _rest_number(data, shown), "faint")
        y += _ROW
    canvas.path([(start, top + LINE), (start, y)], "axis")
    return y


def _rest_label(data: ChartData, shown: list[int]) -> str:
    hidden = len(data.rows) - len(shown)
    return others_label(hidden, data.table.language) if hidden else ""


def _rest_number(data: ChartData, shown: list[int]) -> str:
    rest = [row[0] for place, row in enumerate(data.cells) if place not in {*shown}]
    return at_most(data, rest) if rest else ""
