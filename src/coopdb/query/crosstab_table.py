"""The table of a cross-tabulation: its rows and columns, what is said below, and its JSON."""

from collections.abc import Iterable, Iterator
from itertools import repeat

from coopdb.query.counts import Counts
from coopdb.query.day import said_of_day, said_of_edition
from coopdb.query.dimensions import Dimension
from coopdb.query.form import Form
from coopdb.query.intervals import MeetingSpan
from coopdb.query.limits import beyond_limits
from coopdb.query.margins import Counting
from coopdb.query.note import Note
from coopdb.query.notes import notes
from coopdb.query.selection import Selection
from coopdb.query.table import TOTAL, Column, Table, Value
from coopdb.query.units import UNITS
from coopdb.store.star.engine import Star
from coopdb.text import count

_SPAN_KEYS = {"first": "first", "last": "last", "interval": "interval_days"}
_OVERLAP = "A meeting can have several values: rows and columns need not add up, every total counts distinct {unit}."


def make_table(star: Star, counting: Counting, counts: Counts, form: Form) -> Table:
    """Put counts into a table, with what is said of them below, and its JSON."""
    rows, selection = counting.rows, counting.selection
    columns = None if counting.columns.name in UNITS else counting.columns
    has_totals = form.totals and (columns is not None or form.percent is not None)
    return Table(
        columns=tuple(_columns(counts, form, has_totals=has_totals)),
        rows=tuple(_rows(counts, form, has_totals=has_totals)),
        footer=(*_footer(counts, columns, selection, form), *_notes(star, counting, counts, form)),
        stubs=2,
        has_totals=form.totals,
        asides=len(counts.rows.asides & counts.rows.margins.keys()),
        is_square=rows is columns and not (form.top or form.minimum),
        has_bars=columns is None,
        title=_title(rows, columns, form),
        document=_document(counts, columns, selection, form),
    )


def _title(rows: Dimension, columns: Dimension | None, form: Form) -> str:
    return f"{form.unit.capitalize()} by {rows.noun}{f' and {columns.noun}' if columns else ''}"


def _rows(counts: Counts, form: Form, *, has_totals: bool) -> Iterator[tuple[Value, ...]]:
    rows = counts.rows
    *own, of_all = [*counts.spans] or [MeetingSpan()] * (len(rows.keys) + 1)
    for label, key, margin, numbers, span in zip(
        rows.labels, rows.keys, rows.margins.values(), counts.cells, own, strict=True
    ):
        cells: Iterable[Value] = numbers
        if form.percent:
            cells = _percents(counts, numbers, margin, form.percent)
        yield (key, label, *cells, *([margin] if has_totals else []), *_of_span(span, form))
    if form.totals:
        margins = counts.columns.margins.values()
        yield (TOTAL, "total", *margins, *([counts.total] if has_totals else []), *_of_span(of_all, form))


def _of_span(span: MeetingSpan, form: Form) -> Iterator[Value]:
    yield from (getattr(span, name) for name in form.with_columns)


def _percents(counts: Counts, cells: Iterable[int], margin: int, base: str) -> list[float]:
    """Return the cells of a row, which has this margin, as percentages of what `base` names."""
    wholes: Iterable[int] = counts.columns.margins.values()
    if base != "column":
        wholes = repeat(margin if base == "row" else counts.total)
    return [100 * cell / whole if whole else 0.0 for cell, whole in zip(cells, wholes, strict=False)]


def _columns(counts: Counts, form: Form, *, has_totals: bool) -> Iterator[Column]:
    dimension, across = counts.rows.dimension, counts.columns
    yield Column(dimension.name, "", "code", is_for_machines=not dimension.is_coded)
    yield Column("label", dimension.name.replace("-", " "), "label")
    for value, key, label, short in zip(across.margins, across.keys, across.labels, across.shorts, strict=True):
        yield Column(key, label, "count", short=short, is_aside=value in across.asides)
    if has_totals:
        yield Column("total", "total", "count", is_margin=True)
    for name in form.with_columns:
        yield Column(_SPAN_KEYS[name], _SPAN_KEYS[name].replace("_", " "), "date" if name != "interval" else "label")


def _footer(counts: Counts, columns: Dimension | None, selection: Selection, form: Form) -> Iterator[str]:
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


def _notes(star: Star, counting: Counting, counts: Counts, form: Form) -> Iterator[str]:
    """Say what the numbers are of, and why they do not add up."""
    noted = dict.fromkeys(axis.dimension for axis in (counts.rows, counts.columns) if axis.dimension.note)
    yield from (Note(dimension.note, dimension.name) for dimension in noted)
    yield from notes(counting)
    yield from said_of_day(star, counting.selection, (counting.rows.name, counting.columns.name))
    yield from beyond_limits(star, counting.selection, counting.unit.own)
    yield from _form_notes(counting, counts, form)
    if counts.overlap:
        yield Note(_OVERLAP.format(unit=counting.unit.name), "overlap", units=counting.unit.name)
    yield from said_of_edition(star)


def _form_notes(counting: Counting, counts: Counts, form: Form) -> Iterator[str]:
    """Say what the form of the table does to the numbers."""
    unit, names = form.unit, [counting.rows.name]
    if counts.left_out:
        verbs = ("is", "it") if counts.left_out == 1 else ("are", "them")
        rows = count(counts.left_out, counting.rows.noun, counting.rows.plural)
        text = f"{rows} with fewer than {form.minimum:,} {unit} {verbs[0]} left out; totals count {verbs[1]} too."
        yield Note(text, "left-out", number=counts.left_out, least=form.minimum, units=unit, names=names)
    if form.cumulative:
        names = names if counting.rows.is_period else [counting.columns.name]
        text = f"Each {names[0]} counts the distinct {unit} until its end, `(none)` only its own; totals are of all."
        yield Note(text, "cumulative", units=unit, names=names)
    if form.with_columns:
        pairs = "; of a pair, meetings within 14 days of the one before are one" if names == ["pair"] else ""
        text = (
            "First, last and interval are those of the held meetings that a row counts, however many took part. The "
            "interval is the median number of days from one to the next, by their first possible day, of three or "
            f"more that are known to the month{pairs}."
        )
        yield Note(text, "spans-of-pairs" if pairs else "spans")


def _document(counts: Counts, columns: Dimension | None, selection: Selection, form: Form) -> dict[str, object]:
    """Put the table in the shape of `crosstab --format json`, version 1. Totals are always in it."""
    margins = counts.rows.margins.values()
    percents: dict[str, object] = {}
    if base := form.percent:
        rows = [_percents(counts, cells, margin, base) for cells, margin in zip(counts.cells, margins, strict=True)]
        percents = {"percent": base, "percents": rows}
    more: dict[str, object] = {"min": form.minimum} if form.minimum else {}
    more |= {"cumulative": True} if form.cumulative else {}
    if form.with_columns:
        *own, of_all = counts.spans
        more |= {_SPAN_KEYS[name]: [getattr(span, name) for span in own] for name in form.with_columns}
        more |= {f"total_{_SPAN_KEYS[name]}": getattr(of_all, name) for name in form.with_columns}
    return (
        percents
        | more
        | {
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
    )
