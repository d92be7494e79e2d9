"""The star as JSON Lines: a file a table, an object a row, a missing value null."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from coopdb.query.export import ExportedTable

_MARK = b'{"table": "meetings", "column": "meeting", "type": '


def render(tables: Iterable[ExportedTable], _: date) -> Iterator[tuple[str, bytes]]:
    """Yield a file a table."""
    for each in tables:
        names = [column.name for column in each.table.columns]
        lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in each.rows())
        yield f"{each.table.name}.jsonl", "".join(f"{line}\n" for line in lines).encode()


def is_own(ends: bytes) -> bool:
    """Tell whether a codebook is by its keys."""
    return ends.startswith(_MARK)
