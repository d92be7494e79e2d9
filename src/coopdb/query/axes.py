"""Where the values of a question's rows and columns are taken from: the meeting, one row of a table, or the unit."""

from typing import NamedTuple

from coopdb.query.dimensions import Dimension
from coopdb.query.hit import Place
from coopdb.query.rows import PARTIES, PEOPLE, ROWS, narrowing
from coopdb.query.selection import Selection
from coopdb.query.sql import NOTHING, Sql, every
from coopdb.query.units import UNITS, Unit

OTHER = "(other)"


class Side(NamedTuple):
    """One side of a table: the SQL of its values, and what has to be joined to the items to have them.

    `origin` is where all of its values stand; it `is_own` where that is the unit itself. `is_coded` tells that the
    values are the numbers of a facet, and `is_distinct` that no item has one twice.
    """

    value: Sql
    origin: Place
    join: Sql = NOTHING
    is_own: bool = False
    is_coded: bool = False
    is_distinct: bool = True

    def only(self, marks: tuple[str | int, ...]) -> "Side":
        """Put all values but these together."""
        marked = Sql(f"CASE WHEN {self.value.text} IN ({', '.join('?' * len(marks))}) THEN {self.value.text} ", marks)
        value = marked + f"WHEN {self.value.text} IS NOT NULL THEN '{OTHER}' END"
        return self._replace(value=value, is_distinct=False)


class Sides(NamedTuple):
    """Both sides of a table. `tie` names the table of the star whose rows have the values of both, if one does."""

    rows: Side
    columns: Side
    tie: str = ""

    @property
    def joins(self) -> Sql:
        """What both need to be joined; once, where they are of one row."""
        return self.rows.join if self.tie else self.rows.join + self.columns.join


def sides_of(rows: Dimension, columns: Dimension, selection: Selection, unit: Unit) -> Sides:
    """Find where the values of both sides are taken from; a unit for the columns makes a single one."""
    down = home_of(rows, columns, unit)
    if columns.name in UNITS:
        single = Side(Sql(f"'{columns.name}'"), Place(unit.table, unit.item))
        return Sides(_side("row_side", rows, down, selection, unit), single)
    across = home_of(columns, rows, unit)
    if down.table != across.table or down.column == across.column or down.table not in ROWS:
        row_side = _side("row_side", rows, down, selection, unit)
        return Sides(row_side, _side("column_side", columns, across, selection, unit))
    if down.table == unit.table:
        return Sides(_own("row_side", down), _own("column_side", across), down.table)
    shown = (down.column, across.column)
    join = _join("tied", down.table, shown, selection, unit)
    row_side, column_side = (_of_row("tied", column, down.table, join, unit) for column in shown)
    return Sides(row_side, column_side, down.table)


def home_of(dimension: Dimension, other: Dimension, unit: Unit) -> Place:
    """Return the place of a dimension's values: countries and organisations beside people are those of the people."""
    place = dimension.place
    beside = {unit.table} if other.name in UNITS else {unit.table, other.place.table}
    return Place(PEOPLE, place.column) if place.table == PARTIES and PEOPLE in beside else place


def _side(name: str, dimension: Dimension, place: Place, selection: Selection, unit: Unit) -> Side:
    """Make a side by itself: of the unit's own values, of rows where a filter chooses among them, else of a facet."""
    if place.table in ROWS and place.table == unit.table:
        return _own(name, place)
    is_narrowed = any(narrowing(selection.choices(place.table), (place.column,)))
    if place.table in unit.own or (place.table in ROWS and is_narrowed):
        join = _join(name, place.table, (place.column,), selection, unit)
        return _of_row(name, place.column, place.table, join, unit)
    join = Sql(f" LEFT JOIN {dimension.facet} AS {name} ON {name}.meeting = items.meeting")
    return Side(Sql(f"{name}.value"), Place(dimension.facet, "value"), join, is_coded=True)


def _own(name: str, place: Place) -> Side:
    return Side(Sql(f"items.{name}"), place, is_own=True)


def _of_row(name: str, column: str, table: str, join: Sql, unit: Unit) -> Side:
    relation = unit.topics if table in unit.own else table
    return Side(Sql(f"{name}.{column}"), Place(relation, column), join, is_distinct=False)


def _join(name: str, table: str, shown: tuple[str, ...], selection: Selection, unit: Unit) -> Sql:
    """Join the rows of a table that have any of the shown values, and what filters on its other columns ask for."""
    is_units = table in unit.own  # topics: those of the unit itself are not joined
    relation, key = (unit.topics, "item") if is_units else (table, "meeting")
    has_value = Sql(" OR ".join(f"{name}.{column} IS NOT NULL" for column in shown))
    narrowed = narrowing(selection.choices(table), shown, f"{name}.")
    on = every([Sql(f"{name}.{key} = items.{key}"), Sql("(") + has_value + ")", *narrowed])
    return Sql(f" LEFT JOIN {relation} AS {name} ON ") + on
