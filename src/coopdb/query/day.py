"""Says as of which day what changes is told, where a question shows or asks for it."""

from collections.abc import Iterable, Iterator

from coopdb.query.note import Note
from coopdb.query.selection import Selection
from coopdb.store.star.day import LATEST
from coopdb.store.star.engine import Star
from coopdb.store.star.facets import days_facets


def said_of_day(star: Star, selection: Selection, shown: Iterable[str] = ()) -> Iterator[str]:
    """Say which day it is, where a dimension that is shown or filtered by depends on it."""
    asked = {*shown, *_filtered(selection)} & days_facets()
    if asked and star.day != LATEST:
        text = f"As of {star.day}: {', '.join(sorted(asked)).replace('-', ' ')}."
        yield Note(text, "as-of", day=star.day, names=sorted(asked))


def _filtered(selection: Selection) -> Iterator[str]:
    for each in selection.conditions:
        yield each.name
        if each.name == "exclude" and isinstance(each.value, list):
            yield from (text.partition("=")[0] for text in each.value)
