"""Cross-tabulation: distinct meetings by one or two dimensions, each margin a count of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from coopdb.query.axes import OTHER
from coopdb.query.day import said_of_day, said_of_edition
from coopdb.query.dimensions import Dimension, Label
from coopdb.query.form import Form
from coopdb.query.hit import NONE
from coopdb.query.limits import beyond_limits
from coopdb.query.margins import Counting, Key, one_column
from coopdb.query.note import Note
from coopdb.query.notes import notes
from coopdb.query.selection import Selection
from coopdb.query.table import TOTAL, Column, Table, Value
from coopdb.query.units import UNITS
from coopdb.store.star.engine import Star
from coopdb.text import collation, count
from coopdb.vocabulary.spoken import in_english

if TYPE_CHECKING:
    from coopdb.vocabulary.vocabularies import Vocabularies

_OVERLAP = "A meeting can have several values: rows and columns need not add up, every total counts distinct {unit}."


class _Axis(NamedTuple):
    """The keys along one side of a table, in order, each with its margin: the distinct meetings that have it.

    `keys` are for machines, `labels` for people, `shorts` for the headers of narrow columns. `asides` are not values:
    the rest of them, and that there is none.
    """

    dimension: Dimension
    margins: Mapping[Key, int]
    keys: Sequence[str]
    labels: Sequence[str]
    shorts: Sequence[str]
    asides: frozenset[Key] = frozenset({None})

    @property
    def number(self) -> int:
        """How many values there are."""
        return len(self.margins.keys() - self.asides)

    @property
    def has_others(self) -> bool:
        """Tell whether there are others, put together."""
        return OTHER in self.asides & self.margins.keys()

    @property
    def size(self) -> str:
        """How many values there are, in words."""
        size = count(self.number, self.dimension.noun, self.dimension.plural)
        return f"{size} and others" if self.has_others else size


class _Axes(NamedTuple):
    """The two sides of a table, and the total of all."""

    rows: _Axis
    columns: _Axis
    total: int


class _Counts(NamedTuple):
    """Every number of a table: the margins of its sides, the cells by row and column, the total."""

    rows: _Axis
    columns: _Axis
    cells: Sequence[list[int]]
    total: int

    @property
    def overlap(self) -> bool:
        """Tell whether some meeting stands in several rows or columns."""
        return any(sum(axis.margins.values()) != self.total for axis in (self.rows, self.columns))


def crosstab(
    star: Star,
    rows: Dimension,
    columns: Dimension | None,
    selection: Selection,
    form: Form = Form(),  # noqa: B008  # it is frozen
) -> Table:
    """Count what the selected meetings have, by one dimension or two."""
    counting = Counting(rows, columns or one_column(form.unit), selection, UNITS[form.unit])
    counts = _count(star, counting, form)
    # Percentages without what they are percentages of would say nothing.
    form = form if form.totals or not form.percent else form._replace(totals=True)
    has_totals = form.totals and (columns is not None or form.percent is not None)
    return Table(
        columns=tuple(_columns(counts, has_totals=has_totals)),
        rows=tuple(_rows(counts, form, has_totals=has_totals)),
        footer=(*_footer(counts, columns, selection, form), *_notes(star, counting, counts)),
        stubs=2,
        has_totals=form.totals,
        asides=len(counts.rows.asides & counts.rows.margins.keys()),
        is_square=rows is columns and not form.top,
        title=_title(rows, columns, form),
        document=_document(counts, columns, selection, form),
    )


def _title(rows: Dimension, columns: Dimension | None, form: Form) -> str:
    return f"{form.unit.capitalize()} by {rows.noun}{f' and {columns.noun}' if columns else ''}"


def _count(star: Star, counting: Counting, form: Form) -> _Counts:
    counting = _with_top(star, counting, form.top) if form.top else counting
    rows, columns, total = _axes(star, counting, form)
    return _Counts(rows, columns, counting.cells(star).arranged(rows.margins, columns.margins), total)


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


def _axis(dimension: Dimension, margins: Mapping[Key, int], words: "Vocabularies") -> _Axis:
    def worded(label: Label) -> Sequence[str]:
        return [NONE if key is None else key if key == OTHER else label(key, words) for key in margins]

    keys = [NONE if key is None else key for key in margins]
    return _Axis(dimension, margins, keys, worded(dimension.label), worded(dimension.short))


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


def _rows(counts: _Counts, form: Form, *, has_totals: bool) -> Iterator[tuple[Value, ...]]:
    rows = counts.rows
    for label, key, margin, numbers in zip(rows.labels, rows.keys, rows.margins.values(), counts.cells, strict=True):
        cells: Iterable[Value] = numbers
        if form.percent:
            cells = _percents(counts, numbers, margin, form.percent)
        yield (key, label, *cells, *([margin] if has_totals else []))
    if form.totals:
        yield (TOTAL, "total", *counts.columns.margins.values(), *([counts.total] if has_totals else []))


def _percents(counts: _Counts, cells: Iterable[int], margin: int, base: str) -> list[float]:
    """Return the cells of a row, which has this margin, as percentages of what `base` names."""
    wholes: Iterable[int] = counts.columns.margins.values()
    if base != "column":
        wholes = repeat(margin if base == "row" else counts.total)
    return [100 * cell / whole if whole else 0.0 for cell, whole in zip(cells, wholes, strict=False)]


def _columns(counts: _Counts, *, has_totals: bool) -> Iterator[Column]:
    dimension, across = counts.rows.dimension, counts.columns
    yield Column(dimension.name, "", "code", is_for_machines=not dimension.is_coded)
    yield Column("label", dimension.name.replace("-", " "), "label")
    for value, key, label, short in zip(across.margins, across.keys, across.labels, across.shorts, strict=True):
        yield Column(key, label, "count", short=short, is_aside=value in across.asides)
    if has_totals:
        yield Column("total", "total", "count", is_margin=True)


def _footer(counts: _Counts, columns: Dimension | None, selection: Selection, form: Form) -> Iterator[str]:
    """Say what was counted: n, the unit, the dimensions, the filters, and why rows do not add up."""
    size = counts.rows.size + (f" × {counts.columns.size}" if columns else "")
    total = count(counts.total, UNITS[form.unit].noun, form.unit)
    text = " · ".join((total, size, *selection.words))
    sides = [counts.rows, *([counts.columns] if columns else [])]
    yield Note(text, "crosstab", number=counts.total, units=form.unit, sides=sides, selection=selection)
    if form.percent:
        base = "the total" if form.percent == "total" else f"their {form.percent}'s total"
        text = f"Cells are percentages of {base}; totals are numbers of {form.unit}."
        yield Note(text, f"percent-{form.percent}", units=form.unit)


def _notes(star: Star, counting: Counting, counts: _Counts) -> Iterator[str]:
    """Say what the numbers are of, and why they do not add up."""
    noted = dict.fromkeys(axis.dimension for axis in (counts.rows, counts.columns) if axis.dimension.note)
    yield from (Note(dimension.note, dimension.name) for dimension in noted)
    yield from notes(counting)
    yield from said_of_day(star, counting.selection, (counting.rows.name, counting.columns.name))
    yield from beyond_limits(star, counting.selection, counting.unit.own)
    if counts.overlap:
        yield Note(_OVERLAP.format(unit=counting.unit.name), "overlap", units=counting.unit.name)
    yield from said_of_edition(star)


def _document(counts: _Counts, columns: Dimension | None, selection: Selection, form: Form) -> dict[str, object]:
    """Put the table in the shape of `crosstab --format json`, version 1. Totals are always in it."""
    margins = counts.rows.margins.values()
    percents: dict[str, object] = {}
    if base := form.percent:
        rows = [_percents(counts, cells, margin, base) for cells, margin in zip(counts.cells, margins, strict=True)]
        percents = {"percent": base, "percents": rows}
    return percents | {
        "version": 1,
        "rows": counts.rows.dimension.name,
        "columns": columns.name if columns else None,
        "unit": form.unit,
        "row_keys": counts.rows.keys,
        "column_keys": counts.columns.keys,
        "row_labels": counts.rows.labels,
        "column_labels": counts.columns.labels,
        "cells": counts.cells,
        "row_totals": list(margins),
        "column_totals": list(counts.columns.margins.values()),
        "total": counts.total,
        "filters": dict(selection.filters),
    }
