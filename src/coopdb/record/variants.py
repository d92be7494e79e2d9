"""Finds values that are understood but not canonical: names for codes, aliases for slugs, strings for dates."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from coopdb.record import toml
from coopdb.record.dates import DateError, PartialDate
from coopdb.record.fault import Route
from coopdb.record.fields import routes_of
from coopdb.record.naming import Naming
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.match import Match


@dataclass(frozen=True, slots=True)
class Variant:
    """A value as it is written in a record, and its canonical form as TOML."""

    route: Route
    written: str
    canonical: str


# From a naming and a text to the canonical form, or nothing for a text that has no single one.
Canonical = Callable[[Naming, str], str]


def _key(find: Callable[[Naming, str], tuple[Match, ...]]) -> Canonical:
    """Make the function that gives the canonical key of a name."""

    def canonical(naming: Naming, name: str) -> str:
        found = find(naming, name)
        return found[0].key if len(found) == 1 else ""

    return canonical


def _whole_day(_: Naming, text: str) -> str:
    """Return a date without quotes for a string that is a whole, exact day."""
    try:
        day = PartialDate.of(text)
    except DateError:
        return ""
    return day.text if day.is_whole_day else ""


def _of_the_day(find: Callable[[Naming, str], tuple[Match, ...]]) -> Canonical:
    """Make the same for names that mean different entries at different times: without a day, they must mean one."""
    canonical = _key(find)
    return lambda naming, name: canonical(naming._replace(on=naming.on or Period(None, None)), name)


_CANONICAL: Mapping[str, Canonical] = MappingProxyType(
    {
        "date": _whole_day,
        "signed": _whole_day,
        "country": _of_the_day(Naming.country),
        "organization": _key(Naming.organization),
        "party": _of_the_day(Naming.party),
        "person": _key(Naming.person),
        "topic": _key(Naming.topic),
    }
)
# Where such values stand; "*" is every element of an array. A topic of the meeting may be a bare slug.
_PLACES: tuple[tuple[tuple[str, ...], Canonical], ...] = (
    (("topics", "*"), _CANONICAL["topic"]),
    *((place, canonical) for kind, canonical in _CANONICAL.items() for place in routes_of(kind)),
)


def variants(data: Mapping[str, Any], naming: Naming) -> Iterator[Variant]:
    """Yield the values of a parsed record that have another, canonical form."""
    for place, canonical in _PLACES:
        for route, value in _strings_at(data, place):
            form = canonical(naming, value)
            if form and (form != value or canonical is _whole_day):
                yield Variant(route, value, form if canonical is _whole_day else toml.value(form))


def _strings_at(value: object, place: tuple[str, ...], route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield the strings at a place and their routes."""
    if not place:
        if isinstance(value, str):
            yield route, value
    elif place[0] == "*" and isinstance(value, list):
        for index, element in enumerate(value):
            yield from _strings_at(element, place[1:], (*route, index))
    elif isinstance(value, dict) and place[0] in value:
        yield from _strings_at(value[place[0]], place[1:], (*route, place[0]))
