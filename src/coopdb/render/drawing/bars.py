"""Bars of blocks beside the numbers of a table with one dimension, where a terminal has room for them."""

from collections.abc import Sequence

from coopdb.query.table import Column, Table, Value

WIDE = 24  # cells of the longest bar that tell numbers apart well: names of rows are folded to leave as many
_LEAST, _MOST = 8, 40  # cells
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bars(
    table: Table, columns: Sequence[Column], rows: Sequence[Sequence[Value]], room: int, *, is_ascii: bool
) -> list[str]:
    """Return the bar of each row, the longest for the most of them; the total has none. Nothing without room."""
    place = next((number for number, column in enumerate(columns) if column.kind == "count"), None)
    if not table.has_bars or place is None or room < _LEAST:
        return []
    numbers = [_number(row[place]) for row in rows]
    if table.has_totals:
        numbers[-1] = 0
    most, width = max(numbers, default=0), min(room, _MOST)
    return [_bar(number / most * width, is_ascii=is_ascii) if number else "" for number in numbers]


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0


def _bar(cells: float, *, is_ascii: bool) -> str:
    """Draw a bar of so many cells, and something of one that is shorter than all."""
    if is_ascii:
        return "#" * max(round(cells), 1)
    whole, rest = divmod(max(round(cells * 8), 1), 8)
    return "█" * whole + _EIGHTHS[rest].strip()
