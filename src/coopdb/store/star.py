"""The star of tables that questions are put to: one row a meeting, and around it parties, people, topics and so on."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coopdb.vocabulary.vocabularies import Vocabularies

# A column that may be missing is NULL, never empty. Days are text (`2026-02-01`), so that they compare as dates.
_TABLES = {
    "meetings": "meeting, id, path, title, date, end_date, earliest, latest, year, half, quarter, month, status, kind, "
    "level, mode, host_event, venue_name, city, host, draft, words",
    "parties": "meeting, party, country, organization",
    "pairs": "meeting, pair",
    "memberships": "meeting, membership",
    "people": "meeting, name, role, institution, capacity, party",
    "topics": "meeting, topic, area, stage",
    "documents": "meeting, document, kind, title, signed, url",
    "commitments": "meeting, commitment, text, owner, due, status",
    "sources": "meeting, url, title, publisher, author, published, language, kind",
}

Value = str | int | None
Row = tuple[Value, ...]


@dataclass(frozen=True)
class Star:
    """The tables, and the vocabularies that give the words for their keys."""

    connection: sqlite3.Connection
    vocabularies: Vocabularies


def new_star(vocabularies: Vocabularies) -> Star:
    """Make empty tables in memory."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    return Star(connection, vocabularies)


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a star, empty."""
    for table, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({columns})")
        connection.execute(f"CREATE INDEX {table}_by_meeting ON {table} (meeting)")  # and so in the order of the record
    connection.execute("CREATE INDEX meetings_by_status ON meetings (status, draft, meeting)")


def add_rows(connection: sqlite3.Connection, rows: Mapping[int, Mapping[str, Iterable[Row]]]) -> None:
    """Add the rows of meetings, by the meeting's number and by table."""
    for table, columns in _TABLES.items():
        marks = ", ".join("?" * (columns.count(",") + 1))
        filled = ((meeting, *row) for meeting, tables in rows.items() for row in tables[table])
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", filled)  # noqa: S608  # our own names


def remove_rows(connection: sqlite3.Connection, meeting: int) -> None:
    """Remove the rows of one meeting."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE meeting = ?", (meeting,))  # noqa: S608  # our own names
