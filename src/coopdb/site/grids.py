"""Tables of answers and ledgers as pages show them: each cell with its text, its class, and where it leads."""

from collections.abc import Mapping
from typing import NamedTuple

from coopdb.query.table import Column, Table, Value
from coopdb.render.drawing.cells import for_people, word
from coopdb.render.drawing.shading import Shading
from coopdb.site.entities import KINDS
from coopdb.site.records import SiteRecords
from coopdb.site.site import entity_page
from coopdb.site.words import SiteWords

_FOLDERS: Mapping[str, str] = {kind.dimension: folder for folder, kind in KINDS.items()}
_OF_RECORDS = ("record", "last_record", "records")  # columns of ids


class GridCell(NamedTuple):
    """A cell: its text, its class, and the pages that it leads to, each by the text of its link."""

    text: str
    style: str = ""
    pages: tuple[tuple[str, str], ...] = ()
    is_head: bool = False


class Grid(NamedTuple):
    """A table for a page: its caption, heads and rows, what is said below, and how many rows are left out."""

    caption: str
    heads: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    notes: tuple[str, ...]
    left_out: int = 0


def counts_grid(table: Table, words: SiteWords, dimension: str) -> Grid:
    """Show a cross-tabulation: shaded, its rows headed by values of a dimension, which lead to their pages."""
    columns, rows = for_people(table)
    shading, folder = Shading(table, columns, rows), _FOLDERS.get(dimension, "")
    places = [number for number, column in enumerate(columns) if column.kind != "code"]

    def cell(line: int, number: int) -> GridCell:
        text = word(rows[line][number], "0", words.language)
        if columns[number].kind == "count":
            level = shading.level(line, number)
            is_margin = columns[number].is_margin or bool(shading.row(line))
            return GridCell(text, "n" + " margin" * is_margin + (f" h{level}" if level is not None else ""))
        key = str(table.rows[line][0])
        is_value = folder and not key.startswith("(") and key in (text, rows[line][0])
        return GridCell(text, pages=((text, entity_page(folder, key)),) if is_value else (), is_head=True)

    heads = tuple(_head(columns[number]) for number in places)
    return Grid(
        table.title,
        heads,
        tuple(tuple(cell(line, number) for number in places) for line in range(len(rows))),
        table.footer,
    )


def _head(column: Column) -> GridCell:
    return GridCell(column.header, "n" if column.kind == "count" else "")


def ledger_grid(table: Table, words: SiteWords, records: SiteRecords, most: int) -> Grid:
    """Show a ledger: its days in words, and its records as links; of many rows only the first."""
    columns, rows = for_people(table)
    shown = (zip(columns, row, strict=True) for row in rows[:most])
    cells = tuple(tuple(_ledger_cell(column, value, words, records) for column, value in row) for row in shown)
    return Grid(table.title, tuple(map(_head, columns)), cells, table.footer, max(len(rows) - most, 0))


def _ledger_cell(column: Column, value: Value, words: SiteWords, records: SiteRecords) -> GridCell:
    if column.key in _OF_RECORDS:
        found = map(records.of, value if isinstance(value, tuple) else [str(value)])
        return GridCell("", "day", tuple((words.reports.day(each.main["date"]), each.page) for each in found if each))
    if column.kind == "date":
        return GridCell(words.reports.day(str(value)) if value else "", "day")
    return GridCell(word(value, "0", words.language))
