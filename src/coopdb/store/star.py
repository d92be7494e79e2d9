"""The star of tables that questions are put to: one row a meeting, and around it parties, people, topics and so on."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from coopdb.record.dates import PartialDate
from coopdb.record.model import Document, Meeting
from coopdb.store.records import Entry
from coopdb.text import fold
from coopdb.vocabulary import Vocabulary, countries, organizations, topics

# A column that may be missing is NULL, never empty. Days are text (`2026-02-01`), so that they compare as dates.
_TABLES = {
    "meetings": "meeting, id, path, title, date, end_date, earliest, latest, year, half, quarter, month, status, kind, "
    "level, mode, host_event, venue_name, city, host, draft, words",
    "parties": "meeting, party, country, organization",
    "pairs": "meeting, pair",
    "people": "meeting, name, role, institution, capacity, party",
    "topics": "meeting, topic, area, stage",
    "documents": "meeting, kind, title, signed, url",
    "sources": "meeting, url, title, publisher, author, published, language, kind",
}

Value = str | int | None
Row = tuple[Value, ...]


def build_star(entries: Iterable[Entry]) -> sqlite3.Connection:
    """Put sound entries into the tables of a database in memory; `meeting` is the number of the entry, from 0."""
    connection = sqlite3.connect(":memory:")
    for table, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({columns})")
    for number, entry in enumerate(entries):
        for table, rows in _rows(entry).items():
            width = _TABLES[table].count(",")
            marks = ", ".join(["?"] * (width + 1))
            filled = ((number, *row) for row in rows)
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", filled)  # noqa: S608  # our own names
    for table in _TABLES:
        connection.execute(f"CREATE INDEX {table}_by_meeting ON {table} (meeting)")
    return connection


def _rows(entry: Entry) -> dict[str, Iterable[Row]]:
    """Make an entry's rows of every table, without the number of its meeting."""
    meeting = entry.meeting
    return {
        "meetings": [_meeting_row(entry)],
        "parties": dict.fromkeys((each.party, each.country, each.organization) for each in meeting.participants),
        "pairs": [("-".join(pair),) for pair in combinations(sorted(meeting.countries), 2)],
        "people": [
            (each.name, each.role, each.institution, each.capacity, each.party) for each in meeting.participants
        ],
        "topics": [(each.topic, topics().broader_chain(each.topic)[-1], each.stage) for each in meeting.topics],
        "documents": [(each.kind, each.title, _signed(each), each.url) for each in meeting.documents],
        "sources": [
            (
                each.url,
                each.title,
                each.publisher,
                each.author,
                each.published.text if each.published else None,
                each.language,
                each.kind,
            )
            for each in meeting.sources
        ],
    }


def _signed(document: Document) -> Value:
    return document.signed.text if isinstance(document.signed, PartialDate) else document.signed


def _meeting_row(entry: Entry) -> Row:
    meeting = entry.meeting
    date, last = meeting.date, meeting.end_date or meeting.date
    return (
        entry.id,
        entry.path,
        meeting.title,
        date.text,
        meeting.end_date.text if meeting.end_date else None,
        date.earliest.isoformat(),
        last.latest.isoformat(),
        date.year,
        date.half,
        date.quarter,
        date.month,
        meeting.status,
        meeting.kind,
        meeting.level,
        meeting.mode,
        meeting.host_event,
        meeting.venue.name,
        meeting.venue.city,
        meeting.venue.country,
        int(meeting.draft),
        f" {fold(' · '.join(_texts(meeting)))} {' '.join(_names(meeting))} ",
    )


def _texts(meeting: Meeting) -> Iterator[str]:
    """Yield the texts of a record that free words search."""
    yield meeting.title
    yield from filter(None, (meeting.summary, meeting.host_event, meeting.venue.name, meeting.venue.city))
    for participant in meeting.participants:
        yield from filter(None, (participant.name, participant.role, participant.institution))
    for topic in meeting.topics:
        yield from filter(None, (topic.note,))
    for document in meeting.documents:
        yield from filter(None, (document.title,))
    yield from (commitment.text for commitment in meeting.commitments)
    for source in meeting.sources:
        yield from filter(None, (source.title, source.publisher, source.author, source.url))


def _names(meeting: Meeting) -> Iterator[str]:
    """Yield the names, in every language and folded, of a record's countries, organisations and topics."""
    for key in filter(None, (*meeting.countries, meeting.venue.country)):
        yield _folded_names(countries(), key)
    for key in meeting.organizations:
        yield _folded_names(organizations(), key)
    for key in meeting.topic_slugs:
        yield _folded_names(topics(), key)


@lru_cache(maxsize=4096)
def _folded_names(vocabulary: Vocabulary, key: str) -> str:
    return " ".join(fold(name) for _, _, name in vocabulary[key].names())
