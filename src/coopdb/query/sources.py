"""The sources of the selected meetings: a list of them, and the addresses that they give."""

from typing import Any

from coopdb.query.day import said_of_all
from coopdb.query.rows import narrowing
from coopdb.query.selection import Selection
from coopdb.query.sql import every
from coopdb.query.table import Column, LazyElements, Table, Value
from coopdb.store.star.engine import Star
from coopdb.text import count

_SQL = """
SELECT meetings.id, {columns}
FROM (SELECT * FROM meetings WHERE {condition}) AS meetings JOIN sources ON sources.meeting = meetings.meeting
WHERE {rows} ORDER BY meetings.earliest DESC, meetings.id, meetings.path, sources.rowid
"""
_COLUMNS = (
    Column("id", "id", "code"),
    Column("url", "address", "text"),
    Column("kind", "kind", "code", rank=1),
    Column("party", "party", "code", rank=1),
    Column("publisher", "publisher", "label", rank=3),
    Column("published", "published", "date", rank=1),
    Column("accessed", "accessed", "date", rank=3),
    Column("archive", "archived copy", "text", rank=4),
    Column("title", "title", "text", rank=2),
    Column("language", "language", "code", is_for_machines=True),
)


def list_sources(star: Star, selection: Selection) -> Table:
    """List the sources of the selected meetings; filters on what a source has choose sources."""
    rows = tuple(_ask(star, selection, [column.key for column in _COLUMNS[1:]]))
    meetings, distinct = len({row[0] for row in rows}), len({row[1] for row in rows} - {None})
    said = (
        count(len(rows), "source"),
        count(meetings, "meeting"),
        count(distinct, "distinct address", "distinct addresses"),
    )
    return Table(
        columns=_COLUMNS,
        rows=rows,
        footer=(
            " · ".join((*said, *selection.words)),
            *said_of_all(star, selection),
        ),
        stubs=1,
        title="Sources",
        document=LazyElements(_object, rows),
    )


def addresses(star: Star, selection: Selection) -> dict[str, tuple[str, ...]]:
    """Return the addresses of those sources, each with the ids of the records that give it."""
    found: dict[str, dict[str, None]] = {}
    for record, url in _ask(star, selection, ["url"]):
        if url is not None:
            found.setdefault(url, {})[record] = None
    return {url: tuple(records) for url, records in found.items()}


def _ask(star: Star, selection: Selection, columns: list[str]) -> list[tuple[Any, ...]]:
    rows = every(narrowing(selection.choices("sources"), (), "sources."))
    named = ", ".join(f"sources.{column}" for column in columns)
    statement = _SQL.format(columns=named, condition=selection.sql, rows=rows.text)
    return list(star.connection.execute(statement, (*selection.parameters, *rows.parameters)))


def _object(row: tuple[Value, ...]) -> dict[str, Value]:
    return dict(zip((column.key for column in _COLUMNS), row, strict=True))
