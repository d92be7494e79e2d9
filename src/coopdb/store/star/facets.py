"""The facets of a star: what meetings can be counted by, a table or a view of (meeting, value) each, no row twice.

SQLite sorts what it counts, and numbers several times as fast as words. So in the index the facets that a meeting can
have several values of are tables of numbers; `codes` has the words. An engine over an export has views, and the words.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from coopdb.store.star.engine import Star
from coopdb.vocabulary.tables import read_table

if TYPE_CHECKING:
    from coopdb.vocabulary.vocabularies import Vocabularies

_HUB = "meetings"  # the table with one row a meeting


@cache
def facets() -> Mapping[str, tuple[str, str]]:
    """Read the table and the column of the star that each dimension's values stand in."""
    return MappingProxyType({name: tuple(each["in"]) for name, each in read_table("dimensions")["dimensions"].items()})


@cache
def days_facets() -> frozenset[str]:
    """Return the dimensions whose values depend on the day of the question."""
    return frozenset(name for name, each in read_table("dimensions")["dimensions"].items() if each.get("is_of_day"))


def facet_table(name: str) -> str:
    """Return the name of the table, or the view, of a facet."""
    return f"facet_{name.replace('-', '_')}"


def _coded() -> Iterator[tuple[str, str, str]]:
    """Yield the facets of which a meeting can have several values, each with its table and column."""
    later = days_facets()
    yield from ((name, *place) for name, place in facets().items() if place[0] != _HUB and name not in later)


def facet_views(*, of_day: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the name of each view over an export, or of those that depend on a day, and the query that makes it."""
    for name, (table, column) in facets().items():
        if (name in days_facets()) != of_day:
            continue
        once = "" if table == _HUB else "DISTINCT "
        yield facet_table(name), f"SELECT {once}meeting, {column} AS value FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608  # our own names


# The topics of a document or a commitment: those that it names, at the stage they reached in its meeting, else all of
# its meeting.
_TOPICS_OF = """
SELECT own.meeting AS meeting, own.{part} AS item, own.topic AS topic, own.area AS area, topics.stage AS stage
FROM {part}_topics AS own LEFT JOIN topics ON topics.meeting = own.meeting AND topics.topic = own.topic
UNION ALL
SELECT {part}s.meeting, {part}s.{part}, topics.topic, topics.area, topics.stage
FROM {part}s JOIN topics ON topics.meeting = {part}s.meeting
WHERE NOT EXISTS (
  SELECT 1 FROM {part}_topics AS own WHERE own.meeting = {part}s.meeting AND own.{part} = {part}s.{part}
)
"""


def row_views() -> Iterator[tuple[str, str]]:
    """Yield the name of each view of rows with topics, and the query that makes it."""
    for part in ("document", "commitment"):
        yield f"topics_of_{part}s", _TOPICS_OF.format(part=part)


def create_facets(connection: sqlite3.Connection) -> None:
    """Make the facets of an index, empty."""
    tables = {facet_table(name) for name, _, _ in _coded()}
    for name, query in facet_views():
        made = "(meeting, value, PRIMARY KEY (meeting, value)) WITHOUT ROWID" if name in tables else f"AS {query}"
        connection.execute(f"CREATE {'TABLE' if name in tables else 'VIEW'} {name} {made}")
    for name, query in row_views():
        connection.execute(f"CREATE VIEW {name} AS {query}")
    connection.execute("CREATE TABLE codes (code INTEGER PRIMARY KEY, facet, word, UNIQUE (facet, word))")


def fill_facets(connection: sqlite3.Connection, first: int) -> None:
    """Add what the rows of the star say of all meetings from a number on."""
    for name, table, column in _coded():
        new = f"SELECT DISTINCT {{}} FROM {table} WHERE meeting >= {int(first)} AND {column} IS NOT NULL"  # noqa: S608  # our own names
        words, values = new.format(f"'{name}', {column}"), new.format(f"meeting, {column} AS word")
        connection.execute(f"INSERT OR IGNORE INTO codes (facet, word) {words}")
        coded = f"SELECT meeting, code FROM ({values}) JOIN codes USING (word) WHERE facet = '{name}'"  # noqa: S608  # the same
        connection.execute(f"INSERT INTO {facet_table(name)} {coded}")


def empty_facets(connection: sqlite3.Connection, meeting: int) -> None:
    """Remove what is said of one meeting."""
    for name, _, _ in _coded():
        connection.execute(f"DELETE FROM {facet_table(name)} WHERE meeting = ?", (meeting,))  # noqa: S608  # our own names


def star_of(connection: sqlite3.Connection, words: "Callable[[], Vocabularies]") -> Star:
    """Make the star of tables that have such facets."""
    from coopdb.store.star.day import LATEST, as_of

    return as_of(Star(connection, words, codes=partial(_codes, connection)), LATEST)


def _codes(connection: sqlite3.Connection, facet: str) -> dict[int, str]:
    """Read the words for the numbers of a facet; none where its values are words already."""
    return dict(connection.execute("SELECT code, word FROM codes WHERE facet = ?", (facet,)).fetchall())
