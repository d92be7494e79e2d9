"""A table drawn by Rich to fit a terminal: text folds, the least important columns drop, many counts continue below."""

from collections.abc import Sequence
from io import StringIO
from textwrap import wrap
from typing import Literal

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from coopdb.query.table import Column, Table
from coopdb.render.drawing.bars import WIDE, bars
from coopdb.render.drawing.cells import for_people, word
from coopdb.render.drawing.layout import GAP, Block, Rows, lay_out
from coopdb.render.drawing.shading import Shading
from coopdb.render.screen import Screen
from coopdb.report.wording import screen_word
from coopdb.text import visible
from coopdb.vocabulary.places import places_of

_COUNTED = ("code", "label", "count")  # the columns of a table that counts
_MARK = "reverse"  # readable on every background


def drawn(table: Table, screen: Screen) -> str:
    """Draw a table for the width and colours of a terminal."""
    columns, rows = for_people(table)
    shading = Shading(table, columns, rows)
    blocks = lay_out(columns, rows, screen.width, GAP + WIDE if table.has_bars else 0)
    beside = bars(table, columns, rows, _room(blocks, screen), is_ascii=screen.is_ascii)
    console = _console(screen)
    with console.capture() as capture:
        for block in blocks:
            console.print(_grid(block, table, columns, rows, shading, beside))
            console.print()
        for note in (*table.footer, *([screen_word("continued", table.language)] if len(blocks) > 1 else [])):
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


def _grid(
    block: Block, table: Table, columns: list[Column], rows: Rows, shading: Shading, beside: Sequence[str]
) -> Grid:
    """Build Rich's table of a block, with bars `beside` it. The box puts one of the cells of a gap between columns."""
    padding = (0, GAP - 1, 0, 0)
    grid = Grid(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=padding,
        header_style="bold",
        show_header=table.has_header and any(column.header for column in columns),
    )
    is_counting = all(column.kind in _COUNTED for column in columns)
    for number, width in block.widths.items():
        _add_column(grid, columns[number], width, "bottom" if is_counting else "top")
    if beside:
        grid.add_column("", no_wrap=True, vertical="bottom")
    for line in block.lines:
        cells = (
            _marked(
                _cell(
                    columns[number], word(rows[line][number], "·", table.language), shading.style(line, number), width
                ),
                table.marks,
            )
            for number, width in block.widths.items()
        )
        drawn_bar = [Text(beside[line], style=shading.bar(line))] if beside else []
        grid.add_row(*cells, *drawn_bar, style=shading.row(line))
    return grid


def _room(blocks: Sequence[Block], screen: Screen) -> int:
    """Return how many cells are left beside a table that is not parted into blocks."""
    widths = blocks[0].widths
    return screen.width - sum(widths.values()) - GAP * len(widths) if len(blocks) == 1 else 0


def _add_column(grid: Grid, column: Column, width: int, vertical: Literal["top", "bottom"]) -> None:
    """Add a column; numbers stand beside the last line of a label, but beside the first line of a text."""
    header = Text(visible(column.short or column.header))
    match column.kind:
        case "count":
            grid.add_column(header, justify="right", vertical=vertical, width=width, overflow="fold")
        case "label":
            grid.add_column(header, vertical=vertical, width=width, overflow="fold")
        case "code":
            grid.add_column(header, style="cyan", width=width, overflow="fold")
        case _:
            grid.add_column(header, width=width, overflow="fold")


def _marked(text: Text, marks: tuple[str, ...]) -> Text:
    """Mark what was asked for where it stands."""
    for mark in marks:
        for start, end in places_of(text.plain, mark):
            text.stylize(_MARK, start, end)
    return text


def _cell(column: Column, text: str, style: str, width: int) -> Text:
    return Text("\n".join(wrap(text, width)) if column.kind == "code" and text else text, style=style)
