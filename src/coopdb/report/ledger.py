"""The plain value of a ledger: a table for people or machines, its JSON, and what of it a calendar can show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from coopdb.query.selection import Selection
from coopdb.query.table import Column, ColumnKind, LazyElements, Table, Value
from coopdb.report.days import date_of
from coopdb.report.filter_words import filter_words
from coopdb.report.note_words import edition_words
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

Progress = Literal["open", "in-progress", "done", "dropped"]


class CalendarEntry(NamedTuple):
    """What a calendar shows of a line: whole days, the last of them included; something to do where it has `progress`.

    `uid` stays the same for as long as the record names the same thing.
    """

    uid: str
    first: str
    last: str
    summary: str
    description: str
    is_certain: bool = True
    progress: Progress | None = None


class Ledger(NamedTuple):
    """A table, the day as of which it is, and what of it a calendar can show."""

    table: Table
    day: str
    entries: Sequence[CalendarEntry] = ()


class LedgerColumn(NamedTuple):
    """A column of a ledger: its key, what a line has in it, and how it is shown."""

    key: str
    cell: Callable[[Any, Wording], Value]
    kind: ColumnKind = "text"
    rank: int = 0
    is_for_machines: bool = False


class LedgerForm(NamedTuple):
    """What a ledger is: its name, its columns, and what a line is in JSON."""

    name: str
    columns: tuple[LedgerColumn, ...]
    item: Callable[[Any], Mapping[str, object]]


def make_table(
    form: LedgerForm,
    lines: Sequence[Any],
    star: Star,
    selection: Selection,
    wording: Wording,
    options: Mapping[str, object],
    notes: Iterable[str] = (),
) -> Table:
    """Put lines into a table; `options` are what was asked beside the filters, and `notes` what is said of it."""
    rows = tuple(tuple(each.cell(line, wording) for each in form.columns) for line in lines)
    columns = tuple(
        _column(each, wording, is_empty=bool(rows) and all(row[place] in (None, ()) for row in rows))
        for place, each in enumerate(form.columns)
    )
    footer = (wording.counted(f"{form.name}.count", len(lines)), *filter_words(selection, wording))
    return Table(
        columns=columns,
        rows=rows,
        footer=(
            " · ".join(footer),
            *notes,
            wording.say("report.on", day=wording.day(star.day)),
            *edition_words(star, wording),
        ),
        title=wording.say(f"{form.name}.title"),
        document=document(form.name, star.day, selection, options, items=LazyElements(form.item, lines)),
        language=wording.language,
    )


def _column(each: LedgerColumn, wording: Wording, *, is_empty: bool) -> Column:
    """Make the column of a table; people do not see one in which nothing stands."""
    header = each.key if each.is_for_machines else wording.say(f"column.{each.key}")
    return Column(each.key, header, each.kind, each.rank, each.is_for_machines or is_empty)


def document(
    name: str, day: str, selection: Selection, options: Mapping[str, object], **content: object
) -> dict[str, object]:
    """Put what a report has found into the shape that its JSON has."""
    asked = {**selection.filters, **{key: value for key, value in options.items() if value not in (None, False)}}
    return {"version": 1, "report": name, "on": day, "filters": asked, **content}


def dated(key: str, text: str | None) -> dict[str, str | None]:
    """Return a partial date for JSON: as written, and beside it the first and the last possible day."""
    day = date_of(text) if text else None
    first, last = (day.earliest.isoformat(), day.latest.isoformat()) if day else (None, None)
    prefix = "" if key == "date" else f"{key}_"
    return {key: text, f"{prefix}earliest": first, f"{prefix}latest": last}


def split(joined: str | None) -> tuple[str, ...]:
    """Take apart what SQL has put together with commas."""
    return tuple(joined.split(",")) if joined else ()
