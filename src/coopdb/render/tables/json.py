"""A table as JSON: its document, in the fixed and versioned shape of the command."""

from coopdb.query.table import Table
from coopdb.render.data import dump_lines, json_for
from coopdb.render.screen import Screen

ENDINGS = (".json",)
NEEDS_HEADER = False
IS_MACHINE = True


def render(table: Table, screen: Screen) -> str:
    """Write the document: a meeting, or a row of cells, a line."""
    return json_for(dump_lines(table.document) + "\n", screen)
