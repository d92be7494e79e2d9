"""What an import reads: rows, and what each proposes as a record, or why it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Columns of the rejects, which an import of them passes over.
ROW, REASON = "row", "reason"


class RowError(ValueError):
    """A row that cannot become a record; its text says why, in words for who made the row."""


class Day(str):
    """A cell that holds a day, not the text of one: it is as records have it, whatever the format of others."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet has it (a line of JSON Lines), and the cells, the object or the text of it.

    `fault` says why it cannot be read.
    """

    number: int
    content: tuple[str, ...] | Mapping[str, Any] | str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class InputTable:
    """The rows of a file: `columns` and `delimiter` are those of CSV or a spreadsheet, and empty for JSON Lines."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class ProposedRecord:
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

    proposals: tuple[ProposedRecord, ...]
    rejected: tuple[Rejected, ...] = ()
    skipped: int = 0
    orphans: int = 0
    columns: tuple[str, ...] = ()
    delimiter: str = ""
