"""The table of `search` or `crosstab` for people, in their language: headers, names, the total, what is said below."""

from coopdb.query.axes import OTHER
from coopdb.query.hit import NONE
from coopdb.query.table import TOTAL, Column, Table, Value
from coopdb.query.units import UNITS
from coopdb.report.note_words import note_words
from coopdb.report.value_names import dimension_name, dimension_names, value_name
from coopdb.report.wording import Wording, sentence

# Columns of a list of meetings whose cells are named, by the dimension that the values are of.
_NAMED = {"status": "status", "kind": "kind", "level": "level", "mode": "mode", "topics": "topic"}


def table_words(table: Table, wording: Wording) -> Table:
    """Return a table in a language; in English it is as the question made it."""
    if wording.language == "en":
        return table
    worded = (
        _crosstab(table, table.document, wording) if isinstance(table.document, dict) else _meetings(table, wording)
    )
    footer = tuple(note_words(each, wording) for each in table.footer)
    return worded._replace(footer=footer, language=wording.language)


def _meetings(table: Table, wording: Wording) -> Table:
    columns = tuple(each._replace(header=wording.say(f"meeting-column.{each.key}")) for each in table.columns)
    rows = tuple(
        tuple(_cell(column.key, value, wording) for column, value in zip(table.columns, row, strict=True))
        for row in table.rows
    )
    return table._replace(columns=columns, rows=rows, title=wording.say("digest.meetings"))


def _cell(key: str, value: Value, wording: Wording) -> Value:
    """Name what stands in a cell; codes, titles and other texts of the records are as they are."""
    if key == "draft" and value:
        return wording.say("meeting-column.draft")
    if key not in _NAMED or value is None:
        return value
    if isinstance(value, tuple):
        return tuple(value_name(_NAMED[key], each, wording) for each in value)
    return value_name(_NAMED[key], str(value), wording)


def _crosstab(table: Table, document: dict[str, str], wording: Wording) -> Table:
    across = document["columns"] or document["unit"]
    code, label, *others = table.columns
    columns = (
        code,
        label._replace(header=dimension_name(document["rows"], wording)),
        *(_header(each, across, wording) for each in others),
    )
    rows = tuple(_row(row, document["rows"], wording) for row in table.rows)
    return table._replace(columns=columns, rows=rows, title=_title(document, wording))


def _title(document: dict[str, str], wording: Wording) -> str:
    sides = dimension_names(filter(None, (document["rows"], document["columns"])), wording)
    unit = wording.say(f"units.{document['unit']}")
    return sentence(wording.say("value.by", units=unit, names=wording.listed(sides)))


def _header(column: Column, dimension: str, wording: Wording) -> Column:
    """Word the header of counts, or of what else is told of a row."""
    if column.kind != "count":
        return column._replace(header=wording.say(f"value.{column.key}"))
    if column.is_margin:
        return column._replace(header=wording.say("value.total"), short="")
    if dimension in UNITS:
        return column._replace(header=wording.say(f"units.{dimension}"), short="")
    return column._replace(header=_label(dimension, column.key, wording), short="")


def _row(row: tuple[Value, ...], dimension: str, wording: Wording) -> tuple[Value, ...]:
    """Word the label of a row; `(none)` and `(other)` have no code."""
    key, _, *cells = row
    if key == TOTAL:
        return (key, wording.say("value.total"), *cells)
    label = _label(dimension, str(key), wording)
    return (label if key in (NONE, OTHER) else key, label, *cells)


def _label(dimension: str, key: str, wording: Wording) -> str:
    return wording.say("value.other") if key == OTHER else value_name(dimension, key, wording)
