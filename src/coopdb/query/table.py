"""The plain table that every question is answered with, and that every output format can draw."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

Value = str | int | float | tuple[str, ...] | None  # a float is a percentage, or else `Days`


class Days(float):
    """A number of days that is not whole; not a percentage, as other numbers with a fraction are."""


TOTAL = "(total)"  # the key of the row of totals
ChartKind = Literal["bars", "heatmap", "lines"]
ColumnKind = Literal["code", "date", "label", "text", "count"]


class Column(NamedTuple):
    """A column: its key for machines, its header for people (`short` where there is little space), and its rank.

    A `text` column may be folded; a `rank` of 0 is never dropped, and higher ranks are dropped first.
    A column for machines is in CSV only. A margin counts across the others. An aside is not a value among others: it is
    the rest of them, or that there is none.
    """

    key: str
    header: str
    kind: ColumnKind = "text"
    rank: int = 0
    is_for_machines: bool = False
    short: str = ""
    is_margin: bool = False
    is_aside: bool = False


class LazyElements(Sequence[Any]):
    """The elements of a document, each made of its source when it is asked for: there may be many."""

    def __init__(self, make: Callable[[Any], object], sources: Sequence[Any]) -> None:
        self._make, self._sources = make, sources

    def __len__(self) -> int:
        """Count the elements."""
        return len(self._sources)

    def __getitem__(self, place: Any) -> Any:
        """Make the element at a place, or a list of those in a slice."""
        found = self._sources[place]
        return [self._make(each) for each in found] if isinstance(place, slice) else self._make(found)


class Table(NamedTuple):
    """Columns, rows, and what is said below them. Rows are as wide as there are columns.

    `stubs` is how many columns, from the left, name the row. With `has_totals` the last row and column are margins;
    `asides` is how many of the rows before it are not values among others, as columns may be.
    `is_square` tells that rows and columns are of one dimension, so that the diagonal is not a meeting of two. `title`
    says in a few words what is shown, `marks` are folded words to mark where they occur, and `document` is the same
    answer in the shape that JSON has. `separator` and `is_quoted` are for CSV. `language` is that of its words. `chart`
    is the kind that is asked for, if one is, and `timeline` what is drawn of a table without numbers. It `has_bars`
    at a terminal where there is one number a row.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    footer: tuple[str, ...] = ()
    stubs: int = 0
    has_totals: bool = False
    asides: int = 0
    has_header: bool = True
    is_square: bool = False
    title: str = ""
    marks: tuple[str, ...] = ()
    document: object = None
    separator: str = ","
    is_quoted: bool = False
    language: str = "en"
    chart: ChartKind | None = None
    timeline: object = None
    has_bars: bool = False
