"""The star as CSV: a file a table, UTF-8, line feeds, a missing value empty.

For spreadsheets it has a byte order mark, each cell in quotes, and no text that would be taken for a formula.
"""

import codecs
import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO
from typing import Any

from coopdb.query.export import ExportedTable
from coopdb.render.data import guard
from coopdb.render.datapackage import PackageForm

_MARK = b"table,column,type,about,values,row"
_SEPARATORS = bytes.maketrans(b";\t", b",,")


def render(
    tables: Iterable[ExportedTable], _: date, separator: str = ",", *, is_guarded: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Yield a file a table: its text as it is, or guarded for spreadsheets."""
    form: Any = {"quoting": csv.QUOTE_ALL} if is_guarded else {"lineterminator": "\n"}
    for each in tables:
        file = StringIO(newline="")
        writer = csv.writer(file, delimiter=separator, **form)
        writer.writerow([column.name for column in each.table.columns])
        writer.writerows((map(guard, row) for row in each.rows()) if is_guarded else each.rows())
        yield f"{each.table.name}.csv", file.getvalue().encode("utf-8-sig" if is_guarded else "utf-8")


def package_form(separator: str = ",", *, is_guarded: bool = False) -> PackageForm:
    """Return how the files are written, for what describes them."""
    dialect = {"delimiter": separator, "lineTerminator": "\r\n" if is_guarded else "\n", "quoteChar": '"'}
    more = {"encoding": "utf-8", "dialect": dialect | {"doubleQuote": True, "header": True}}
    return PackageForm("csv", "text/csv", more, {"trueValues": ["1"], "falseValues": ["0"]})


def is_own(ends: bytes) -> bool:
    """Tell whether a codebook is by its columns, whatever stands between and around them."""
    return ends.removeprefix(codecs.BOM_UTF8).translate(_SEPARATORS, b'"').startswith(_MARK)
