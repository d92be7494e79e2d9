"""The star as CSV: a file a table, UTF-8, line feeds, a missing value empty."""

import codecs
import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from coopdb.query.export import ExportedTable

_MARK = b"table,column,type,about,values,row"
_SEPARATORS = bytes.maketrans(b";\t", b",,")


def render(tables: Iterable[ExportedTable], _: date, separator: str = ",") -> Iterator[tuple[str, bytes]]:
    """Yield a file a table, its text as it is."""
    for each in tables:
        file = StringIO(newline="")
        writer = csv.writer(file, delimiter=separator, lineterminator="\n")
        writer.writerow([column.name for column in each.table.columns])
        writer.writerows(each.rows())
        yield f"{each.table.name}.csv", file.getvalue().encode()


def is_own(ends: bytes) -> bool:
    """Tell whether a codebook is by its columns, whatever stands between and around them."""
    return ends.removeprefix(codecs.BOM_UTF8).translate(_SEPARATORS, b'"').startswith(_MARK)
