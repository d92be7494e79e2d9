"""A piece of SQL with the parameters for its `?`, and how pieces are put together."""

from collections.abc import Iterable
from typing import NamedTuple


class Sql(NamedTuple):
    """A condition, a table expression or a statement, with one parameter for each `?` in it."""

    text: str
    parameters: tuple[str | int, ...] = ()

    def __add__(self, other: object) -> "Sql":
        """Put another piece after this one."""
        text, parameters = other if isinstance(other, Sql) else (str(other), ())
        return Sql(self.text + text, self.parameters + parameters)


NOTHING = Sql("")
ALWAYS = Sql("1 = 1")


def joined(separator: str, pieces: Iterable[Sql]) -> Sql:
    """Put pieces together, with a separator between them."""
    every = tuple(pieces)
    return Sql(separator.join(each.text for each in every), tuple(p for each in every for p in each.parameters))


def every(conditions: Iterable[Sql]) -> Sql:
    """Return the condition that all of these hold, one that always does when there are none."""
    found = joined(" AND ", conditions)
    return found if found.text else ALWAYS


def among(column: str, values: Iterable[str | int]) -> Sql:
    """Return the condition that a column has one of the values; never NULL, whose contrary would be NULL too."""
    given = tuple(values)
    return Sql(f"{column} IS NOT NULL AND {column} IN ({', '.join('?' * len(given))})", given)
