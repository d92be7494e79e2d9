"""Cross-tabulation: distinct meetings by one or two dimensions, each margin a count of its own."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coopdb.query.axes import OTHER
from coopdb.query.counts import Axis, Counts
from coopdb.query.crosstab_table import make_table
from coopdb.query.cumulation import check_cumulative, cumulated
from coopdb.query.dimensions import Dimension, Label
from coopdb.query.form import Form
from coopdb.query.hit import NONE
from coopdb.query.intervals import spans
from coopdb.query.margins import Counting, Key, one_column
from coopdb.query.selection import Selection
from coopdb.query.table import Table
from coopdb.query.units import UNITS
from coopdb.store.star.engine import Star
from coopdb.text import collation
from coopdb.vocabulary.spoken import in_english

if TYPE_CHECKING:
    from coopdb.vocabulary.vocabularies import Vocabularies


class _Axes(NamedTuple):
    """The two sides of a table, and the total of all."""

    rows: Axis
    columns: Axis
    total: int


def crosstab(
    star: Star,
    rows: Dimension,
    columns: Dimension | None,
    selection: Selection,
    form: Form = Form(),  # noqa: B008  # it is frozen
) -> Table:
    """Count what the selected meetings have, by one dimension or two."""
    if form.cumulative:
        check_cumulative(rows, columns, form)
    counting = Counting(rows, columns or one_column(form.unit), selection, UNITS[form.unit])
    counts = _count(star, counting, form)
    # Percentages without what they are percentages of would say nothing.
    form = form if form.totals or not form.percent else form._replace(totals=True)
    return make_table(star, counting, counts, form)


def _count(star: Star, counting: Counting, form: Form) -> Counts:
    counting = _with_top(star, counting, form.top) if form.top else counting
    rows, columns, total = _axes(star, counting, form)
    cells = counting.cells(star).arranged(rows.margins, columns.margins)
    overlap = any(sum(axis.margins.values()) != total for axis in (rows, columns))
    counts = Counts(rows, columns, cells, total, overlap)
    if form.minimum:
        counts = counts.at_least(form.minimum)
    if form.cumulative:
        counts = cumulated(star, counting, counts)
    if form.with_columns:
        counts = counts._replace(spans=[*spans(star, counting, counts.rows.margins)])
    return counts


def _with_top(star: Star, counting: Counting, number: int) -> Counting:
    """Keep the largest rows, when there are more."""
    margins = counting.margins(star).rows
    largest = [
        key
        for key in _in_order(counting.rows, margins, in_english(star.vocabularies), "total")
        if key in margins and key not in (None, OTHER)  # a period in which nothing was is not among them
    ]
    return counting._replace(top=largest[:number]) if number < len(largest) else counting


def _axes(star: Star, counting: Counting, form: Form) -> _Axes:
    margins, words = counting.margins(star), star.vocabularies
    across = _in_order(counting.columns, margins.columns, words, form.sort)
    shown: Mapping[Key, int] = {key: margins.rows[key] for key in counting.top} if counting.top else margins.rows
    down = _in_order(counting.rows, shown, words, form.sort or ("total" if form.top else None))
    if counting.top:
        kept = (*(key for key in down if key in shown), OTHER, None)
        down = {key: margins.rows[key] for key in kept if key in margins.rows}
    rows = _axis(counting.rows, down, words)
    if counting.top:
        rows = rows._replace(asides=rows.asides | {OTHER})
    return _Axes(rows, _axis(counting.columns, across, words), margins.total)


def _axis(dimension: Dimension, margins: Mapping[Key, int], words: "Vocabularies") -> Axis:
    def worded(label: Label) -> Sequence[str]:
        return [NONE if key is None else key if key == OTHER else label(key, words) for key in margins]

    keys = [NONE if key is None else key for key in margins]
    return Axis(dimension, margins, keys, worded(dimension.label), worded(dimension.short))


def _in_order(
    dimension: Dimension, margins: Mapping[Key, int], words: "Vocabularies", sort: str | None
) -> dict[Key, int]:
    """Order the keys as asked, else as their dimension has it, else the largest first; those without a value last."""
    keys = [key for key in margins if key is not None]
    if dimension.order:
        keys = dimension.order(keys)
    if sort or not dimension.order:
        keys.sort(key=lambda key: (collation(dimension.label(key, words)), key), reverse=sort == "-label")
        if sort not in ("label", "-label"):
            keys.sort(key=lambda key: margins.get(key, 0), reverse=sort != "-total")
    none: list[Key] = [None] if None in margins else []
    return {key: margins.get(key, 0) for key in (*keys, *none)}
