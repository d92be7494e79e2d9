"""Says as of which day what changes is told, where a question shows or asks for it."""

from collections.abc import Iterable, Iterator

from coopdb.query.selection import Selection
from coopdb.store.star.day import LATEST
from coopdb.store.star.engine import Star
from coopdb.store.star.facets import days_facets


def said_of_day(star: Star, selection: Selection, shown: Iterable[str] = ()) -> Iterator[str]:
    """Say which day it is, where a dimension that is shown or filtered by depends on it."""
    asked = {*shown, *_filtered(selection)} & days_facets()
    if asked and star.day != LATEST:
        yield f"As of {star.day}: {', '.join(sorted(asked)).replace('-', ' ')}."


def _filtered(selection: Selection) -> Iterator[str]:
    for each in selection.conditions:
        yield each.name
        if each.name == "exclude" and isinstance(each.value, list):
            yield from (text.partition("=")[0] for text in each.value)
