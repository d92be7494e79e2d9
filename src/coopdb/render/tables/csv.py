"""A table as CSV with line feeds: every column, headed by its key; several values in one cell separated by `;`.

A percentage is a number from 0 to 100, as JSON has it: not rounded, without a sign.
"""

import csv
from io import StringIO
from typing import Literal

from coopdb.query.table import Table, Value
from coopdb.render.screen import Screen
from coopdb.text import visible

ENDINGS = (".csv", ".tsv")
NEEDS_HEADER = False
IS_MACHINE = True


def render(table: Table, screen: Screen) -> str:
    """Write CSV with the text as it is; control characters are made visible only at a terminal."""
    file = StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if table.is_quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(file, delimiter=table.separator, quoting=quoting, lineterminator="\n")
    if table.has_header:
        writer.writerow([column.key for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return visible(file.getvalue(), keep="\n\t") if screen.is_terminal else file.getvalue()


def _cell(value: Value) -> str | float:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else value
