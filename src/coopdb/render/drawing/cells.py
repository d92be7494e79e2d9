"""What every table for people shares: which columns they see, and the words in a cell."""

from collections.abc import Mapping

from coopdb.query.table import TOTAL, Column, Days, Table, Value
from coopdb.text import visible

# The marks in numbers of languages that have others than English: between thousands, and before a fraction.
_MARKS: Mapping[str, dict[int, str]] = {"fr": {ord(","): "\u202f", ord("."): ","}}
_BETWEEN: Mapping[str, str] = {"ar": "، "}  # the values of a cell, where that is not a comma


def for_people(table: Table) -> tuple[list[Column], list[list[Value]]]:
    """Leave out the columns that are for machines, what a row says twice of its name, and the key of the totals."""
    kept = [number for number, column in enumerate(table.columns) if not column.is_for_machines]
    rows = [["", *row[1:]] if table.stubs > 1 and row[0] in (row[1], TOTAL) else row for row in table.rows]
    return [table.columns[number] for number in kept], [[row[number] for number in kept] for row in rows]


def word(value: Value, zero: str, language: str = "en") -> str:
    """Word a cell on one line, with nothing in it that a terminal would act on; `zero` stands for none."""
    match value:
        case None:
            return ""
        case tuple():
            return visible(_BETWEEN.get(language, ", ").join(value))
        case int():
            return f"{value:,}".translate(_MARKS.get(language, {})) if value else zero
        case Days():
            return f"{value:,}".translate(_MARKS.get(language, {}))
        case float():
            return f"{value:.1f}%".translate(_MARKS.get(language, {})) if value else zero
        case _:
            return visible(value)
