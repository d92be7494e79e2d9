"""A table drawn by Rich to fit a terminal: text folds, the least important columns drop, many counts continue below."""

from collections.abc import Iterable
from io import StringIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from coopdb.query.table import Column, Table, Value
from coopdb.render.screen import Screen
from coopdb.render.tables.cells import for_people, word
from coopdb.render.tables.shading import Shading

_GAP = 2  # cells between columns
_LEAST_TEXT = 26  # a column of text that would fold narrower than this is dropped
_LONGEST_WORD = 16  # of a header; a longer one is broken
_WIDEST_LABEL = 28

_CONTINUED = ("Columns that do not fit continue below, for the rows that have counts in them.",)

Rows = list[list[Value]]


def drawn(table: Table, screen: Screen) -> str:
    """Draw a table for the width and colours of a terminal."""
    columns, rows = for_people(table)
    shading = Shading(table, columns, rows)
    is_counts = any(column.kind == "count" for column in columns)
    parts = _blocks(columns, rows, screen.width) if is_counts else [_that_fit(columns, rows, screen.width)]
    console = _console(screen)
    with console.capture() as capture:
        for number, part in enumerate(parts):
            lines = range(len(rows)) if number == 0 else _lines_with_counts(part, columns, rows)
            console.print(_grid(part, columns, rows, shading, lines))
            console.print()
        for note in (*table.footer, *_CONTINUED[: len(parts) - 1]):
            console.print(Text(note, style="dim"))
    return capture.get()


def _console(screen: Screen) -> Console:
    """Make a console that knows of the screen only what it is told."""
    return Console(
        file=StringIO(),
        width=screen.width,
        force_terminal=True,
        color_system=None if screen.colours == "none" else screen.colours,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )


def _width(number: int, column: Column, rows: Rows) -> int:
    """Measure the cells that a column needs: counts under a header of one word a line, other text on one line."""
    header = column.header.split() if column.kind == "count" else [column.header]
    longest = max(map(cell_len, header), default=0)
    if column.kind == "count":
        longest = min(longest, _LONGEST_WORD)
    return max([longest, *(cell_len(word(row[number], "·")) for row in rows)])


def _that_fit(columns: list[Column], rows: Rows, width: int) -> list[int]:
    """Drop the columns of the highest rank until the others fit, text folded."""
    needs = [_width(number, column, rows) for number, column in enumerate(columns)]
    least = [min(n, _LEAST_TEXT) if column.kind == "text" else n for n, column in zip(needs, columns, strict=True)]
    kept = list(range(len(columns)))
    while sum(least[number] + _GAP for number in kept) - _GAP > width:
        last = max(kept, key=lambda number: columns[number].rank)
        if columns[last].rank == 0:
            break
        kept.remove(last)
    return kept


def _blocks(columns: list[Column], rows: Rows, width: int) -> list[list[int]]:
    """Share the counts out over as many blocks as the width asks for, the stub columns and the total in each."""
    needs = [min(_width(number, column, rows), _WIDEST_LABEL) + _GAP for number, column in enumerate(columns)]
    if sum(needs) - _GAP <= width:
        return [list(range(len(columns)))]
    stubs = [number for number, column in enumerate(columns) if column.kind != "count" or column.key == "total"]
    counts = [number for number in range(len(columns)) if number not in stubs]
    taken = sum(needs[number] for number in stubs) - _GAP
    blocks: list[list[int]] = [[]]
    space = width - taken
    for number in counts:
        if blocks[-1] and needs[number] > space:
            blocks.append([])
            space = width - taken
        blocks[-1].append(number)
        space -= needs[number]
    return [[*stubs, *block] for block in blocks]


def _lines_with_counts(part: list[int], columns: list[Column], rows: Rows) -> list[int]:
    """List the rows that have something in the counts of a block, its total apart."""
    counts = [number for number in part if columns[number].kind == "count" and columns[number].key != "total"]
    return [line for line, row in enumerate(rows) if any(row[number] for number in counts)]


def _grid(part: list[int], columns: list[Column], rows: Rows, shading: Shading, lines: Iterable[int]) -> Grid:
    """Build Rich's table of some columns and lines. Its box puts one of the cells of a gap between columns."""
    padding = (0, _GAP - 1, 0, 0)
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=padding, header_style="bold")
    for number in part:
        _add_column(grid, columns[number], _width(number, columns[number], rows))
    for line in lines:
        cells = (_cell(rows[line][number], shading.style(line, number)) for number in part)
        grid.add_row(*cells, style=shading.row(line))
    return grid


def _add_column(grid: Grid, column: Column, width: int) -> None:
    header = Text(column.header)
    match column.kind:
        case "count":
            grid.add_column(header, justify="right", vertical="bottom", width=width, overflow="fold")
        case "label":
            grid.add_column(header, vertical="bottom", max_width=_WIDEST_LABEL, overflow="fold")
        case "text":
            grid.add_column(header, overflow="fold")
        case _:
            grid.add_column(header, style="cyan", overflow="fold", min_width=min(width, _WIDEST_LABEL))


def _cell(value: Value, style: str) -> Text:
    return Text(word(value, "·"), style=style)
