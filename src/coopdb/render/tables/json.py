"""A table as JSON: its document, in the fixed and versioned shape of the command."""

from coopdb.query.table import Table
from coopdb.render.data import dump_lines
from coopdb.render.screen import Screen

ENDINGS = (".json",)
NEEDS_HEADER = False
IS_MACHINE = True


def render(table: Table, _: Screen) -> str:
    """Write the document: a meeting, or a row of cells, a line."""
    return dump_lines(table.document) + "\n"
