"""A table for reading: drawn by Rich to fit a width; in a pipe or file aligned lines of any length, nothing cut."""

from coopdb.query.table import Table
from coopdb.render.drawing.aligned import aligned
from coopdb.render.screen import Screen

ENDINGS = (".txt",)
NEEDS_HEADER = False


def render(table: Table, screen: Screen) -> str:
    """Draw the columns for people, and the footer below."""
    if not screen.is_fitted:
        return aligned(table)
    from coopdb.render.drawing.terminal import drawn

    return drawn(table, screen)
