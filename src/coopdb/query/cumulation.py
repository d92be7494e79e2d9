"""Counts that go on: each period has what was until its end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from coopdb.errors import usage_error
from coopdb.query.counts import Axis, Counts
from coopdb.query.dimensions import Dimension
from coopdb.query.form import Form
from coopdb.query.margins import Counting, Key
from coopdb.query.periods import period_number
from coopdb.store.star.engine import Star


def check_cumulative(rows: Dimension, columns: Dimension | None, form: Form) -> None:
    """Raise a usage error for what cannot be counted on over periods."""
    if rows.is_period == bool(columns and columns.is_period):
        raise usage_error("`--cumulative` needs one dimension of periods", "rows or columns by year, quarter or month")
    for option, value in (("--top", form.top), ("--min", form.minimum)):
        if value and rows.is_period:
            raise usage_error(f"`{option}` leaves out periods, `--cumulative` needs all of them", "use one of the two")


def cumulated(star: Star, counting: Counting, counts: Counts) -> Counts:
    """Count on over the periods: each unit from the first period on in which it is. The totals stay as they are."""
    is_down = counting.rows.is_period
    if counting.unit.recurs:
        counts = _firsts(star, counting, counts, is_down=is_down)
    if is_down:
        columns = [_running(counts.rows, column) for column in zip(*counts.cells, strict=True)]
        return counts._replace(rows=_running_margins(counts.rows), cells=[[*row] for row in zip(*columns, strict=True)])
    cells = [_running(counts.columns, row) for row in counts.cells]
    return counts._replace(columns=_running_margins(counts.columns), cells=cells)


def _running_margins(axis: Axis) -> Axis:
    numbers = _running(axis, [*axis.margins.values()])
    return axis._replace(margins=dict(zip(axis.margins, numbers, strict=True)))


def _running(axis: Axis, numbers: Sequence[int]) -> list[int]:
    """Add up numbers in the order of their periods; that of no period stays."""
    periods = sorted(_periods(axis), key=lambda each: each[0])
    sums = accumulate(numbers[place] for _, place in periods)
    places = {place: number for (_, place), number in zip(periods, sums, strict=True)}
    return [places.get(place, number) for place, number in enumerate(numbers)]


def _periods(axis: Axis) -> Iterable[tuple[int, int]]:
    return ((period_number(key), place) for place, key in enumerate(axis.margins) if key is not None)


def _firsts(star: Star, counting: Counting, counts: Counts, *, is_down: bool) -> Counts:
    """Count those that are in several periods in the first only, by cell and at the margin of the periods."""
    of_cells: dict[tuple[object, Key], str] = {}
    of_margin: dict[object, str] = {}
    for item, row, column in counting.occurrences(star):
        period, other = (row, column) if is_down else (column, row)
        if period is not None:  # periods of one kind are in order as texts
            of_cells[item, other] = min(of_cells.get((item, other), period), period)
            of_margin[item] = min(of_margin.get(item, period), period)
    cells: Counter[tuple[Key, Key]] = Counter((period, other) for (_, other), period in of_cells.items())
    axis, others = (counts.rows, counts.columns) if is_down else (counts.columns, counts.rows)
    news = Counter(of_margin.values())
    margins = {period: own if period is None else news[period] for period, own in axis.margins.items()}
    grid = [[cells[period, other] for other in others.margins] for period in axis.margins]
    olds = counts.cells if is_down else [*zip(*counts.cells, strict=True)]
    grid = [[*old] if period is None else new for period, old, new in zip(axis.margins, olds, grid, strict=True)]
    axis = axis._replace(margins=margins)
    if is_down:
        return counts._replace(rows=axis, cells=grid)
    return counts._replace(columns=axis, cells=[[*row] for row in zip(*grid, strict=True)])
