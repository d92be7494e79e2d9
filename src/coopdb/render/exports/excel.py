"""The star as CSV for spreadsheets: with a byte order mark, each cell in quotes, and no text taken for a formula."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from coopdb.query.export import ExportedTable
from coopdb.render.data import guard
from coopdb.render.exports.csv import is_own

__all__ = ["is_own", "render"]


def render(tables: Iterable[ExportedTable], _: date, separator: str = ",") -> Iterator[tuple[str, bytes]]:
    """Yield a file a table."""
    for each in tables:
        file = StringIO(newline="")
        writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL)
        writer.writerow([column.name for column in each.table.columns])
        writer.writerows(map(guard, row) for row in each.rows())
        yield f"{each.table.name}.csv", file.getvalue().encode("utf-8-sig")
