"""The star as Parquet: a file a table, in the types of the codebook; a date that may be partial is text."""

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from typing import Any

from coopdb.errors import StopError
from coopdb.query.export import ExportedTable
from coopdb.render.datapackage import PackageForm

_TYPES = {"integer": "int64", "boolean": "bool", "text": "string", "day": "date32"}
_STORED = {**_TYPES, "boolean": "int64", "day": "string"}  # as the index has them
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
        types = [column.type for column in each.table.columns]
        fields = [(column.name, _arrow(pa, _TYPES[column.type])) for column in each.table.columns]
        schema = pa.schema(fields, {b"about": _MARK})
        file = BytesIO()
        with pyarrow.parquet.ParquetWriter(file, schema) as writer:
            rows = iter(each.rows())
            while batch := list(islice(rows, _BATCH)):
                columns = zip(types, zip(*batch, strict=True), strict=True)
                arrays = [pa.array(cells, _arrow(pa, _STORED[type_])) for type_, cells in columns]
                writer.write_table(pa.table(arrays, names=schema.names).cast(schema))
        yield f"{each.table.name}.parquet", file.getvalue()


def package_form() -> PackageForm:
    """Return how the files are written, for what describes them."""
    return PackageForm("parquet", "application/vnd.apache.parquet")


def is_own(ends: bytes) -> bool:
    """Tell whether a file is by its metadata."""
    return ends.startswith(b"PAR1") and ends.endswith(b"PAR1") and _MARK in ends


def _arrow(pa: Any, name: str) -> Any:
    """Return Arrow's type of a name."""
    return pa.type_for_alias(name)
