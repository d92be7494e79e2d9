"""The filters of the public face: keyword arguments, as people write them in a notebook."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from coopdb.query.filters import Filters, whole_day
from coopdb.query.form import check_choice

Wanted = Any  # a value, or several: texts, numbers, days


def filters_of(wanted: Mapping[str, Any]) -> Filters:
    """Make the filters of keyword arguments: one text, or several that must all hold."""
    given = {name.replace("_", "-"): value for name, value in wanted.items() if value is not None}
    since, until, drafts = (given.pop(name, None) for name in ("since", "until", "drafts"))
    exclude, on = tuple(_texts(given.pop("exclude", None))), whole_day(str(given.pop("on", date.today()))).isoformat()
    check_choice("drafts", drafts, Literal[True, False])
    since, until = (None if day is None else str(day) for day in (since, until))
    return Filters({name: tuple(_texts(value)) for name, value in given.items()}, exclude, since, until, drafts, on)


def _texts(wanted: Wanted) -> Iterator[str]:
    """Yield the texts of one value or several; a number or a day is one, as text."""
    several = isinstance(wanted, Iterable) and not isinstance(wanted, str | bytes)
    yield from map(str, wanted if several else () if wanted is None else (wanted,))
