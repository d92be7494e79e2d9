"""The star as a spreadsheet: a sheet a table, with filters and a head that stays; days are days, texts never formulas.

The same records give the same bytes: no time of making is written.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from coopdb.errors import StopError
from coopdb.query.export import ExportedTable
from coopdb.store.star.engine import Row, Value
from coopdb.store.star.tables import StarTable

_MARK = "written by coopdb"
_PROPERTIES = "docProps/core.xml"  # has the mark, and is not compressed, so that the mark is found
_TIMES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")
_LONGEST = 32_767  # UTF-16 units of a cell
_MOST_ROWS = 1_048_576  # of a sheet
_FIRST_DAY = "1900-03-01"  # before it programs disagree by a day
# Texts that no cell can have: not characters, or what is read as the escape of another text.
_IMPOSSIBLE = re.compile(r"[\ufffe\uffff]|_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
_WIDE, _WIDEST = 8, 60  # characters of a column


def render(tables: Iterable[ExportedTable], _: date) -> Iterator[tuple[str, bytes]]:
    """Yield the workbook."""
    try:
        import xlsxwriter
    except ImportError as error:
        hint = "install `coopdb[spreadsheet]`"
        raise StopError("spreadsheets are written by XlsxWriter, which is not installed", hint) from error

    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True})
    workbook.set_properties({"comments": _MARK})
    head, day = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "yyyy-mm-dd"})
    for each in tables:
        _write(workbook.add_worksheet(each.table.name), each, head, day)
    workbook.close()
    yield "", _same_each_time(file)


def is_own(ends: bytes) -> bool:
    """Tell whether a workbook is by its properties; one that another program has saved is no longer."""
    return ends.startswith(b"PK\x03\x04") and _MARK.encode() in ends


def _write(sheet: Any, each: ExportedTable, head: Any, day: Any) -> None:
    columns = each.table.columns
    widths = [max(_WIDE, len(column.name) + 3) for column in columns]  # room for the button of the filter
    sheet.write_row(0, 0, [column.name for column in columns], head)
    number = 0
    for number, row in enumerate(each.rows(), start=1):
        if number == _MOST_ROWS:
            raise _refused(each.table.name, f"more than {_MOST_ROWS - 1:,} rows")
        _write_row(sheet, number, row, each.table, day)
        widths = [max(width, len(str(value or ""))) for width, value in zip(widths, row, strict=True)]
    sheet.autofilter(0, 0, number, len(columns) - 1)
    sheet.freeze_panes(1, 0)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, min(width, _WIDEST))


def _write_row(sheet: Any, number: int, row: Row, table: StarTable, day: Any) -> None:
    for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
        if value is None:
            continue
        if column.type == "boolean":
            sheet.write_boolean(number, index, bool(value))
        elif column.type == "integer":
            sheet.write_number(number, index, value)
        elif column.type == "day" and str(value) >= _FIRST_DAY:
            sheet.write_datetime(number, index, date.fromisoformat(str(value)), day)
        else:
            sheet.write_string(number, index, _text(table.name, value))


def _text(table: str, value: Value) -> str:
    """Return a text that a cell can have, whole; raise where it cannot."""
    text = str(value)
    if len(text) * 2 > _LONGEST and len(text.encode("utf-16-le")) // 2 > _LONGEST:
        raise _refused(table, f"a text of {len(text):,} characters, where a cell has {_LONGEST:,} at most")
    if found := _IMPOSSIBLE.search(text):
        raise _refused(table, f"the text {found[0]!a}, which no cell can have")
    return text


def _refused(table: str, what: str) -> StopError:
    return StopError(f"`{table}` does not fit into a sheet: it has {what}", "export as csv, sqlite or parquet")


def _same_each_time(file: BytesIO) -> bytes:
    """Pack the parts again: the properties first and as they are, without a time."""
    packed = BytesIO()
    with ZipFile(file) as source, ZipFile(packed, "w") as target:
        names = source.namelist()
        for name in sorted(names, key=lambda name: (name != names[0], name != _PROPERTIES)):
            content = source.read(name)
            is_clear = name == _PROPERTIES
            content = _TIMES.sub(b"", content) if is_clear else content
            target.writestr(ZipInfo(name), content, ZIP_STORED if is_clear else ZIP_DEFLATED)
    return packed.getvalue()
