"""A list as JSON Lines: one object a line."""

from collections.abc import Sequence

from coopdb.query.table import Table
from coopdb.render.data import dumps, json_for
from coopdb.render.screen import Screen

ENDINGS = (".jsonl", ".ndjson")
NEEDS_HEADER = False
IS_MACHINE = True


def render(table: Table, screen: Screen) -> str:
    """Write each element of the document on a line of its own."""
    elements = table.document if isinstance(table.document, Sequence) else [table.document]
    return json_for("".join(f"{dumps(element)}\n" for element in elements), screen)
