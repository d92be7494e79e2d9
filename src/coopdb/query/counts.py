"""The numbers of a cross-tabulation: what stands along its sides, with the margins, and in its cells."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coopdb.query.axes import OTHER
from coopdb.query.dimensions import Dimension
from coopdb.query.intervals import MeetingSpan
from coopdb.query.margins import Key
from coopdb.text import count


class Axis(NamedTuple):
    """The keys along one side of a table, in order, each with its margin: the distinct meetings that have it.

    `keys` are for machines, `labels` for people, `shorts` for the headers of narrow columns. `asides` are not values:
    the rest of them, and that there is none.
    """

    dimension: Dimension
    margins: Mapping[Key, int]
    keys: Sequence[str]
    labels: Sequence[str]
    shorts: Sequence[str]
    asides: frozenset[Key] = frozenset({None})

    @property
    def number(self) -> int:
        """How many values there are."""
        return len(self.margins.keys() - self.asides)

    @property
    def has_others(self) -> bool:
        """Tell whether there are others, put together."""
        return OTHER in self.asides & self.margins.keys()

    @property
    def size(self) -> str:
        """How many values there are, in words."""
        size = count(self.number, self.dimension.noun, self.dimension.plural)
        return f"{size} and others" if self.has_others else size

    def only(self, places: Sequence[int]) -> "Axis":
        """Keep the keys at some places."""
        margins = [*self.margins.items()]
        keys, labels, shorts = ([each[place] for place in places] for each in (self.keys, self.labels, self.shorts))
        return self._replace(margins=dict(margins[place] for place in places), keys=keys, labels=labels, shorts=shorts)


class Counts(NamedTuple):
    """Every number of a table: the margins of its sides, the cells by row and column, the total.

    `overlap` tells whether some meeting stands in several rows or columns. `left_out` is the number of the rows that
    have too few, and `spans` are the first and the last meeting of each row that is left, and of all as the last.
    """

    rows: Axis
    columns: Axis
    cells: Sequence[list[int]]
    total: int
    overlap: bool
    left_out: int = 0
    spans: Sequence[MeetingSpan] = ()

    def at_least(self, number: int) -> "Counts":
        """Leave out the rows with fewer; the rest of them, put together, is none of them."""
        kept = [place for place, key in enumerate(self.rows.margins) if self._is_enough(key, number)]
        cells = [self.cells[place] for place in kept]
        return self._replace(rows=self.rows.only(kept), cells=cells, left_out=len(self.cells) - len(kept))

    def _is_enough(self, key: Key, number: int) -> bool:
        is_rest = key == OTHER and key in self.rows.asides
        return is_rest or self.rows.margins[key] >= number
