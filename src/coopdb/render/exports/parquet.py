"""The star as Parquet: a file a table, in the types of the codebook; days are text, as the index has them."""

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from itertools import islice

from coopdb.errors import StopError
from coopdb.query.export import ExportedTable

_TYPES = {"integer": "int64", "boolean": "int64", "text": "string", "day": "string"}
_BATCH = 10_000  # rows
_MARK = b"written by coopdb"


def render(tables: Iterable[ExportedTable], _: date) -> Iterator[tuple[str, bytes]]:
    """Yield a file a table."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError as error:
        raise StopError("Parquet is written by pyarrow, which is not installed", "install `coopdb[parquet]`") from error

    for each in tables:
        names = [column.name for column in each.table.columns]
        schema = pa.schema([(column.name, _TYPES[column.type]) for column in each.table.columns], {b"about": _MARK})
        file = BytesIO()
        with pyarrow.parquet.ParquetWriter(file, schema) as writer:
            rows = iter(each.rows())
            while batch := list(islice(rows, _BATCH)):
                columns = dict(zip(names, map(list, zip(*batch, strict=True)), strict=True))
                writer.write_table(pa.table(columns, schema=schema))
        yield f"{each.table.name}.parquet", file.getvalue()


def is_own(ends: bytes) -> bool:
    """Tell whether a file is by its metadata."""
    return ends.startswith(b"PAR1") and ends.endswith(b"PAR1") and _MARK in ends
