"""The places that everybody knows, with their countries, and which are capitals, whose names mean governments."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold
from coopdb.vocabulary.cities import countries_of_city


class KnownPlaces(Mapping[str, tuple[str, bool]]):
    """Maps names, folded, to the country and whether it is the capital.

    The table of the cities of the world tells the country of a city, that of the largest one of a name, and only when
    it is asked. Capitals stand with their state, and so does what that table has not: a village, an island.
    """

    def __init__(self) -> None:
        self._told = dict(_told())
        self._cities = cues.listed("well_known_cities") - self._told.keys()

    def __getitem__(self, name: str) -> tuple[str, bool]:
        """Return the country of a place, and whether it is the capital."""
        return (countries_of_city(name)[0], False) if name in self._cities else self._told[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Return what is known of a place, without an exception for a name that is none, as most."""
        return self[name] if name in self else default  # noqa: SIM401  # this is `get`

    def __contains__(self, name: object) -> bool:
        """Tell the name of a place."""
        return name in self._told or name in self._cities

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        yield from self._told
        yield from sorted(self._cities)  # of a set, in one order

    def __len__(self) -> int:
        """Count the names."""
        return len(self._told) + len(self._cities)


@cache
def known_places() -> KnownPlaces:
    """Return the places that everybody knows."""
    return KnownPlaces()


@cache
def places_with_article() -> frozenset[str]:
    """Return the places, folded, that Arabic writes with the article only: الرياض, where رياض is a man."""
    names = [*filter(is_arabic, (*cues.table()["well_known_cities"], *(name for name, _, _ in _listed())))]
    bare = frozenset(fold(each) for each in names if not each.startswith("ال"))
    return frozenset(map(fold, names)) - bare


def _told() -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield the names that stand with their country, capitals last."""
    yield from ((fold(name), (country, is_capital)) for name, country, is_capital in _listed())


def _listed() -> Iterator[tuple[str, str, bool]]:
    """Yield the names of places, as they are written, with the country, capitals last."""
    tables = [(cues.table()["places_beyond_cities"], False), (cues.table()["capitals"], True)]
    tables += [(each.get("capital_names", {}), True) for each in cues.languages().values()]
    for table, is_capital in tables:
        for country, cities in table.items():
            yield from ((city, country, is_capital) for city in cities)


def in_nominative(written: str) -> str:
    """Return a city without the ending of whose something is: Frankfurts, Stockholms; not of Paris."""
    stem = written.removesuffix("s")
    return stem if fold(written) not in known_places() and fold(stem) in known_places() else written
