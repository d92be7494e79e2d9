"""The star of the selected meetings, to be exported: every table, the words for its keys, and a codebook."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import get_args

from coopdb.query.selection import EVERYTHING, Selection
from coopdb.record import values
from coopdb.store.star.engine import Row, Star
from coopdb.store.star.tables import StarColumn, StarTable, star_tables
from coopdb.text import count

_LANGUAGES = ("en", "fr", "ar")
# Meetings are numbered anew from 1, so that an export depends on nothing but what is in it.
_SQL = """
WITH chosen AS (
  SELECT meeting, ROW_NUMBER() OVER (ORDER BY earliest, id, path) AS number FROM meetings WHERE {condition}
)
SELECT chosen.number, {columns} FROM main.{table} AS {table} JOIN chosen ON chosen.meeting = {table}.meeting
ORDER BY chosen.number, {table}.rowid
"""
_LABELS = StarTable(
    "labels",
    "one row a key that occurs, with the words for it",
    (
        StarColumn("vocabulary", "text", "what the key is a key of: country, group, organization or topic"),
        StarColumn("key", "text", "the code or the slug"),
        StarColumn("en", "text", "the name in English"),
        StarColumn("fr", "text", "the name in French"),
        StarColumn("ar", "text", "the name in Arabic"),
    ),
)
_CODEBOOK = StarTable(
    "codebook",
    "one row a column of the other tables",
    (
        StarColumn("table", "text", "the table"),
        StarColumn("column", "text", "the column"),
        StarColumn(
            "type",
            "text",
            "what its values are; in CSV and SQLite a day is written 2026-02-01, and a boolean is 1 or 0",
        ),
        StarColumn("about", "text", "what it says"),
        StarColumn("values", "text", "the values it may have, where they are a list"),
        StarColumn("row", "text", "what a row of the table stands for"),
    ),
)


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table to export: what it is, and its rows, which can be asked for again and again.

    `everything` are the rows of all meetings, selected or not, numbered in another way.
    """

    table: StarTable
    rows: Callable[[], Iterable[Row]]
    everything: Callable[[], Iterable[Row]]


def export(star: Star, selection: Selection) -> tuple[ExportedTable, ...]:
    """Return the tables of the selected meetings, then the labels of their keys and the codebook."""
    tables = tuple(
        ExportedTable(table, _rows(star, table, selection), _rows(star, table, EVERYTHING))
        for table in star_tables().values()
    )
    everything = (*(each.table for each in tables), _LABELS, _CODEBOOK)
    return (
        *tables,
        ExportedTable(_LABELS, labels := partial(_labels, star, tables), labels),
        ExportedTable(_CODEBOOK, codebook := partial(_codebook, everything), codebook),
    )


def taken(star: Star, selection: Selection) -> Iterator[str]:
    """Say how many meetings are selected, and how many of them are not held, or drafts."""
    query = f"SELECT status, draft, COUNT(*) FROM meetings WHERE {selection.sql} GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608  # our own SQL
    found = list(star.connection.execute(query, selection.parameters))
    yield count(sum(number for *_, number in found), "meeting")
    numbers = {status: sum(number for each, _, number in found if each == status) for status, _, _ in found}
    special = [f"{number:,} {status}" for status, number in numbers.items() if status != "held"]
    if drafts := sum(number for _, draft, number in found if draft):
        special.append(count(drafts, "draft"))
    if special:
        yield ", ".join(special)


def _rows(star: Star, table: StarTable, selection: Selection) -> Callable[[], Iterable[Row]]:
    columns = ", ".join(f"{table.name}.{column.name}" for column in table.columns[1:])
    statement = _SQL.format(condition=selection.sql, columns=columns, table=table.name)
    return lambda: star.connection.execute(statement, selection.parameters)


def _labels(star: Star, tables: Iterable[ExportedTable]) -> Iterator[Row]:
    vocabularies = {
        "country": star.vocabularies.countries,
        "group": star.vocabularies.groups,
        "organization": star.vocabularies.organizations,
        "topic": star.vocabularies.topics,
    }
    found: dict[str, set[str]] = {name: set() for name in vocabularies}
    for each in tables:
        for place, column in enumerate(each.table.columns):
            if column.values in found:
                found[column.values] |= {str(row[place]) for row in each.rows() if row[place]}
    for name, keys in found.items():
        for key in sorted(keys):
            labels = vocabularies[name][key].labels
            yield name, key, *(labels.get(language) for language in _LANGUAGES)


def _codebook(tables: Iterable[StarTable]) -> Iterator[Row]:
    for table in tables:
        for column in table.columns:
            yield table.name, column.name, column.type, column.about, _values(column), table.about


def _values(column: StarColumn) -> str | None:
    """Word what a column's values may be: those of a list, or the keys of a vocabulary."""
    if not column.values:
        return None
    listed = get_args(getattr(values, column.values, None))
    return "; ".join(listed) or f"the keys of `labels` whose vocabulary is {column.values}"
