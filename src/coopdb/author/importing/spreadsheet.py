"""Reads the sheets of xlsx and ods as rows: values only, each date as a date; nothing is computed or followed."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from xml.etree import ElementTree as ET

from coopdb.author.importing.archive import MARK, Parts, pack, unpack
from coopdb.author.importing.csv import as_table
from coopdb.author.importing.extent import Faults, measure
from coopdb.author.importing.rows import Day, InputTable, Row
from coopdb.errors import StopError, usage_error
from coopdb.text import did_you_mean, visible

_NAMED = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".fods")
_SAVE = "save it as .xlsx, .ods or CSV"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def is_spreadsheet(content: bytes, suffix: str) -> bool:
    """Tell a spreadsheet from text, by its first bytes or by how its name ends."""
    return content.startswith(MARK) or suffix.lower() in _NAMED


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open spreadsheet: its name, what reads it, the names of its sheets, and rows of each that cannot be read."""

    name: str
    reader: Any
    sheets: tuple[str, ...]
    faults: Mapping[str, Faults]

    def read(self, sheet: str | None = None) -> InputTable:
        """Read a sheet, or the first. Its first row of two cells or more names the columns."""
        chosen = self.sheets[0] if sheet is None else sheet
        if chosen not in self.sheets:
            hint = (
                did_you_mean(chosen, self.sheets) or f"it has {', '.join(f'`{visible(each)}`' for each in self.sheets)}"
            )
            raise usage_error(f"`{visible(self.name)}` has no sheet `{visible(chosen)}`", hint)
        rows = _guarded(self.name, lambda: self.reader.get_sheet_by_name(chosen).to_python(skip_empty_area=False))
        found = list(_rows(rows, self.faults.get(chosen, {})))
        while len(found) > 1 and sum(map(bool, found[0].content)) == 1 < sum(map(bool, found[1].content)):
            del found[0]  # what is written above a table
        return as_table(found, self.name if sheet is None else f"{self.name}, {sheet}", ",")


def open_workbook(content: bytes, name: str) -> Workbook:
    """Open a spreadsheet, after its parts are unpacked and measured within bounds."""
    if not content.startswith(MARK):
        raise StopError(f"`{visible(name)}` is not a spreadsheet that is understood, or has a password", _SAVE)
    parts = unpack(content, name)
    if not parts.keys() & {"xl/workbook.xml", "content.xml"}:
        raise StopError(f"`{visible(name)}` is not a spreadsheet that is understood", _SAVE)
    faults = measure(parts, name)
    try:
        import python_calamine
    except ImportError as error:
        hint = "install `coopdb[spreadsheet]`, or save it as CSV"
        raise StopError("spreadsheets are read by python-calamine, which is not installed", hint) from error
    reader = _guarded(name, lambda: python_calamine.load_workbook(pack(parts)))
    named = {each.name: str(each.visible).endswith(".Visible") for each in reader.sheets_metadata if _has_cells(each)}
    sheets = tuple(sorted(named, key=lambda each: not named[each]))  # hidden ones last
    if not sheets:
        raise StopError(f"`{visible(name)}` has no sheet of cells", _SAVE)
    return Workbook(name, reader, sheets, dict(_faults(parts, faults, reader.sheet_names)))


def _has_cells(sheet: Any) -> bool:
    return str(sheet.typ).endswith(".WorkSheet")


def _faults(parts: Parts, faults: Mapping[str, list[Faults]], names: list[str]) -> Iterator[tuple[str, Faults]]:
    """Give the faults of parts to the sheets of these names."""
    if "content.xml" in parts:
        yield from zip(names, faults["content.xml"], strict=False)
        return
    relations = ET.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))  # noqa: S314  # measured before
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in ET.fromstring(parts["xl/workbook.xml"]).iter():  # noqa: S314  # the same
        part = posixpath.normpath(posixpath.join("/xl", targets.get(sheet.get(f"{_OFFICE}id"), "")))[1:]
        if (name := sheet.get("name")) and part in faults:
            yield name, faults[part][0]


def _guarded(name: str, read: Any) -> Any:
    """Let a library read; what is wrong for it is told, be it even an end in panic, as Rust has it."""
    try:
        return read()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise StopError(f"`{visible(name)}` cannot be read: {visible(str(error))}", _SAVE) from error


def _rows(rows: list[list[object]], faults: Faults) -> Iterator[Row]:
    """Yield the rows that are not blank, with their numbers."""
    for number, row in enumerate(rows, start=1):
        cells = tuple(map(_text, row))
        if any(cell.strip() for cell in cells) or number in faults:
            yield Row(number, cells, faults.get(number, ""))


def _text(value: object) -> str:
    """Write a value as text: a whole number without a point, a day as records have it."""
    match value:
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return Day(value.date().isoformat())
        case date() if not isinstance(value, datetime):
            return Day(value.isoformat())
        case _:
            return str(value)
