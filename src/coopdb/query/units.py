"""What a cell counts: distinct meetings, or documents, commitments or people of those meetings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Unit(NamedTuple):
    """Something to count: `sql` yields (meeting, item) of the meetings of a condition, and a cell has distinct items.

    Where no item is of two meetings, nor twice of one, all of them are distinct, and `number` need not compare them.
    """

    name: str
    noun: str
    sql: str
    number: str = "COUNT(*)"


def _of(table: str, column: str) -> str:
    chosen = "SELECT meeting FROM meetings WHERE {condition}"
    return f"SELECT meeting, {column} AS item FROM {table} WHERE {column} IS NOT NULL AND meeting IN ({chosen})"  # noqa: S608  # our own names


_ALL = (
    Unit("meetings", "meeting", "SELECT meeting, meeting AS item FROM meetings WHERE {condition}"),
    Unit("documents", "document", _of("documents", "document")),
    Unit("commitments", "commitment", _of("commitments", "commitment")),
    Unit("people", "person", _of("people", "name"), "COUNT(DISTINCT items.item)"),
)

UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _ALL})
