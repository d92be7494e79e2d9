"""Which states stood for a territory on some day: those that came before the present one or after it, valid then."""

from collections.abc import Iterator

from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary


def states_before(countries: Vocabulary, key: str, on: Period) -> tuple[str, ...]:
    """Return the codes that `key` came from, at any remove, and that are valid on one of the days `on`.

    Behind one that is valid none is looked for: Serbia in 1975 is of Yugoslavia, and not of Austria-Hungary.
    """
    return tuple(dict.fromkeys(_before(countries, key, on, frozenset({key}))))


def states_instead(countries: Vocabulary, key: str, on: Period) -> tuple[str, ...]:
    """Return the codes that came after `key`, or that it came from, and that are valid on one of the days `on`."""
    after = (each for each in countries[key].successors if countries[each].is_valid_on(on))
    return tuple(dict.fromkeys((*after, *states_before(countries, key, on))))


def valid_days(countries: Vocabulary, key: str) -> str:
    """Return the days on which a code is valid, in words."""
    return " and ".join(period.words for period in countries[key].periods)


def _before(countries: Vocabulary, key: str, on: Period, seen: frozenset[str]) -> Iterator[str]:
    for each in countries.entries.values():
        if key in each.successors and each.key not in seen:
            if each.is_valid_on(on):
                yield each.key
            else:
                yield from _before(countries, each.key, on, seen | {each.key})
