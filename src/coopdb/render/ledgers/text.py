"""A ledger as text for a message: a paragraph a line of it, folded to eighty columns or less."""

from collections.abc import Iterator
from textwrap import wrap

from coopdb.query.table import Column, Value
from coopdb.render.drawing.cells import for_people, word
from coopdb.render.screen import Screen
from coopdb.report.ledger import Ledger
from coopdb.text import visible

ENDINGS = (".txt",)
NEEDS_HEADER = True
WIDEST = 80


def render(ledger: Ledger, screen: Screen) -> str:
    """Write the title, the paragraphs, and the footer."""
    table, width = ledger.table, min(screen.width, WIDEST)
    columns, rows = for_people(table)
    paragraphs = ["\n".join(_folded(_paragraph(columns, row), width)) for row in rows]
    footer = "\n".join(line for note in table.footer for line in wrap(visible(note), width))
    return "\n\n".join([visible(table.title), *paragraphs, footer]) + "\n"


def _paragraph(columns: list[Column], row: list[Value]) -> str:
    """Put the cells of a row one after another; the record, a code, stands in brackets."""
    cells = ((column, word(value, "0")) for column, value in zip(columns, row, strict=True))
    return " · ".join(f"[{text}]" if column.kind == "code" else text for column, text in cells if text)


def _folded(text: str, width: int) -> Iterator[str]:
    yield from wrap(text, width, subsequent_indent="  ", break_on_hyphens=False)
