"""A timeline: what happened on which day, what was to happen until which, and the day as of which it is told."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coopdb.render.svg.canvas import Canvas
from coopdb.render.svg.frame import IN_FILE, MARGIN, Caption, Placement, chart_word, finish, new_canvas
from coopdb.render.svg.labels import LINE, SIZE, every
from coopdb.render.svg.packing import Extent, packed
from coopdb.render.svg.text_width import shorten, text_width
from coopdb.report.timeline import Timeline, TimelineEvent, TimelineLane

_ROWS, _ROW = 14, 18.0  # of labelled marks in a lane
_DENSE_ROWS, _DENSE_ROW = 12, 11.0  # of marks without labels
_MARK, _GAP, _LABEL = 4.0, 6.0, 260.0


class _Scale(NamedTuple):
    """Where days are."""

    left: float
    width: float
    first: int
    last: int

    def x(self, day: str) -> float:
        return self.left + self.width * (_ordinal(day) - self.first) / max(self.last - self.first, 1)

    @property
    def right(self) -> float:
        return self.left + self.width


class _Placed(NamedTuple):
    """An event on a row: its label stands after its mark, or before it if there is not enough room after."""

    event: TimelineEvent
    extent: Extent
    label: str
    is_before: bool = False


def draw(timeline: Timeline, placement: Placement = IN_FILE) -> str:
    """Draw the lanes of a timeline, one below another, between years."""
    lanes = [each for each in timeline.lanes if each.events]
    rooms = [_placed(each, _scale(timeline, placement)) for each in lanes]
    notes = (*_notes(timeline, rooms), *timeline.notes)
    caption = Caption(timeline.title, _description(timeline), notes, timeline.language)
    canvas, top = new_canvas(caption, placement)
    if not lanes:
        canvas.text(MARGIN, top + LINE, chart_word("empty", timeline.language), "faint")
        return finish(canvas, top + LINE, caption, placement)
    scale, y = _scale(timeline, placement), top + 2 * LINE
    grid, canvas.parts = canvas.parts, []
    for lane, events in zip(lanes, rooms, strict=True):
        y = _lane(canvas, lane, events, scale, y) + LINE / 2
    marks, canvas.parts = canvas.parts, grid
    _years(canvas, scale, (top + LINE, y))
    _today(canvas, timeline, scale, (top + LINE, y))
    canvas.parts += marks
    return finish(canvas, y, caption, placement)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _scale(timeline: Timeline, placement: Placement) -> _Scale:
    days = [
        day for lane in timeline.lanes for each in lane.events for day in (each.first, each.last, each.until) if day
    ]
    numbers = [*map(_ordinal, [*days, timeline.day])]
    return _Scale(MARGIN + 8, placement.width - 2 * MARGIN - 16, min(numbers), max(numbers))


def _placed(lane: TimelineLane, scale: _Scale) -> list[tuple[int | None, _Placed]]:
    """Give each event of a lane a row; without labels, where they do not have room."""
    events = sorted(lane.events, key=lambda each: (each.first, each.last, each.text))
    placed = [_with_label(each, scale) for each in events]
    rows = packed((each.extent for each in placed), _ROWS)
    if None in rows:
        placed = [_without_label(each, scale) for each in events]
        rows = packed((each.extent for each in placed), _DENSE_ROWS)
    return [*zip(rows, placed, strict=True)]


def _span(event: TimelineEvent, scale: _Scale) -> tuple[float, float]:
    return scale.x(event.first) - _MARK - 2, scale.x(max(event.last, event.until or event.last)) + _MARK + 2


def _with_label(event: TimelineEvent, scale: _Scale) -> _Placed:
    start, end = _span(event, scale)
    label = shorten(event.text, SIZE, min(_LABEL, max(scale.right - end, start - scale.left) - _GAP))
    width = text_width(label, SIZE) + 2 * _GAP
    if end + width <= scale.right + _GAP:
        return _Placed(event, Extent(start, end + width), label)
    return _Placed(event, Extent(start - width, end), label, is_before=True)


def _without_label(event: TimelineEvent, scale: _Scale) -> _Placed:
    return _Placed(event, Extent(*_span(event, scale)), "")


def _notes(timeline: Timeline, rooms: Sequence[Sequence[tuple[int | None, _Placed]]]) -> list[str]:
    """Say what has no label, or no room at all."""
    has_labels = all(each.label for room in rooms for _, each in room)
    hidden = sum(row is None for room in rooms for row, _ in room)
    notes = [] if has_labels else [chart_word("no-labels", timeline.language)]
    return [*notes, *([chart_word("no-room", timeline.language, number=hidden)] if hidden else [])]


def _description(timeline: Timeline) -> str:
    said = [f"{each.title}: {len(each.events)}" for each in timeline.lanes]
    return " ".join([chart_word("timeline", timeline.language), *(f"{each}." for each in said), timeline.day_text])


def _lane(
    canvas: Canvas, lane: TimelineLane, events: Sequence[tuple[int | None, _Placed]], scale: _Scale, top: float
) -> float:
    """Draw a lane below its title, and return where it ends."""
    canvas.text(MARGIN, top + SIZE, f"{lane.title} ({len(lane.events)})", "strong")
    is_dense = not all(each.label for _, each in events)
    height = _DENSE_ROW if is_dense else _ROW
    top += LINE + 4
    for row, each in events:
        if row is not None:
            _event(canvas, lane, each, scale, top + row * height + height / 2)
    return top + height * (1 + max((row for row, _ in events if row is not None), default=0))


def _event(canvas: Canvas, lane: TimelineLane, placed: _Placed, scale: _Scale, y: float) -> None:
    event = placed.event
    title, colour = event.title or event.text, {"circle": 0, "square": 2, "diamond": 1}[lane.shape]
    first, last = scale.x(event.first), scale.x(event.last)
    if event.until:
        until = scale.x(event.until)
        canvas.path([(first, y), (until, y)], f"l{colour} until", title)
        canvas.path([(until, y - _MARK), (until, y + _MARK)], f"l{colour} until", title)
    if last > first:
        canvas.rect(first, y - _MARK / 2, last - first, _MARK, f"r{colour}", title)
    kind = "alarm" if event.is_alarm else f"r{colour}" if event.is_hollow else f"s{colour}"
    canvas.mark("triangle" if event.is_alarm else lane.shape, first, y, kind, title, _MARK)
    start, end = _span(event, scale)
    if placed.label:
        x, anchor = (start - _GAP + 2, "end") if placed.is_before else (end + _GAP - 2, "start")
        canvas.text(x, y + 4, placed.label, "alarm" if event.is_alarm else "", anchor, event.text)  # type: ignore[arg-type]  # one of two


def _years(canvas: Canvas, scale: _Scale, between: tuple[float, float]) -> None:
    """Draw the beginning of each year, and its number where that has room."""
    top, bottom = between
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    years = [f"{year:04}" for year in range(first.year + (first != date(first.year, 1, 1)), last.year + 1)]
    one_in = every(years, scale.width * 365 / max(scale.last - scale.first, 1))
    for year in years:
        if int(year) % one_in == 0:
            x = scale.x(f"{year}-01-01")
            canvas.path([(x, top), (x, bottom)], "rule")
            canvas.text(x, top - 4, year, "faint", "middle")


def _today(canvas: Canvas, timeline: Timeline, scale: _Scale, between: tuple[float, float]) -> None:
    x, (top, bottom) = scale.x(timeline.day), between
    canvas.path([(x, top), (x, bottom)], "axis", timeline.day_text)
