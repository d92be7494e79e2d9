"""From a cell of a cross-tabulation to the meetings behind it."""

from typing import Any

from coopdb.errors import usage_error
from coopdb.query.axes import OTHER, Side
from coopdb.query.condition import Condition
from coopdb.query.dimensions import Dimension
from coopdb.query.fields import FIELDS
from coopdb.query.hit import NONE
from coopdb.query.margins import Counting, one_column
from coopdb.query.search import search
from coopdb.query.selection import Selection
from coopdb.query.sql import ALWAYS, Sql, every
from coopdb.query.table import TOTAL, Table
from coopdb.query.units import UNITS
from coopdb.store.star.engine import Star
from coopdb.text import did_you_mean, visible

_MARGIN = ("total", TOTAL, "")
_NAMED = ("country", "host", "organization", "topic", "topic-area", "group", "pair")


def list_behind(
    star: Star,
    selection: Selection,
    sides: tuple[Dimension, Dimension | None],
    cell: tuple[str, str],
    unit: str = "meetings",
) -> Table:
    """List the meetings behind a cell: those that have what is counted, with the values of its row and column."""
    counting = Counting(sides[0], sides[1] or one_column(unit), selection, UNITS[unit])
    if counting.columns.name in UNITS and cell[1] not in (*_MARGIN, counting.columns.name):
        raise usage_error(f"the table has no column `{visible(cell[1])}`", f"its one column is `{counting.unit.name}`")
    return search(star, (), drill(star, counting, cell))


def drill(star: Star, counting: Counting, cell: tuple[str, str]) -> Selection:
    """Return the meetings behind one cell, named by the keys or the labels of its row and column."""
    sides = counting.sides
    named = [(counting.rows, sides.rows, cell[0]), (counting.columns, sides.columns, cell[1])]
    found = [
        _narrowed(star, dimension, side, text)
        for dimension, side, text in named
        if text not in _MARGIN and dimension.name not in UNITS
    ]
    behind = counting.meetings_of(every(sql for sql, _ in found))
    words = () if counting.unit.name == "meetings" else (f"with {counting.unit.name}",)
    said = (*counting.selection.words, *words, *(words for _, words in found))
    return Selection((Condition(Sql("meeting IN (") + behind + ")"), *(Condition(ALWAYS, each) for each in said)))


def _narrowed(star: Star, dimension: Dimension, side: Side, text: str) -> tuple[Sql, str]:
    """Return the condition on a side that a key or a label means, and the words for it."""
    words = star.codes(dimension.name) if side.is_coded else {}
    table, column = side.origin
    values = star.connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608  # our own names
    codes = {words.get(value, value): value for (value,) in values}
    key = _key(star, dimension, codes, text)
    said = f"{dimension.noun}: {visible(dimension.label(key, star.vocabularies))}"
    if key == NONE:
        return side.value + " IS NULL", said
    return side.value + Sql(" = ?", (codes.get(key, key),)), said


def _key(star: Star, dimension: Dimension, codes: dict[str, Any], text: str) -> str:
    """Return the key that a text means: as it is, as the table words it, by any name, or of an empty period."""
    if text in (*codes, NONE) or (dimension.order and text in dimension.order(codes)):
        return text
    labels = {dimension.label(each, star.vocabularies).casefold(): each for each in codes}
    if text.casefold() in labels:
        return labels[text.casefold()]
    if dimension.name in _NAMED:
        found = {hit.key for hit in FIELDS[dimension.name].find(text, star)} & codes.keys()
        if len(found) == 1:
            return found.pop()
    if text == OTHER:
        raise usage_error(f"`{OTHER}` is several rows", "without `--top` each of them is one")
    hint = did_you_mean(text, (*codes, *labels)) or f"the table has the keys: `--format csv` of {dimension.name}"
    raise usage_error(f"no meeting has the {dimension.noun} `{visible(text)}`", hint)
