"""Says what an answer is of: as of which day what changes is told, and whether only what is public."""

from collections.abc import Iterable, Iterator

from coopdb.query.limits import beyond_limits
from coopdb.query.note import Note
from coopdb.query.selection import Selection
from coopdb.store.star.day import LATEST
from coopdb.store.star.engine import Star
from coopdb.store.star.facets import days_facets

LEFT_OUT = "Records not meant for publication are left out."


def said_of_day(star: Star, selection: Selection, shown: Iterable[str] = ()) -> Iterator[str]:
    """Say which day it is, where a dimension that is shown or filtered by depends on it."""
    asked = {*shown, *_filtered(selection)} & days_facets()
    if asked and star.day != LATEST:
        text = f"As of {star.day}: {', '.join(sorted(asked)).replace('-', ' ')}."
        yield Note(text, "as-of", day=star.day, names=sorted(asked))


def said_of_all(star: Star, selection: Selection) -> Iterator[str]:
    """Say what there is to say of a list: its day, meetings beyond the limits, and what is left out."""
    yield from said_of_day(star, selection)
    yield from beyond_limits(star, selection)
    yield from said_of_edition(star)


def said_of_edition(star: Star) -> Iterator[str]:
    """Say that there may be more than is public, and never how much."""
    if star.is_public:
        yield Note(LEFT_OUT, "not-public")


def _filtered(selection: Selection) -> Iterator[str]:
    for each in selection.conditions:
        yield each.name
        if each.name == "exclude" and isinstance(each.value, list):
            yield from (text.partition("=")[0] for text in each.value)
