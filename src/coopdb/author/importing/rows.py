"""What an import reads: rows, and what each proposes as a record, or why it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coopdb.errors import StopError, usage_error
from coopdb.text import visible

# Columns of the rejects, which an import of them passes over.
ROW, REASON = "row", "reason"


class RowError(ValueError):
    """A row that cannot become a record; its text says why, in words for who made the row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet has it (a line of JSON Lines), and the cells, the object or the text of it.

    `fault` says why it cannot be read.
    """

    number: int
    content: tuple[str, ...] | Mapping[str, Any] | str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file: `columns` and `delimiter` are those of CSV, and empty for JSON Lines."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row as a record, not checked yet: plain values, and the id that it should have, if any."""

    row: Row
    data: Mapping[str, Any]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that becomes no record, and why."""

    row: Row
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file holds: proposals, rows that are none, and how many rows were passed over or had no meeting."""

    proposals: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...] = ()
    skipped: int = 0
    orphans: int = 0
    columns: tuple[str, ...] = ()
    delimiter: str = ""


def text_of(path: Path) -> str:
    """Read a file as UTF-8, with or without a byte order mark; other bytes are named by their line."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise usage_error(f"there is no file `{visible(str(path))}`") from error
    except OSError as error:
        raise StopError(f"cannot read `{visible(str(path))}`: {str(error.strerror).lower()}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{content[error.start]:02x}"
        raise StopError(
            f"`{visible(str(path))}` is not UTF-8: byte {byte} on line {line}", "save it as UTF-8"
        ) from error
