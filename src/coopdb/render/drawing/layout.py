"""Fits a table to a terminal's width: which columns stand side by side, how wide each is, and what goes below."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from coopdb.query.table import Column, Value
from coopdb.render.drawing.cells import word
from coopdb.text import visible

GAP = 2  # cells between columns
_LEAST_TEXT = 26  # a column of text that would fold narrower than this is dropped
_LONGEST_WORD = 16  # of a header of counts; a longer one is broken
_WIDEST_STUB = 28  # of what names a row, where space is short

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Block:
    """Columns that stand side by side, by their number and with their width, and the rows that are shown of them."""

    widths: dict[int, int]
    lines: Sequence[int]


def lay_out(columns: Sequence[Column], rows: Rows, width: int, beside: int = 0) -> list[Block]:
    """Fit a table: a list has one block, from which columns may drop; counts have as many blocks as they need.

    `beside` a table of counts that has room to spare, so many cells are left free.
    """
    needs = [_need(number, column, rows) for number, column in enumerate(columns)]
    if any(column.kind == "count" for column in columns):
        return _counts(columns, rows, needs, width, beside)
    return [Block(_list(columns, needs, width), range(len(rows)))]


def _need(number: int, column: Column, rows: Rows) -> int:
    """Measure a column: counts under a header of one word a line, other text on one line."""
    cells = max((cell_len(word(row[number], "·")) for row in rows), default=0)
    if column.kind == "count":
        return max(
            cells, min(max(map(cell_len, visible(column.short or column.header).split()), default=0), _LONGEST_WORD)
        )
    return max(cells, cell_len(visible(column.header)))


def _list(columns: Sequence[Column], needs: Sequence[int], width: int) -> dict[int, int]:
    """Keep the columns that fit, the highest ranks dropped first, and share the width among those of text."""
    least = {n: min(needs[n], _LEAST_TEXT) if column.kind == "text" else needs[n] for n, column in enumerate(columns)}
    while _total(least) > width and (rank := max(columns[number].rank for number in least)):
        del least[next(number for number in reversed(least) if columns[number].rank == rank)]
    if _total(least) > width:
        least = {number: min(need, _WIDEST_STUB) for number, need in least.items()}
    for number in sorted(least, key=lambda number: needs[number]):
        if columns[number].kind == "text":
            unsettled = sum(columns[each].kind == "text" and needs[each] >= needs[number] for each in least)
            least[number] = min(needs[number], least[number] + max(width - _total(least), 0) // unsettled)
    return least


def _total(widths: dict[int, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _counts(columns: Sequence[Column], rows: Rows, needs: Sequence[int], width: int, beside: int) -> list[Block]:
    """Share the counts out over blocks, what names the rows and the total in each."""
    capped = {
        n: needs[n] if column.kind == "count" else min(needs[n], _WIDEST_STUB) for n, column in enumerate(columns)
    }
    every = range(len(rows))
    if _total(capped) <= width:
        return [Block(_widened(capped, needs, width - beside), every)]
    fixed = {n: capped[n] for n, column in enumerate(columns) if column.kind != "count" or column.is_margin}
    blocks: list[dict[int, int]] = [{}]
    for number in capped.keys() - fixed.keys():
        if blocks[-1] and _total({**fixed, **blocks[-1], number: capped[number]}) > width:
            blocks.append({})
        blocks[-1][number] = capped[number]
    first, *rest = blocks
    return [Block({**fixed, **first}, every), *(Block({**fixed, **block}, _used(block, rows)) for block in rest)]


def _widened(widths: dict[int, int], needs: Sequence[int], width: int) -> dict[int, int]:
    """Give what names the rows the width that is left, from the first column on, as far as it is needed."""
    for number, taken in widths.items():
        widths[number] = taken + max(min(needs[number] - taken, width - _total(widths)), 0)
    return widths


def _used(block: dict[int, int], rows: Rows) -> list[int]:
    """List the rows that have something in the counts of a block."""
    return [line for line, row in enumerate(rows) if any(row[number] for number in block)]
