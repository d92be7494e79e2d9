"""Who meets again: the meetings of one series, and those of the same parties."""

from collections.abc import Iterable

Circle = tuple[str, ...]


def circle(series: str | None, parties: Iterable[str]) -> Circle:
    """Return the circle in which a meeting is followed by another: its series, else the same parties in any order.

    >>> circle("Dialogue", ("MA", "QA")), circle(None, ("QA", "MA"))
    (('series', 'Dialogue'), ('parties', 'MA', 'QA'))
    """
    return ("series", series) if series else ("parties", *sorted(parties))


def circles(series: str | None, parties: Iterable[str]) -> frozenset[Circle]:
    """Return the circles in which a meeting follows others: that of its series, and that of its parties.

    A `next_meeting` is fulfilled by the first meeting, held or planned, whose first possible day is after that of the
    promising one, and whose `circles` have the `circle` of the promising one.
    """
    parties = tuple(parties)
    return frozenset((circle(series, parties), circle(None, parties)))
