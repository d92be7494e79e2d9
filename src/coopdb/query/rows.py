"""Which values belong together: the tables whose rows tie them, and what filters on several columns then ask for."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from math import prod
from typing import NamedTuple

from coopdb.query.hit import NONE, Place
from coopdb.query.sql import Sql, among, every, joined

# The tables of the star whose rows tie their values to each other. People have the country and the organisation of
# their party too, which otherwise are the meeting's.
PARTIES, PEOPLE = "parties", "people"
ROWS = ("topics", "documents", "commitments", "sources", PEOPLE)


class RowFilter(NamedTuple):
    """A filter on rows: the place of its values, of which it asks for any one."""

    place: Place
    values: tuple[str, ...]

    @property
    def column(self) -> str:
        """The column of the values."""
        return self.place.column

    @property
    def sql(self) -> Sql:
        """The condition on a row; without a value of that column, for `(none)`."""
        return _is_any(self.column, self.values)


def having(choices: Iterable[RowFilter], key: str, relation: str, item: str) -> Iterator[Sql]:
    """Yield conditions: for every combination of choices of several columns, one row of a relation has them all.

    `key` is what the condition is on, and `item` the same in the relation. `(none)` in one column alone is asked of all
    rows, none of which has a value; beside another column, of the row.
    """
    by_column: dict[str, list[RowFilter]] = {}
    for choice in choices:
        by_column.setdefault(choice.column, []).append(choice)
    for combination in product(*by_column.values()) if by_column else ():
        if len(combination) == 1:
            yield Sql("(") + joined(" OR ", some_row(*combination, key, relation, item)) + ")"
        else:
            held = every(choice.sql for choice in combination)
            yield Sql(f"{key} IN (SELECT {item} FROM {relation} WHERE ") + held + ")"  # noqa: S608  # our own names


def some_row(choice: RowFilter, key: str, relation: str, item: str) -> Iterator[Sql]:
    """Yield the conditions that some row has a value, or that none has any."""
    if given := [value for value in choice.values if value != NONE]:
        yield Sql(f"{key} IN (SELECT {item} FROM {relation} WHERE ") + among(choice.column, given) + ")"  # noqa: S608  # our own names
    if NONE in choice.values:
        yield Sql(f"{key} NOT IN (SELECT {item} FROM {relation} WHERE {choice.column} IS NOT NULL)")  # noqa: S608  # the same


def _is_any(column: str, values: Iterable[str]) -> Sql:
    """Return the condition that a column of a row has one of the values, or none, as `(none)` asks."""
    wanted = set(values)
    given = among(column, (value for value in values if value != NONE))
    empty = Sql(f"{column} IS NULL")
    if NONE not in wanted:
        return given
    return Sql("(") + given + " OR " + empty + ")" if wanted - {NONE} else empty


def combinations(choices: Iterable[RowFilter]) -> int:
    """Count the combinations of choices of several columns."""
    by_column = Counter(choice.column for choice in choices)
    return prod(by_column.values()) if by_column else 0


def narrowing(choices: Iterable[RowFilter], shown: Collection[str], prefix: str = "") -> Iterator[Sql]:
    """Yield the conditions on a row whose `shown` columns are wanted: it has any of the values asked for in others.

    What is asked for in a column that is shown only chooses meetings: it shows what goes with it. So does a topic where
    topic areas are shown.
    """
    values: dict[str, dict[str, None]] = {}
    for choice in choices:
        if choice.column not in shown and not (choice.column == "topic" and "area" in shown):
            values.setdefault(choice.column, {}).update(dict.fromkeys(choice.values))
    yield from (_is_any(f"{prefix}{column}", found) for column, found in values.items())
