"""A record as plain values, for JSON and for those who compare records."""

from typing import Any

from coopdb.record.dates import PartialDate
from coopdb.record.model import RecordTable


def plain(table: RecordTable) -> dict[str, Any]:
    """Turn a record, or a table of it, into plain values for JSON: dates as text, nothing that is not there."""
    dumped = ((name, _plain(getattr(table, name))) for name in type(table).model_fields)
    return {name: value for name, value in dumped if value not in (None, [], {})}


def _plain(value: object) -> object:
    if isinstance(value, RecordTable):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.text if isinstance(value, PartialDate) else value
