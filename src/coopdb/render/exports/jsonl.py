"""The star as JSON Lines: a file a table, an object a row, a missing value null, a boolean true or false."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from coopdb.query.export import ExportedTable
from coopdb.render.datapackage import PackageForm
from coopdb.store.star.engine import Row, Value
from coopdb.store.star.tables import StarTable

_MARK = b'{"table": "meetings", "column": "meeting", "type": '


def render(tables: Iterable[ExportedTable], _: date) -> Iterator[tuple[str, bytes]]:
    """Yield a file a table."""
    for each in tables:
        lines = (json.dumps(dict(_members(each.table, row)), ensure_ascii=False) for row in each.rows())
        yield f"{each.table.name}.jsonl", "".join(f"{line}\n" for line in lines).encode()


def package_form() -> PackageForm:
    """Return how the files are written, for what describes them."""
    return PackageForm("jsonl", "application/jsonl", {"encoding": "utf-8", "dialect": {"keyed": True}})


def is_own(ends: bytes) -> bool:
    """Tell whether a codebook is by its keys."""
    return ends.startswith(_MARK)


def _members(table: StarTable, row: Row) -> Iterator[tuple[str, Value]]:
    for column, value in zip(table.columns, row, strict=True):
        yield column.name, bool(value) if column.type == "boolean" and value is not None else value
