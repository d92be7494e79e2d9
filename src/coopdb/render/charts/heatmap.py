"""A heat map: the numbers of two dimensions, shaded by their size, with the totals at the margins."""

from collections.abc import Sequence
from typing import NamedTuple

from coopdb.query.table import Table
from coopdb.render.drawing.shading import Shading
from coopdb.render.svg.canvas import Canvas
from coopdb.render.svg.chart_data import ChartData, at_most, bound, chart_data, description, others_label
from coopdb.render.svg.frame import IN_FILE, MARGIN, Caption, Placement, chart_word, finish, new_canvas
from coopdb.render.svg.labels import LINE, SIZE, fitted, largest, widest
from coopdb.render.svg.text_width import text_width
from coopdb.report.wording import catalogue

_MOST_ROWS = 40
_ROW, _GAP, _PAD = 22.0, 8.0, 10.0
_NARROWEST, _BROADEST = 26.0, 72.0  # columns
_LABELS, _TURNED = 0.28, 150.0  # of the width, at most; how long a turned label is
_TURN, _SLOPE = 45, 0.7071


class _Map(NamedTuple):
    """What is drawn: the places of rows and columns, and those put together as the last of each."""

    data: ChartData
    rows: Sequence[int]
    columns: Sequence[int]
    start: float
    top: float
    width: float

    @property
    def hidden_rows(self) -> list[int]:
        shown = {*self.rows}
        return [place for place in range(len(self.data.rows)) if place not in shown]

    @property
    def hidden_columns(self) -> list[int]:
        shown = {*self.columns}
        return [place for place in range(len(self.data.columns)) if place not in shown]

    def x(self, place: int) -> float:
        return self.start + place * self.width

    def y(self, place: int) -> float:
        return self.top + place * _ROW


def draw(table: Table, placement: Placement = IN_FILE) -> str:
    """Draw the cells and totals of a table; where there are many rows or columns, the smallest are put together."""
    data = chart_data(table)
    language = table.language
    shown = _measure(data, placement)
    has_rest = bool(shown.hidden_rows or shown.hidden_columns)
    notes = (*([chart_word("rest", language)] if has_rest else []), *table.footer)
    caption = Caption(table.title, description(data, "heatmap"), notes, language)
    canvas, top = new_canvas(caption, placement)
    if not data.rows or not data.columns:
        canvas.text(MARGIN, top + LINE, chart_word("empty", language), "faint")
        return finish(canvas, top + LINE, caption, placement)
    shown = _heads(canvas, shown, top)
    _body(canvas, shown)
    bottom = _totals(canvas, shown)
    return finish(canvas, _legend(canvas, data, bottom), caption, placement)


def _measure(data: ChartData, placement: Placement) -> _Map:
    """Choose the rows and columns that have room."""
    rows = largest([each.total for each in data.rows], _MOST_ROWS)
    labels = min(widest([each.label for each in data.rows]), placement.width * _LABELS)
    rest = widest([others_label(len(data.rows), data.table.language)])
    start = MARGIN + max(labels, rest) + _GAP
    numbers = [data.said(each) for row in data.cells for each in row]
    numbers += [data.said(each.total) for each in (*data.rows, *data.columns) if data.has_totals]
    least = max(widest(numbers, SIZE) + _PAD, _NARROWEST)
    room = placement.width - MARGIN - start - 2 * least  # the total, and what a turned label needs beside it
    most = max(int(room // least), 1)
    columns = largest([each.total for each in data.columns], most)
    if len(columns) < len(data.columns):
        least = max(least, widest([bound(data, each) for each in numbers]) + _PAD)
        columns = largest([each.total for each in data.columns], max(int(room // least), 1))
    shown = len(columns) + (len(columns) < len(data.columns))
    return _Map(data, rows, columns, start, 0, max(min(room / shown, _BROADEST), least) if shown else least)


def _heads(canvas: Canvas, shown: _Map, top: float) -> _Map:
    """Write the labels above the columns, turned where they are wider than those; return the map below them."""
    data, language = shown.data, shown.data.table.language
    texts = [data.columns[place].label for place in shown.columns]
    if shown.hidden_columns:
        texts.append(others_label(len(shown.hidden_columns), language))
    texts += [_total_word(language)] * data.has_totals
    is_turned = widest(texts) > shown.width - _GAP / 2
    labels = fitted(texts, _TURNED if is_turned else shown.width)
    height = widest(labels) * _SLOPE + SIZE if is_turned else LINE
    shown = shown._replace(top=top + height + _GAP)
    for place, (label, text) in enumerate(zip(labels, texts, strict=True)):
        middle = shown.x(place) + shown.width / 2
        if is_turned:
            canvas.text(middle, shown.top - _GAP, label, anchor="start", title=text, turn=_TURN)
        else:
            canvas.text(middle, shown.top - _GAP, label, anchor="middle", title=text)
    return shown


def _total_word(language: str) -> str:
    return str(catalogue(language)["value.total"])


def _body(canvas: Canvas, shown: _Map) -> None:
    """Draw the rows with their totals, and what is put together of the others."""
    data = shown.data
    labels = fitted([data.rows[place].label for place in shown.rows], shown.start - MARGIN - _GAP)
    for number, (place, label) in enumerate(zip(shown.rows, labels, strict=True)):
        row, y = data.rows[place], shown.y(number)
        canvas.text(shown.start - _GAP, y + LINE, label, "faint" if row.is_aside else "", "end", row.label)
        for across, column in enumerate(shown.columns):
            _cell(canvas, shown, (place, column), (shown.x(across), y))
        if shown.hidden_columns:
            rest = at_most(data, [data.cells[place][column] for column in shown.hidden_columns])
            _void(canvas, shown, rest, (shown.x(len(shown.columns)), y))
        _number(canvas, shown, data.said(row.total), y)
    if shown.hidden_rows:
        _rest_row(canvas, shown, shown.y(len(shown.rows)))


def _cell(canvas: Canvas, shown: _Map, place: tuple[int, int], at: tuple[float, float]) -> None:
    data, (down, across), (x, y) = shown.data, place, at
    number, level = data.cells[down][across], data.levels[down][across]
    title = f"{data.rows[down].label}, {data.columns[across].label}: {data.said(number)}"
    canvas.rect(x + 0.5, y + 0.5, shown.width - 1, _ROW - 1, "void" if level is None else f"h{level}", title)
    kind = "faint" if level is None else f"t{level}"
    canvas.text(x + shown.width / 2, y + LINE, data.said(number) if number else "·", kind, "middle")


def _void(canvas: Canvas, shown: _Map, text: str, at: tuple[float, float]) -> None:
    """Draw a cell of those that are put together, which has no shade."""
    x, y = at
    canvas.rect(x + 0.5, y + 0.5, shown.width - 1, _ROW - 1, "void")
    canvas.text(x + shown.width / 2, y + LINE, text, "faint", "middle")


def _rest_row(canvas: Canvas, shown: _Map, y: float) -> None:
    data, hidden = shown.data, shown.hidden_rows
    canvas.text(shown.start - _GAP, y + LINE, others_label(len(hidden), data.table.language), "faint", "end")
    for number, column in enumerate(shown.columns):
        rest = at_most(data, [data.cells[place][column] for place in hidden])
        _void(canvas, shown, rest, (shown.x(number), y))
    if shown.hidden_columns:
        rest = at_most(data, [data.cells[place][column] for place in hidden for column in shown.hidden_columns])
        _void(canvas, shown, rest, (shown.x(len(shown.columns)), y))
    _number(canvas, shown, at_most(data, [data.rows[place].total for place in hidden]), y, "faint")


def _number(canvas: Canvas, shown: _Map, text: str, y: float, kind: str = "strong") -> None:
    """Write the total of a row, where totals were asked for."""
    if not shown.data.has_totals:
        return
    place = len(shown.columns) + bool(shown.hidden_columns)
    canvas.text(shown.x(place) + shown.width / 2, y + LINE, text, kind, "middle")


def _totals(canvas: Canvas, shown: _Map) -> float:
    """Write the totals of the columns below them, and return where the map ends."""
    data = shown.data
    y = shown.y(len(shown.rows) + bool(shown.hidden_rows))
    if not data.has_totals:
        return y
    canvas.text(shown.start - _GAP, y + LINE, _total_word(data.table.language), "strong", "end")
    texts = [data.said(data.columns[place].total) for place in shown.columns]
    if hidden := [data.columns[place].total for place in shown.hidden_columns]:
        texts.append(at_most(data, hidden))
    for number, text in enumerate(texts):
        canvas.text(shown.x(number) + shown.width / 2, y + LINE, text, "strong", "middle")
    _number(canvas, shown, data.said(data.total), y)
    return y + _ROW


def _legend(canvas: Canvas, data: ChartData, bottom: float) -> float:
    """Say which numbers each shade stands for."""
    shading = Shading(data.table, [*data.table.columns], [*map(list, data.table.rows)])
    x, y = MARGIN, bottom + _GAP
    for level, least, most in shading.ranges():
        text = "–".join(dict.fromkeys(map(data.said, (least, most))))
        width = text_width(text, SIZE) + 2 * _GAP
        canvas.rect(x, y, width, _ROW - 2, f"h{level}")
        canvas.text(x + width / 2, y + LINE - 1, text, f"t{level}", "middle")
        x += width + 2
    return y + _ROW
