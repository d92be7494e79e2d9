"""Territories that have a country code of their own, and the states that they belong to."""

from collections.abc import Mapping
from functools import cache

from coopdb.vocabulary.tables import read_table


def state_of(code: str) -> str:
    """Return the code of the state that a territory belongs to, nothing where it is a state itself.

    >>> state_of("RE"), state_of("FR")
    ('FR', '')
    """
    return _states().get(code, "")


@cache
def _states() -> Mapping[str, str]:
    states = read_table("territories")["states"]
    return {territory: state for state, territories in states.items() for territory in territories}
