"""Finds out what a file to import is, and reads it: a mapped table, records, or the tables of an export."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from coopdb.author.encoding import Encoding, content_of
from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.mapped import map_rows, unknown_columns
from coopdb.author.importing.rows import InputTable, Intake
from coopdb.author.importing.spreadsheet import Workbook, is_spreadsheet, open_workbook
from coopdb.author.importing.star import map_records, map_star
from coopdb.author.importing.tables import MEETINGS, SUFFIXES, FolderTables, SheetTables, find_tables
from coopdb.check.runner import check
from coopdb.errors import StopError, usage_error
from coopdb.record.mapping import read_mapping
from coopdb.record.reading import Reading
from coopdb.store.files.exported import refuse_half
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

_NEEDED = {"meeting", "title", "date"}  # what tells the table of meetings from others
_HINT = "name a mapping from its columns with `--map`; `--suggest` prints one to begin with"


@dataclass(frozen=True)
class ImportSource:
    """A file to import: where it is, how its bytes become text, and which of its sheets is meant, if any is named."""

    path: Path
    encoding: Encoding
    sheet: str | None = None

    @cached_property
    def workbook(self) -> Workbook | None:
        """The spreadsheet that the file is, if it is one."""
        is_one = is_spreadsheet(self._content, self.path.suffix)
        if self.sheet is not None and not is_one:
            raise usage_error(f"`{visible(str(self.path))}` has no sheets", "`--sheet` is for spreadsheets")
        return open_workbook(self._content, str(self.path)) if is_one else None

    @cached_property
    def _content(self) -> bytes:
        return content_of(self.path)

    @cached_property
    def _text(self) -> str:
        return self.encoding.decode(self._content, str(self.path))

    @property
    def is_json(self) -> bool:
        """Tell JSON Lines from CSV, by the file's name or else by how it begins."""
        suffix = self.path.suffix.lower()
        return suffix in (".jsonl", ".ndjson", ".json") or (
            suffix not in (".csv", ".tsv") and self._text.lstrip().startswith("{")
        )

    def read(self, delimiter: str | None = None) -> InputTable:
        """Read the table that the file is, or has in one of its sheets."""
        if self.workbook:
            return self.workbook.read(self.sheet)
        return read_jsonl(self._text) if self.is_json else read_csv(self._text, str(self.path), delimiter)


def read_source(source: ImportSource, mapping_path: Path | None, vocabularies: Vocabularies, today: date) -> Intake:
    """Read a file, or a folder of tables, as proposals. `today` tells the century of two digits."""
    if source.path.is_dir():
        refuse_half(source.path)
        return map_star(FolderTables(source.path, find_tables(source.path), source.encoding), vocabularies)
    if mapping_path is None:
        return _read_own(source, vocabularies)
    text = Encoding("utf-8", source.encoding.say).read(mapping_path)
    reading, mapping = read_mapping(text.encode(), vocabularies)
    if mapping is None:
        raise _fault_of(mapping_path, reading)
    sheet = source.read(mapping.options.file.delimiter)
    faults = tuple(unknown_columns(sheet, mapping))
    if faults:
        raise _fault_of(mapping_path, reading._replace(faults=faults))
    return map_rows(sheet, mapping, today)


def _read_own(source: ImportSource, vocabularies: Vocabularies) -> Intake:
    """Read what needs no mapping, for its columns and keys are coopdb's own."""
    path = source.path
    if source.workbook and source.sheet is None and MEETINGS in source.workbook.sheets:
        return map_star(SheetTables(source.workbook), vocabularies)
    sheet = source.read()
    if path.stem == MEETINGS and path.suffix in SUFFIXES and _is_of_star(sheet):
        return map_star(FolderTables(path.parent, path.suffix, source.encoding), vocabularies)
    if any(isinstance(row.content, Mapping) and "participants" in row.content for row in sheet.rows):
        return map_records(sheet)
    raise usage_error(f"`{visible(str(path))}` is not an export of coopdb", _HINT)


def _is_of_star(sheet: InputTable) -> bool:
    """Tell the table of meetings from a file that only has its name."""
    first = next((row.content for row in sheet.rows), None)
    return set(sheet.columns or (first if isinstance(first, Mapping) else ())) >= _NEEDED


def _fault_of(path: Path, reading: Reading) -> StopError:
    """Make the error of a mapping: its first fault, at its line."""
    report = check(RecordFiles((RecordFile(str(path), reading),), packaged_vocabularies()), date.min)
    first = report.problems[0]
    more = f", and {len(report.problems) - 1} more" if len(report.problems) > 1 else ""
    return usage_error(f"`{visible(str(path))}`, line {first.span.line}: {first.message}{more}", first.hint)
