"""What is said below a table of counts: what was taken from one row and what from one meeting, and what overlaps."""

from collections.abc import Iterable, Iterator, Sequence

from coopdb.query.axes import home_of
from coopdb.query.dimensions import Dimension
from coopdb.query.hit import Place
from coopdb.query.margins import Counting
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
        yield f"Taken from one {unit.noun}: {_name(rows.name)} and {_name(columns.name)}."
    if unit.name != "meetings":
        yield from _of_unit(counting, shown)


def _of_rows(counting: Counting, table: str, shown: Sequence[tuple[Dimension, Place]]) -> Iterator[str]:
    """Say what one row of a table has to have: the values that are shown and the filters that choose among them."""
    asked = [(each.name, each.choice) for each in counting.selection.conditions if each.choice]
    asked = [(name, choice) for name, choice in asked if choice.place.table == table]
    columns = tuple(home.column for _, home in shown)
    narrower = [f"the filter on {_name(name)}" for name, choice in asked if any(narrowing([choice], columns))]
    is_units = table == counting.unit.table
    if shown and (counting.sides.tie == table or (narrower and not is_units)):
        names = [_name(dimension.name) for dimension, _ in shown]
        yield f"Taken from one row: {_listed([*names, *(() if is_units else narrower)])}."
    if len({choice.column for _, choice in asked}) > 1:
        yield f"Taken from one row: the filters on {_listed(_name(name) for name, _ in asked)}."


def _of_unit(counting: Counting, shown: Sequence[tuple[Dimension, Place]]) -> Iterator[str]:
    """Say which values are those of what is counted, and which filters choose it."""
    unit = counting.unit
    own = [_name(dimension.name) for dimension, home in shown if home.table in unit.own]
    others = [_name(dimension.name) for dimension, home in shown if home.table not in unit.own]
    said = [f"under their own {_listed(own)}"] if own else []
    said += [f"under the {_listed(others)} of their meeting"] if others else []
    yield f"{unit.name.capitalize()} are counted {' and '.join(said)}."
    if unit.topics and any(home.table == "topics" for _, home in shown):
        yield f"The topics of {unit.name} that name none are those of their meeting."
    chosen = [
        each.name for each in counting.selection.conditions if each.choice and each.choice.place.table in unit.own
    ]
    if chosen:
        yield f"Filters that choose {unit.name}, not meetings: {_listed(map(_name, chosen))}."


def _name(field: str) -> str:
    return field.replace("-", " ")


def _listed(names: Iterable[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last
