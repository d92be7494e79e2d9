"""From a cell of a cross-tabulation to the meetings behind it."""

from coopdb.errors import usage_error
from coopdb.query.dimensions import NONE, Dimension
from coopdb.query.search import search
from coopdb.query.selection import Selection
from coopdb.query.table import Table
from coopdb.store.star import Star
from coopdb.text import did_you_mean, visible


def list_behind(
    star: Star, selection: Selection, sides: tuple[Dimension, Dimension | None], cell: tuple[str, str]
) -> Table:
    """List the meetings behind a cell; of a table with one dimension only the row is asked for."""
    places = ((side, key) for side, key in zip(sides, cell, strict=True) if side)
    return search(star, (), drill(star, selection, *places))


def drill(star: Star, selection: Selection, *places: tuple[Dimension, str]) -> Selection:
    """Narrow a selection to the meetings behind one cell: by dimensions and keys, or labels, of its row and column."""
    for dimension, key in places:
        if key in ("total", ""):
            continue
        words = star.codes(dimension.name)
        values = star.connection.execute(f"SELECT DISTINCT value FROM {dimension.facet}")  # noqa: S608  # our own names
        codes = {words.get(value, value): value for (value,) in values}
        labels = {dimension.label(each, star.vocabularies).casefold(): each for each in codes}
        value = key if key in (*codes, NONE) else labels.get(key.casefold(), "")
        if not value:
            hint = did_you_mean(key, (*codes, *labels)) or f"the table has the keys: `--format csv` of {dimension.name}"
            raise usage_error(f"no meeting has the {dimension.noun} `{visible(key)}`", hint)
        inner = f"SELECT meeting FROM {dimension.facet}"  # noqa: S608  # our own names
        sql = f"meeting NOT IN ({inner})" if value == NONE else f"meeting IN ({inner} WHERE value = ?)"
        selection = Selection(
            f"{selection.sql} AND {sql}",
            (*selection.parameters, *(() if value == NONE else (codes[value],))),
            (*selection.words, f"{dimension.noun}: {visible(dimension.label(value, star.vocabularies))}"),
            selection.filters,
        )
    return selection
