"""The table of the user's caches."""

import time
from pathlib import Path

from coopdb.query.table import Column, Table
from coopdb.store.cache.inventory import Cache
from coopdb.text import count

_DAY = 86_400  # seconds


def table_of(caches: tuple[Cache, ...], folder: Path | None) -> Table:
    """Lay caches out as a table."""
    rows = [(str(each.root or ""), each.size, _days(each), str(each.path)) for each in caches]
    keys = ("root", "bytes", "days", "path")
    return Table(
        columns=(
            Column("root", "root", "label"),
            Column("bytes", "bytes", "count"),
            Column("days", "days since it was used", "count", short="days"),
            Column("path", "file", "label", rank=1),
        ),
        rows=tuple(rows),
        footer=(count(len(rows), "cache"), f"in {folder}" if folder else "there is no folder for caches"),
        document=[dict(zip(keys, row, strict=True)) for row in rows],
    )


def _days(cache: Cache) -> int:
    return max(int(time.time() - cache.used) // _DAY, 0)
