"""Which states a territory belonged to on some day: those that came before the present one, and were valid then."""

from collections.abc import Iterator

from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary


def states_before(countries: Vocabulary, key: str, on: Period) -> tuple[str, ...]:
    """Return the codes that `key` came from, at any remove, and that are valid on one of the days `on`.

    Behind one that is valid none is looked for: Serbia in 1975 is of Yugoslavia, and not of Austria-Hungary.
    """
    return tuple(dict.fromkeys(_before(countries, key, on, frozenset({key}))))


def _before(countries: Vocabulary, key: str, on: Period, seen: frozenset[str]) -> Iterator[str]:
    for each in countries.entries.values():
        if key in each.successors and each.key not in seen:
            if each.is_valid_on(on):
                yield each.key
            else:
                yield from _before(countries, each.key, on, seen | {each.key})
