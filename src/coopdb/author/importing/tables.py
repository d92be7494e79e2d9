"""Reads the tables of a star from the files of a folder: rows of values by column, and by meeting."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.encoding import Encoding
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.rows import Row
from coopdb.errors import StopError, usage_error
from coopdb.store.star.tables import star_tables
from coopdb.text import did_you_mean, visible

MEETINGS = "meetings"
# Tables without which something would be lost; what the others hold is computed.
NEEDED = (
    "people", "topics", "documents", "commitments", "sources", "links", "previous_dates", "waivers"
)  # fmt: skip
# Tables that exports of earlier versions do without.
LATER = ("commitment_updates",)
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
        "latest",
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


def read_meetings(folder: Path, suffix: str, encoding: Encoding) -> Iterator[tuple[Row, Values]]:
    """Yield the rows of the table of meetings, with their values."""
    return _rows(folder / f"{MEETINGS}{suffix}", MEETINGS, encoding)


def read_parts(folder: Path, suffix: str, encoding: Encoding) -> Mapping[str, ByMeeting]:
    """Read the other tables, by name. They must be there and whole, or a record would lack something without a word."""
    _refuse_missing(folder, suffix, NEEDED)
    parts = {name: _by_meeting(folder / f"{name}{suffix}", name, encoding) for name in NEEDED}
    for name in LATER:
        path = folder / f"{name}{suffix}"
        _refuse_missing(folder, suffix, (name,) if any(table == name for table, _ in _told(path, encoding)) else ())
        parts[name] = _by_meeting(path, name, encoding) if path.exists() else {}
    for name, (table, _) in OWN_TOPICS.items():
        rows = [values for rows in parts[name].values() for values in rows]
        if not all(_FORMER in values for values in rows):
            _refuse_missing(folder, suffix, (table,))
        path = folder / f"{table}{suffix}"
        parts[table] = _by_meeting(path, table, encoding) if path.exists() else {}
    return parts


def _refuse_missing(folder: Path, suffix: str, tables: Iterable[str]) -> None:
    missing = [f"{name}{suffix}" for name in tables if not (folder / f"{name}{suffix}").exists()]
    if missing:
        names = ", ".join(f"`{name}`" for name in missing)
        hint = "an export of coopdb has a file a table; for other files name a mapping with `--map`"
        raise usage_error(f"not beside `{MEETINGS}{suffix}`: {names}", hint)


def _by_meeting(path: Path, table: str, encoding: Encoding) -> ByMeeting:
    found: dict[str, list[Values]] = defaultdict(list)
    for row, values in _rows(path, table, encoding):
        if row.fault:
            raise StopError(
                f"`{visible(str(path))}`, row {row.number}: {row.fault}", "fix the file; nothing is imported"
            )
        found[str(values.get("meeting", ""))].append(values)
    return found


def _lacking(columns: Iterable[str], path: Path, table: str, encoding: Encoding) -> Iterator[str]:
    """Yield the columns that a table should have: an export of before a column does without, if its codebook does."""
    kept = _COMPUTED - {key for name, key in OWN_TOPICS.values() if name == table}
    told = _told(path, encoding)
    for column in star_tables()[table].columns:
        is_later = column.since > 1 and (table, column.name) not in told
        if column.name not in columns and column.name not in kept and not is_later:
            yield column.name


def _told(path: Path, encoding: Encoding) -> frozenset[tuple[str, str]]:
    """Return the columns, each after its table, that the codebook beside a table has; none where there is none."""
    codebook = path.with_name(f"codebook{path.suffix}")
    if not codebook.exists():
        return frozenset()
    text = encoding.read(codebook)
    sheet = read_csv(text, str(codebook)) if path.suffix == ".csv" else read_jsonl(text)
    rows = (row.content for row in sheet.rows)
    told = ([*row.values()] if isinstance(row, Mapping) else [*row] for row in rows)
    return frozenset((str(each[0]), str(each[1])) for each in told if each[1:])


def _rows(path: Path, table: str, encoding: Encoding) -> Iterator[tuple[Row, Values]]:
    """Yield the rows of a table's file; a column that the star does not have, or one that is missing, is refused."""
    text = encoding.read(path)
    former = (_FORMER,) if table in OWN_TOPICS else ()
    own = tuple(column.name for column in star_tables()[table].columns)
    columns = (*own, *former)
    if path.suffix == ".csv":
        sheet = read_csv(text, str(path))
        for column in _lacking(sheet.columns, path, table, encoding):
            raise usage_error(f"`{visible(str(path))}` lacks the column `{column}`", "export it again")
    else:
        sheet = read_jsonl(text)
    for row in sheet.rows:
        values = dict(zip(sheet.columns, row.content, strict=False)) if sheet.columns else row.content
        known = values if isinstance(values, dict) and not row.fault else {}
        for column in known.keys() - set(columns):
            hint = did_you_mean(column, columns) or "for a file of your own name a mapping with `--map`"
            raise usage_error(f"`{visible(str(path))}` has a column `{visible(column)}`, which no export has", hint)
        yield row, {column: value for column, value in known.items() if value not in (None, "") or column in former}
