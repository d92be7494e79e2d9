"""One filter as it is asked: a condition on meetings, and the words and values for it."""

from typing import NamedTuple

from coopdb.query.rows import RowFilter
from coopdb.query.sql import Sql


class Condition(NamedTuple):
    """One filter: a condition on `meetings`, words for people, and its name and value for JSON.

    `choice` is what it asks of a row, where that may have to be the row of another filter too; `places` are its choices
    where they are of several places, any of which will do. `beyond` holds of the meetings that it takes although they
    are, or may be, on the other side of its limit.
    """

    sql: Sql
    words: str = ""
    name: str = ""
    value: object = None
    choice: RowFilter | None = None
    places: tuple[RowFilter, ...] = ()
    beyond: Sql | None = None
