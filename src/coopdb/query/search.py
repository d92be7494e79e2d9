"""Search: the meetings that filters and free words select, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coopdb.errors import usage_error
from coopdb.query.selection import Selection
from coopdb.query.table import Column, Table, Value
from coopdb.store.star import Star
from coopdb.text import count, fold, visible

# A meeting's countries, organisations and topics come as one text each, in the order of the record.
_SQL = """
SELECT id, path, title, date, end_date, status, kind, level, mode, host_event, venue_name, city, host, draft,
  (SELECT GROUP_CONCAT(DISTINCT country) FROM parties WHERE parties.meeting = meetings.meeting),
  (SELECT GROUP_CONCAT(DISTINCT organization) FROM parties WHERE parties.meeting = meetings.meeting),
  (SELECT GROUP_CONCAT(DISTINCT topic) FROM topics WHERE topics.meeting = meetings.meeting)
FROM meetings WHERE {condition} ORDER BY earliest DESC, id, path
"""
_COLUMNS = (
    Column("id", "id", "code"),
    Column("path", "path", is_for_machines=True),
    Column("title", "title", "text"),
    Column("date", "date", "date", is_for_machines=True),
    Column("end_date", "end date", "date", is_for_machines=True),
    Column("status", "status", "code", rank=2, is_for_machines=True),
    Column("kind", "kind", "code", is_for_machines=True),
    Column("level", "level", "code", is_for_machines=True),
    Column("mode", "mode", "code", is_for_machines=True),
    Column("host_event", "host event", is_for_machines=True),
    Column("venue.name", "venue", is_for_machines=True),
    Column("venue.city", "city", is_for_machines=True),
    Column("venue.country", "host country", "code", is_for_machines=True),
    Column("countries", "countries", "code", is_for_machines=True),
    Column("organizations", "organizations", "code", is_for_machines=True),
    Column("topics", "topics", "text", rank=1),
    Column("draft", "draft", "code", rank=2, is_for_machines=True),
)
# Columns that people see only when a value differs from this.
_ORDINARY = {"status": "held", "draft": None}


def search(star: Star, words: Iterable[str], selection: Selection, *, limit: int | None = None) -> Table:
    """List the selected meetings that have all `words`, each the beginning of a word; newest first."""
    asked = {word: _folded(word) for word in words}
    condition = " AND ".join([selection.sql, *("INSTR(words, ?) > 0" for _ in asked)])
    parameters = (*selection.parameters, *(f" {folded}" for folded in asked.values()))
    found = [_row(answer) for answer in star.connection.execute(_SQL.format(condition=condition), parameters)]
    shown = found[:limit]
    return Table(
        columns=tuple(_columns(shown)),
        rows=tuple(shown),
        footer=(" · ".join(_footer(len(shown), len(found), asked, selection)),),
        stubs=1,
        document=[_object(row) for row in shown],
    )


def _folded(word: str) -> str:
    """Fold what is asked for. What has neither letter nor digit is refused: it would find everything."""
    if folded := fold(word):
        return folded
    raise usage_error(f"nothing to search for in `{visible(word)}`", "ask for words, with at least a letter or a digit")


def _columns(rows: list[tuple[Value, ...]]) -> Iterator[Column]:
    """Show people the status and the drafts only where there is something to see."""
    for column, *values in zip(_COLUMNS, *rows, strict=True):
        ordinary = _ORDINARY.get(column.key)
        is_telling = column.key in _ORDINARY and any(value != ordinary for value in values)
        yield replace(column, is_for_machines=False) if is_telling else column


def _row(answer: tuple[Value, ...]) -> tuple[Value, ...]:
    *plain, draft, countries, organizations, topics = answer
    return (*plain, _split(countries), _split(organizations), _split(topics), "draft" if draft else None)


def _split(joined: Value) -> tuple[str, ...]:
    return tuple(str(joined).split(",")) if joined else ()


def _object(row: tuple[Value, ...]) -> dict[str, object]:
    """Put a row in the shape of `search --format json`: `venue` nested, `draft` true or false."""
    flat = {column.key: _plain(value) for column, value in zip(_COLUMNS, row, strict=True)}
    venue = {key.partition(".")[2]: value for key, value in flat.items() if key.startswith("venue.")}
    names = dict.fromkeys(key.partition(".")[0] for key in flat)
    return {name: venue if name == "venue" else flat[name] for name in names} | {"draft": flat["draft"] is not None}


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _footer(shown: int, found: int, words: Iterable[str], selection: Selection) -> Iterator[str]:
    yield count(found, "meeting") if shown == found else f"{shown:,} of {count(found, 'meeting')}"
    yield from (f"“{visible(word)}”" for word in words)
    yield from selection.words
