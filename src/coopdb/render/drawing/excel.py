"""A table as CSV for spreadsheets: with a byte order mark, and no text that would be taken for a formula.

Every cell is in quotes, so that none falls apart where a spreadsheet separates cells by something that stands in it.
"""

from typing import Any

from coopdb.query.table import Table
from coopdb.render.data import guard
from coopdb.render.screen import Screen
from coopdb.render.tables import csv
from coopdb.render.tables.csv import ENDINGS

__all__ = ["ENDINGS", "render"]

_MARK = "\ufeff"


def render(table: Table, screen: Screen) -> str:
    """Write CSV with every text made harmless."""
    columns = tuple(
        column._replace(key=str(guard(column.key)), header=str(guard(column.header))) for column in table.columns
    )
    rows: Any = tuple(tuple(map(guard, row)) for row in table.rows)
    return _MARK + csv.render(table._replace(columns=columns, rows=rows, is_quoted=True), screen)
