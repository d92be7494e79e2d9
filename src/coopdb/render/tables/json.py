"""A table as JSON: its document, in the fixed and versioned shape of the command."""

from coopdb.query.table import Table
from coopdb.render.data import dumps
from coopdb.render.screen import Screen


def render(table: Table, _: Screen) -> str:
    """Write the document, indented."""
    return dumps(table.document, indent=2) + "\n"
