"""From a cell of a cross-tabulation to the meetings behind it."""

from typing import Any

from coopdb.errors import usage_error
from coopdb.query.counting import OTHER
from coopdb.query.dimensions import NONE, Dimension
from coopdb.query.fields import FIELDS
from coopdb.query.search import search
from coopdb.query.selection import Selection
from coopdb.query.table import TOTAL, Table
from coopdb.query.units import UNITS
from coopdb.store.star import Star
from coopdb.text import did_you_mean, visible

_MARGIN = ("total", TOTAL, "")
_NAMED = {"country": "country", "host": "country", "organization": "organization", "topic": "topic"}  # by the field


def list_behind(
    star: Star,
    selection: Selection,
    sides: tuple[Dimension, Dimension | None],
    cell: tuple[str, str],
    unit: str = "meetings",
) -> Table:
    """List the meetings behind a cell: those that have what is counted, and the values of its row and column."""
    if sides[1] is None and cell[1] not in (*_MARGIN, unit):
        raise usage_error(f"the table has no column `{visible(cell[1])}`", f"its one column is `{unit}`")
    if unit != "meetings":
        counted = UNITS[unit].sql.format(condition="1 = 1")
        sql = f"{selection.sql} AND meeting IN (SELECT meeting FROM ({counted}) AS counted)"  # noqa: S608  # our own names
        selection = Selection(sql, selection.parameters, (*selection.words, f"with {unit}"), selection.filters)
    places = ((side, key) for side, key in zip(sides, cell, strict=True) if side)
    return search(star, (), drill(star, selection, *places))


def drill(star: Star, selection: Selection, *places: tuple[Dimension, str]) -> Selection:
    """Narrow a selection to the meetings behind one cell: by dimensions and keys, or labels, of its row and column."""
    for dimension, key in places:
        if key in _MARGIN:
            continue
        words = star.codes(dimension.name)
        values = star.connection.execute(f"SELECT DISTINCT value FROM {dimension.facet}")  # noqa: S608  # our own names
        codes = {words.get(value, value): value for (value,) in values}
        value = _value(star, dimension, codes, key)
        inner = f"SELECT meeting FROM {dimension.facet}"  # noqa: S608  # our own names
        sql = f"meeting NOT IN ({inner})" if value == NONE else f"meeting IN ({inner} WHERE value = ?)"
        selection = Selection(
            f"{selection.sql} AND {sql}",
            (*selection.parameters, *(() if value == NONE else (codes.get(value, value),))),
            (*selection.words, f"{dimension.noun}: {visible(dimension.label(value, star.vocabularies))}"),
            selection.filters,
        )
    return selection


def _value(star: Star, dimension: Dimension, codes: dict[str, Any], text: str) -> str:
    """Return the key that a text means: as it is, as the table words it, by any name, or of an empty period."""
    if text in (*codes, NONE) or (dimension.order and text in dimension.order(codes)):
        return text
    labels = {dimension.label(each, star.vocabularies).casefold(): each for each in codes}
    if text.casefold() in labels:
        return labels[text.casefold()]
    if dimension.name in _NAMED:
        found = {hit.key for hit in FIELDS[_NAMED[dimension.name]].find(text, star)} & codes.keys()
        if len(found) == 1:
            return found.pop()
    if text == OTHER:
        raise usage_error(f"`{OTHER}` is several rows", "without `--top` each of them is one")
    hint = did_you_mean(text, (*codes, *labels)) or f"the table has the keys: `--format csv` of {dimension.name}"
    raise usage_error(f"no meeting has the {dimension.noun} `{visible(text)}`", hint)
