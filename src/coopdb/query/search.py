"""Search: the meetings that filters and free words select, the best first, or the newest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from coopdb.query.day import said_of_all
from coopdb.query.form import Order
from coopdb.query.free_text import Asked, Reason, read_words
from coopdb.query.note import Note
from coopdb.query.selection import Selection
from coopdb.query.table import Column, LazyElements, Table, Value
from coopdb.store.star.engine import Star
from coopdb.text import count, visible

# A meeting's countries, organisations and topics come as one text each, in the order of the record.
_SQL = """
SELECT id, path, title, date, end_date, status, kind, level, mode, host_event, venue_name, city, host, draft,
  (SELECT GROUP_CONCAT(DISTINCT country) FROM parties WHERE parties.meeting = meetings.meeting),
  (SELECT GROUP_CONCAT(DISTINCT organization) FROM parties WHERE parties.meeting = meetings.meeting),
  (SELECT GROUP_CONCAT(DISTINCT topic) FROM topics WHERE topics.meeting = meetings.meeting),
  meetings.meeting, {total}
FROM meetings JOIN ({found}) AS found ON found.meeting = meetings.meeting ORDER BY {order}
"""
# The first of what is found, and how many are found, without the texts that would be put together for the others too.
_FIRST = """
SELECT meetings.meeting, score, COUNT(*) OVER () AS total
FROM meetings JOIN ({found}) AS found ON found.meeting = meetings.meeting
ORDER BY {order} LIMIT {limit}
"""
_CHOSEN = "SELECT meeting, 0 AS score FROM meetings WHERE {condition}"
# What has each of the words, with what it scores.
_SCORED = """
SELECT meeting, {sum} AS score
FROM (SELECT meeting, {scores} FROM texts WHERE meeting IN (SELECT meeting FROM meetings WHERE {condition}))
WHERE {every}
"""
_ORDERS: Mapping[Order, str] = {
    "relevance": "score DESC, earliest DESC, id, path",
    "date": "earliest DESC, id, path",
    # By the folded title: small letters among capitals, and É among E.
    "title": "(SELECT title FROM texts WHERE texts.meeting = meetings.meeting), earliest DESC, id, path",
}
_COLUMNS = (
    Column("id", "id", "code"),
    Column("path", "path", is_for_machines=True),
    Column("title", "title", "text"),
    Column("date", "date", "date", is_for_machines=True),
    Column("end_date", "end date", "date", is_for_machines=True),
    Column("status", "status", "code", rank=1, is_for_machines=True),
    Column("kind", "kind", "code", is_for_machines=True),
    Column("level", "level", "code", is_for_machines=True),
    Column("mode", "mode", "code", is_for_machines=True),
    Column("host_event", "host event", is_for_machines=True),
    Column("venue.name", "venue", is_for_machines=True),
    Column("venue.city", "city", is_for_machines=True),
    Column("venue.country", "host country", "code", is_for_machines=True),
    Column("countries", "countries", "code", is_for_machines=True),
    Column("organizations", "organizations", "code", is_for_machines=True),
    Column("topics", "topics", "text", rank=2),
    Column("draft", "draft", "code", rank=1, is_for_machines=True),
)
_MOST = 2**63 - 1  # meetings that SQLite can count
# Columns that people see only when a value differs from this.
_ORDINARY = {"status": "held", "draft": None}


def search(
    star: Star,
    words: Iterable[str],
    selection: Selection,
    *,
    limit: int | None = None,
    order: Order | None = None,
    why: bool = False,
) -> Table:
    """List the selected meetings that have all `words`, each the beginning of a word: at most `limit`.

    The `order` is by relevance when there are words, else by date, the newest first. With `why` there is a column that
    tells where the words were found.
    """
    asked = tuple(each.settled(star) for each in read_words(words))
    total, answers = _ask(star, asked, selection, order or ("relevance" if asked else "date"), limit)
    reasons = [[reason for each in asked for reason in each.reasons(star, answer[-2])] for answer in answers if why]
    rows = [_row(answer[:-2]) for answer in answers]
    del answers  # there may be many
    columns = tuple(_columns(rows))
    document: LazyElements = LazyElements(_object, rows)
    if why:
        document = LazyElements(_with_why, list(zip(rows, reasons, strict=True)))
        columns = (*columns, Column("why", "found in", "text"))
        rows = [(*row, _found_in(found)) for row, found in zip(rows, reasons, strict=True)]
    return Table(
        columns=columns,
        rows=tuple(rows),
        footer=(_counted(len(rows), total, asked, selection), *said_of_all(star, selection)),
        stubs=1,
        title="Meetings",
        marks=tuple(mark for each in asked for mark in each.marks),
        document=document,
    )


def _ask(
    star: Star, asked: tuple[Asked, ...], selection: Selection, order: Order, limit: int | None
) -> tuple[int, list[tuple[Any, ...]]]:
    """Return how many meetings there are, and the first of them: the number of each is last but one."""
    found, parameters = _CHOSEN.format(condition=selection.sql), selection.parameters
    if asked:
        scores = [each.score(star.vocabularies) for each in asked]
        found = _SCORED.format(
            sum=" + ".join(f"score{number}" for number in range(len(scores))),
            scores=", ".join(f"{sql} AS score{number}" for number, (sql, _) in enumerate(scores)),
            condition=selection.sql,
            every=" AND ".join(f"score{number} > 0" for number in range(len(scores))),
        )
        parameters = (*(each for _, values in scores for each in values), *selection.parameters)
    shown = _FIRST.format(found=found, order=_ORDERS[order], limit=min(limit, _MOST)) if limit else found
    sql = _SQL.format(found=shown, order=_ORDERS[order], total="total" if limit else "NULL")
    answers = list(star.connection.execute(sql, parameters))
    return answers[0][-1] if limit and answers else len(answers), answers


def _found_in(reasons: Iterable[Reason]) -> str:
    return "; ".join(dict.fromkeys(reason.words for reason in reasons))


def _with_why(found: tuple[tuple[Value, ...], list[Reason]]) -> dict[str, object]:
    row, reasons = found
    return {**_object(row), "why": _why(reasons)}


def _why(reasons: Iterable[Reason]) -> list[dict[str, str | None]]:
    return [
        {"word": reason.word, "field": reason.field, "value": reason.value.strip("“”"), "how": reason.how or None}
        for reason in reasons
    ]


def _columns(rows: list[tuple[Value, ...]]) -> Iterator[Column]:
    """Show people the status and the drafts only where there is something to see."""
    for column, *values in zip(_COLUMNS, *rows, strict=True):
        ordinary = _ORDINARY.get(column.key)
        is_telling = column.key in _ORDINARY and any(value != ordinary for value in values)
        yield column._replace(is_for_machines=False) if is_telling else column


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


def _counted(shown: int, found: int, asked: Sequence[Asked], selection: Selection) -> Note:
    """Say how many were found, by which words and filters."""
    text = " · ".join(_footer(shown, found, asked, selection))
    words = [visible(each.text) for each in asked]
    return Note(text, "search", shown=shown, found=found, asked=words, selection=selection)


def _footer(shown: int, found: int, asked: Iterable[Asked], selection: Selection) -> Iterator[str]:
    yield count(found, "meeting") if shown == found else f"{shown:,} of {count(found, 'meeting')}"
    yield from (f"“{visible(each.text)}”" for each in asked)
    yield from selection.words
