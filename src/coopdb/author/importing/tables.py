"""Reads the tables of a star, of a folder's files or a workbook's sheets: rows of values by column, and by meeting."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from coopdb.author.encoding import Encoding
from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.rows import InputTable, Row
from coopdb.author.importing.spreadsheet import Workbook
from coopdb.errors import StopError, usage_error
from coopdb.store.star.tables import star_tables
from coopdb.text import did_you_mean, visible

MEETINGS = "meetings"
_CODEBOOK = "codebook"
# Tables without which something would be lost; what the others hold is computed.
NEEDED = (
    "people", "topics", "documents", "commitments", "sources", "links", "previous_dates", "waivers"
)  # fmt: skip
# Tables that exports of earlier versions do without.
LATER = ("commitment_updates", "document_signatories")
# The topics that documents and commitments have of their own: in which table, and the column that says whose they are.
OWN_TOPICS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"documents": ("document_topics", "document"), "commitments": ("commitment_topics", "commitment")}
)
_FORMER = "topics"  # the column in which documents and commitments had them before there were such tables
_COMPUTED = frozenset(
    (
        "path",
        "earliest",
        "latest",
        "year",
        "half",
        "quarter",
        "month",
        "area",
        "document",
        "commitment",
        "source",
        "place",
        "told_by",
        "country",
        "organization",
    )
)
SUFFIXES = (".csv", ".jsonl")

Values = Mapping[str, Any]  # a row by column, without what is missing; a former column is there, even if empty
ByMeeting = Mapping[str, list[Values]]


def find_tables(folder: Path) -> str:
    """Return the suffix of a folder's tables; raise when it is not an export, or two."""
    found = [suffix for suffix in SUFFIXES if (folder / f"{MEETINGS}{suffix}").exists()]
    if len(found) == 1:
        return found[0]
    what = "both of" if found else "neither of"
    names = " and ".join(f"`{MEETINGS}{suffix}`" for suffix in SUFFIXES)
    raise usage_error(
        f"`{visible(str(folder))}` has {what} {names}", "an export of coopdb has one of them; name a file"
    )


class Tables(Protocol):
    """The tables of an export, wherever they are."""

    def place(self, table: str) -> str:
        """Return where a table is, for messages."""
        ...

    def has(self, table: str) -> bool:
        """Tell whether a table is there."""
        ...

    def read(self, table: str) -> InputTable:
        """Read the rows of a table."""
        ...


@dataclass(frozen=True, slots=True)
class FolderTables:
    """Tables that are files of a folder, each with the suffix of its format."""

    folder: Path
    suffix: str
    encoding: Encoding

    def place(self, table: str) -> str:
        """Return the path of a table."""
        return str(self.folder / f"{table}{self.suffix}")

    def has(self, table: str) -> bool:
        """Tell whether there is a file of a table."""
        return Path(self.place(table)).exists()

    def read(self, table: str) -> InputTable:
        """Read the file of a table."""
        text = self.encoding.read(Path(self.place(table)))
        return read_csv(text, self.place(table)) if self.suffix == ".csv" else read_jsonl(text)


@dataclass(frozen=True, slots=True)
class SheetTables:
    """Tables that are sheets of a workbook."""

    workbook: Workbook

    def place(self, table: str) -> str:
        """Return the workbook and the sheet of a table."""
        return f"{self.workbook.name}, {table}"

    def has(self, table: str) -> bool:
        """Tell whether there is a sheet of a table."""
        return table in self.workbook.sheets

    def read(self, table: str) -> InputTable:
        """Read the sheet of a table."""
        return self.workbook.read(table)


def read_meetings(tables: Tables) -> Iterator[tuple[Row, Values]]:
    """Yield the rows of the table of meetings, with their values."""
    return _rows(tables, MEETINGS)


def read_parts(tables: Tables) -> Mapping[str, ByMeeting]:
    """Read the other tables, by name. They must be there and whole, or a record would lack something without a word."""
    _refuse_missing(tables, NEEDED)
    parts = {name: _by_meeting(tables, name) for name in NEEDED}
    for name in LATER:
        _refuse_missing(tables, (name,) if any(table == name for table, _ in _told(tables)) else ())
        parts[name] = _by_meeting(tables, name) if tables.has(name) else {}
    for name, (table, _) in OWN_TOPICS.items():
        rows = [values for rows in parts[name].values() for values in rows]
        if not all(_FORMER in values for values in rows):
            _refuse_missing(tables, (table,))
        parts[table] = _by_meeting(tables, table) if tables.has(table) else {}
    return parts


def _refuse_missing(tables: Tables, names: Iterable[str]) -> None:
    missing = ", ".join(f"`{Path(tables.place(name)).name}`" for name in names if not tables.has(name))
    if missing:
        hint = "an export of coopdb has a file or a sheet a table; for other files name a mapping with `--map`"
        raise usage_error(f"not beside `{Path(tables.place(MEETINGS)).name}`: {missing}", hint)


def _by_meeting(tables: Tables, table: str) -> ByMeeting:
    found: dict[str, list[Values]] = defaultdict(list)
    for row, values in _rows(tables, table):
        if row.fault:
            raise StopError(
                f"`{visible(tables.place(table))}`, row {row.number}: {row.fault}", "fix the file; nothing is imported"
            )
        found[str(values.get("meeting", ""))].append(values)
    return found


def _lacking(columns: Iterable[str], tables: Tables, table: str) -> Iterator[str]:
    """Yield the columns that a table should have: an export of before a column does without, if its codebook does."""
    kept = _COMPUTED - {key for name, key in OWN_TOPICS.values() if name == table}
    told = _told(tables)
    for column in star_tables()[table].columns:
        is_later = column.since > 1 and (table, column.name) not in told
        if column.name not in columns and column.name not in kept and not is_later:
            yield column.name


def _told(tables: Tables) -> frozenset[tuple[str, str]]:
    """Return the columns, each after its table, that the codebook beside a table has; none where there is none."""
    rows = (row.content for row in tables.read(_CODEBOOK).rows) if tables.has(_CODEBOOK) else ()
    told = ([*row.values()] if isinstance(row, Mapping) else [*row] for row in rows)
    return frozenset((str(each[0]), str(each[1])) for each in told if each[1:])


def _rows(tables: Tables, table: str) -> Iterator[tuple[Row, Values]]:
    """Yield the rows of a table; a column that the star does not have, or one that is missing, is refused."""
    sheet, place = tables.read(table), visible(tables.place(table))
    former = (_FORMER,) if table in OWN_TOPICS else ()
    own = tuple(column.name for column in star_tables()[table].columns)
    columns = (*own, *former)
    if sheet.columns:
        for column in _lacking(sheet.columns, tables, table):
            raise usage_error(f"`{place}` lacks the column `{column}`", "export it again")
    for row in sheet.rows:
        values = dict(zip(sheet.columns, row.content, strict=False)) if sheet.columns else row.content
        known = values if isinstance(values, dict) and not row.fault else {}
        for column in known.keys() - set(columns):
            hint = did_you_mean(column, columns) or "for a file of your own name a mapping with `--map`"
            raise usage_error(f"`{place}` has a column `{visible(column)}`, which no export has", hint)
        yield row, {column: value for column, value in known.items() if value not in (None, "") or column in former}
