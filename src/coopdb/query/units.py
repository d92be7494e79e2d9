"""What a cell counts: distinct meetings, or documents, commitments or people of those meetings."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Unit:
    """Something to count: `sql` yields (meeting, item), and a cell has the distinct items of its meetings."""

    name: str
    noun: str
    sql: str


_ALL = (
    Unit("meetings", "meeting", "SELECT meeting, meeting AS item FROM meetings"),
    Unit("documents", "document", "SELECT meeting, document AS item FROM documents"),
    Unit("commitments", "commitment", "SELECT meeting, commitment AS item FROM commitments"),
    Unit("people", "person", "SELECT meeting, name AS item FROM people WHERE name IS NOT NULL"),
)

UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _ALL})
