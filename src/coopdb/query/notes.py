"""What is said below a table of counts: what was taken from one row and what from one meeting, and what overlaps."""

from collections.abc import Iterable, Iterator, Sequence

from coopdb.query.axes import home_of
from coopdb.query.dimensions import Dimension
from coopdb.query.hit import Place
from coopdb.query.margins import Counting
from coopdb.query.note import Note
from coopdb.query.rows import ROWS, narrowing
from coopdb.query.units import UNITS


def notes(counting: Counting) -> Iterator[str]:
    """Say which values of the rows and columns, and which filters, hold of one row, of one meeting or of the unit."""
    rows, columns, unit = counting.rows, counting.columns, counting.unit
    pairs = [(rows, columns)] if columns.name in UNITS else [(rows, columns), (columns, rows)]
    shown = [(dimension, home_of(dimension, other, unit)) for dimension, other in pairs]
    for table in ROWS:
        yield from _of_rows(counting, table, [each for each in shown if each[1].table == table])
    tables = [home.table for _, home in shown]
    is_of_unit = all(table in unit.own or unit.name == "meetings" for table in tables)  # else it is said below
    if len(shown) > 1 and not counting.sides.tie and "meetings" not in tables and is_of_unit:
        text = f"Taken from one {unit.noun}: {_name(rows.name)} and {_name(columns.name)}."
        yield Note(text, "one-item", units=unit.name, names=[rows.name, columns.name])
    if unit.name != "meetings":
        yield from _of_unit(counting, shown)


def _of_rows(counting: Counting, table: str, shown: Sequence[tuple[Dimension, Place]]) -> Iterator[str]:
    """Say what one row of a table has to have: the values that are shown and the filters that choose among them."""
    asked = [(each.name, each.choice) for each in counting.selection.conditions if each.choice]
    asked = [(name, choice) for name, choice in asked if choice.place.table == table]
    columns = tuple(home.column for _, home in shown)
    narrower = [name for name, choice in asked if any(narrowing([choice], columns))]
    is_units = table == counting.unit.table
    if shown and (counting.sides.tie == table or (narrower and not is_units)):
        names, filters = [dimension.name for dimension, _ in shown], [] if is_units else narrower
        listed = _listed([*map(_name, names), *(f"the filter on {_name(name)}" for name in filters)])
        values = {"names": names, **({"filters": filters} if filters else {})}
        yield Note(f"Taken from one row: {listed}.", "one-row-and-filters" if filters else "one-row", **values)
    if len({choice.column for _, choice in asked}) > 1:
        names = [name for name, _ in asked]
        text = f"Taken from one row: the filters on {_listed(map(_name, names))}."
        yield Note(text, "one-row-filters", names=names)


def _of_unit(counting: Counting, shown: Sequence[tuple[Dimension, Place]]) -> Iterator[str]:
    """Say which values are those of what is counted, and which filters choose it."""
    unit = counting.unit
    own = [dimension.name for dimension, home in shown if home.table in unit.own]
    others = [dimension.name for dimension, home in shown if home.table not in unit.own]
    said = [f"under their own {_listed(map(_name, own))}"] if own else []
    said += [f"under the {_listed(map(_name, others))} of their meeting"] if others else []
    key = "under-both" if own and others else "under-own" if own else "under-others"
    values = {name: names for name, names in (("own", own), ("others", others)) if names}
    yield Note(f"{unit.name.capitalize()} are counted {' and '.join(said)}.", key, units=unit.name, **values)
    if unit.topics and any(home.table == "topics" for _, home in shown):
        text = f"The topics of {unit.name} that name none are those of their meeting."
        yield Note(text, "own-topics", units=unit.name)
    chosen = [
        each.name for each in counting.selection.conditions if each.choice and each.choice.place.table in unit.own
    ]
    if chosen:
        text = f"Filters that choose {unit.name}, not meetings: {_listed(map(_name, chosen))}."
        yield Note(text, "own-filters", units=unit.name, names=chosen)


def _name(field: str) -> str:
    return field.replace("-", " ")


def _listed(names: Iterable[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last
