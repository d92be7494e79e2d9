"""A table as aligned lines of any length, without Rich's tables: they take seconds for some thousand rows."""

from collections.abc import Iterable

from rich.cells import cell_len

from coopdb.query.table import Column, Table
from coopdb.render.drawing.cells import for_people, word
from coopdb.text import visible

_GAP = "  "


def aligned(table: Table) -> str:
    """Write one line a row, columns separated by two spaces, counts to the right."""
    columns, rows = for_people(table)
    texts = [[word(value, "·", table.language) for value in row] for row in rows]
    header = [visible(column.header) if table.has_header else "" for column in columns]
    widths = [max(map(cell_len, cells)) for cells in zip(header, *texts, strict=True)]
    lines = [_line(cells, columns, widths) for cells in (header, *texts) if any(cells)]
    return "".join(f"{line}\n" for line in [*lines, "", *table.footer])


def _line(cells: Iterable[str], columns: Iterable[Column], widths: Iterable[int]) -> str:
    padded = (
        _pad(cell, width, to_right=column.kind == "count")
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return _GAP.join(padded).rstrip()


def _pad(text: str, width: int, *, to_right: bool) -> str:
    space = " " * (width - cell_len(text))
    return space + text if to_right else text + space
