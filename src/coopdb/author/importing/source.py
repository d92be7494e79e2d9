"""Finds out what a file to import is, and reads it: a mapped table, records, or the tables of an export."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.encoding import Encoding
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.mapped import map_rows, unknown_columns
from coopdb.author.importing.rows import Intake
from coopdb.author.importing.star import map_records, map_star
from coopdb.author.importing.tables import MEETINGS, SUFFIXES, find_tables
from coopdb.check.runner import check
from coopdb.errors import StopError, usage_error
from coopdb.record.mapping import read_mapping
from coopdb.record.reading import Reading
from coopdb.store.files.exported import refuse_half
from coopdb.store.files.records import RecordFile, Records
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

_NEEDED = ("meeting", "title", "date")  # what tells the table of meetings from others
_HINT = "name a mapping from its columns with `--map`; the README says how to write one"


def read_source(
    path: Path, mapping_path: Path | None, vocabularies: Vocabularies, encoding: Encoding, today: date
) -> Intake:
    """Read a file, or a folder of tables, as proposals. `today` tells the century of two digits."""
    if path.is_dir():
        refuse_half(path)
        return map_star(path, find_tables(path), vocabularies, encoding)
    text = encoding.read(path)
    if mapping_path is None:
        return _read_own(path, text, vocabularies, encoding)
    reading, mapping = read_mapping(Encoding("utf-8", encoding.say).read(mapping_path).encode(), vocabularies)
    if mapping is None:
        raise _fault_of(mapping_path, reading)
    sheet = read_jsonl(text) if is_json(path, text) else read_csv(text, str(path), mapping.options.file.delimiter)
    faults = tuple(unknown_columns(sheet, mapping))
    if faults:
        raise _fault_of(mapping_path, reading._replace(faults=faults))
    return map_rows(sheet, mapping, today)


def is_json(path: Path, text: str) -> bool:
    """Tell JSON Lines from CSV, by the file's name or else by how it begins."""
    suffix = path.suffix.lower()
    return suffix in (".jsonl", ".ndjson", ".json") or (
        suffix not in (".csv", ".tsv") and text.lstrip().startswith("{")
    )


def _read_own(path: Path, text: str, vocabularies: Vocabularies, encoding: Encoding) -> Intake:
    """Read what needs no mapping, for its columns and keys are coopdb's own."""
    if path.stem == MEETINGS and path.suffix in SUFFIXES and _is_of_star(path, text):
        return map_star(path.parent, path.suffix, vocabularies, encoding)
    sheet = read_jsonl(text) if is_json(path, text) else read_csv(text, str(path))
    if any(isinstance(row.content, Mapping) and "participants" in row.content for row in sheet.rows):
        return map_records(sheet)
    raise usage_error(f"`{visible(str(path))}` is not an export of coopdb", _HINT)


def _is_of_star(path: Path, text: str) -> bool:
    """Tell the table of meetings from a file that only has its name."""
    if not is_json(path, text):
        return set(_NEEDED) <= set(read_csv(text, str(path)).columns)
    first = next((row.content for row in read_jsonl(text).rows), None)
    return isinstance(first, Mapping) and set(_NEEDED) <= first.keys()


def _fault_of(path: Path, reading: Reading) -> StopError:
    """Make the error of a mapping: its first fault, at its line."""
    report = check(Records((RecordFile(str(path), reading),), packaged_vocabularies()), date.min)
    first = report.problems[0]
    more = f", and {len(report.problems) - 1} more" if len(report.problems) > 1 else ""
    return usage_error(f"`{visible(str(path))}`, line {first.span.line}: {first.message}{more}", first.hint)
