"""Cross-tabulation: distinct meetings by one or two dimensions, each margin a count of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import repeat
from typing import NamedTuple

from coopdb.query.counting import OTHER, Key, count_cells
from coopdb.query.dimensions import NONE, Dimension, Label
from coopdb.query.form import Form
from coopdb.query.selection import Selection
from coopdb.query.table import Column, Table, Value
from coopdb.query.units import UNITS
from coopdb.store.star import Star
from coopdb.text import count
from coopdb.vocabulary.vocabularies import Vocabularies

_OVERLAP = "A meeting can have several values: rows and columns need not add up, every total counts distinct {unit}."


class _Axis(NamedTuple):
    """The keys along one side of a table, in order, each with its margin: the distinct meetings that have it."""

    dimension: Dimension
    margins: Mapping[Key, int]
    vocabularies: Vocabularies

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys for machines."""
        return tuple(NONE if key is None else key for key in self.margins)

    @property
    def labels(self) -> tuple[str, ...]:
        """The keys in words."""
        return tuple(self._word(key, self.dimension.label) for key in self.margins)

    @property
    def shorts(self) -> tuple[str, ...]:
        """The keys in words for the headers of narrow columns."""
        return tuple(self._word(key, self.dimension.short) for key in self.margins)

    def _word(self, key: Key, label: Label) -> str:
        return NONE if key is None else key if key == OTHER else label(key, self.vocabularies)

    @property
    def size(self) -> str:
        """How many keys there are, in words."""
        size = count(len(self.margins.keys() - {OTHER, None}), self.dimension.noun, self.dimension.plural)
        return f"{size} and others" if OTHER in self.margins else size


class _Counts(NamedTuple):
    """Every number of a table: the margins of its sides, the cells by row and column, the total."""

    rows: _Axis
    columns: _Axis
    cells: tuple[list[int], ...]
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
    counts = _count(star, rows, columns or _one_column(form.count), selection, form)
    # Percentages without what they are percentages of would say nothing.
    form = form if form.totals or not form.percent else replace(form, totals=True)
    has_totals = form.totals and (columns is not None or form.percent is not None)
    return Table(
        columns=tuple(_columns(counts, has_totals=has_totals)),
        rows=tuple(_rows(counts, form, has_totals=has_totals)),
        footer=tuple(_footer(counts, columns, selection, form)),
        stubs=2,
        has_totals=form.totals,
        is_square=rows is columns and not form.top,
        title=_title(rows, columns, form),
        document=_document(counts, columns, selection, form),
    )


def _one_column(unit: str) -> Dimension:
    """Make the only column of a frequency table, which is there even when nothing is counted."""
    return Dimension(unit, unit, unit, order=lambda _: [unit])


def _title(rows: Dimension, columns: Dimension | None, form: Form) -> str:
    return f"{form.count.capitalize()} by {rows.noun}{f' and {columns.noun}' if columns else ''}"


def _count(star: Star, rows: Dimension, columns: Dimension, selection: Selection, form: Form) -> _Counts:
    counted = count_cells(star, (rows, columns), selection, UNITS[form.count])
    across = _in_order(columns, counted.columns, star.vocabularies, form.sort)
    down = _in_order(rows, counted.rows, star.vocabularies, form.sort or ("total" if form.top else None))
    largest = [key for key in _in_order(rows, counted.rows, star.vocabularies, "total") if key not in (None, OTHER)]
    if form.top and form.top < len(largest):
        cut = largest[: form.top]
        counted = count_cells(star, (rows, columns), selection, UNITS[form.count], cut)
        kept = (*(key for key in down if key in cut), OTHER, None)
        down = {key: counted.rows[key] for key in kept if key in counted.rows}
    return _Counts(
        rows=_Axis(rows, down, star.vocabularies),
        columns=_Axis(columns, across, star.vocabularies),
        cells=counted.arranged(down, across),
        total=counted.total,
    )


def _in_order(
    dimension: Dimension, margins: Mapping[Key, int], words: Vocabularies, sort: str | None
) -> dict[Key, int]:
    """Order the keys as asked, else as their dimension has it, else the largest first; those without a value last."""
    keys = [key for key in margins if key is not None]
    if dimension.order:
        keys = dimension.order(keys)
    if sort or not dimension.order:
        by_total = {key: -margins.get(key, 0) if sort != "label" else 0 for key in keys}
        keys.sort(key=lambda key: (by_total[key], dimension.label(key, words).casefold(), key))
    none: list[Key] = [None] if None in margins else []
    return {key: margins.get(key, 0) for key in (*keys, *none)}


def _rows(counts: _Counts, form: Form, *, has_totals: bool) -> Iterator[tuple[Value, ...]]:
    rows = counts.rows
    for label, key, margin, numbers in zip(rows.labels, rows.keys, rows.margins.values(), counts.cells, strict=True):
        cells: Iterable[Value] = numbers
        if form.percent:
            percents = _percents(counts, numbers, margin, form.percent)
            cells = (f"{each:.1f}%" if each else "·" for each in percents)
        yield (key, label, *cells, *([margin] if has_totals else []))
    if form.totals:
        yield ("", "total", *counts.columns.margins.values(), *([counts.total] if has_totals else []))


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
    for key, label, short in zip(across.keys, across.labels, across.shorts, strict=True):
        yield Column(key, label, "count", short=short)
    if has_totals:
        yield Column("total", "total", "count", is_margin=True)


def _footer(counts: _Counts, columns: Dimension | None, selection: Selection, form: Form) -> Iterator[str]:
    """Say what was counted: n, the unit, the dimensions, the filters, and why rows do not add up."""
    size = counts.rows.size + (f" × {counts.columns.size}" if columns else "")
    total = count(counts.total, UNITS[form.count].noun, form.count)
    yield " · ".join((total, size, *selection.words))
    if form.percent:
        base = "the total" if form.percent == "total" else f"their {form.percent}'s total"
        yield f"Cells are percentages of {base}; totals are numbers of {form.count}."
    notes = dict.fromkeys(axis.dimension.note for axis in (counts.rows, counts.columns))
    yield from filter(None, notes)
    if form.count != "meetings":
        yield f"Each number is that of all {form.count} of the meetings that have the values of its row and column."
    if counts.overlap:
        yield _OVERLAP.format(unit=form.count)


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
        "unit": form.count,
        "row_keys": list(counts.rows.keys),
        "column_keys": list(counts.columns.keys),
        "row_labels": list(counts.rows.labels),
        "column_labels": list(counts.columns.labels),
        "cells": list(counts.cells),
        "row_totals": list(margins),
        "column_totals": list(counts.columns.margins.values()),
        "total": counts.total,
        "filters": dict(selection.filters),
    }
