"""A list as bare ids, one a line, for other commands to read."""

from coopdb.query.table import Table
from coopdb.render.screen import Screen
from coopdb.text import visible

ENDINGS = ()  # it has none of its own: all are good
NEEDS_HEADER = False
IS_MACHINE = True


def render(table: Table, _: Screen) -> str:
    """Write the first value of each row."""
    return "".join(f"{visible(str(row[0]))}\n" for row in table.rows)
