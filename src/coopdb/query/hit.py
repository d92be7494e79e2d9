"""What a value of a filter names: where in the star it stands, its key, and the words for it."""

from typing import NamedTuple

from coopdb.store.star.facets import facets

NONE = "(none)"  # the key and the label of meetings without a value


class Place(NamedTuple):
    """A table of the star and a column of it."""

    table: str
    column: str


class Hit(NamedTuple):
    """One value that a text names: the place and the value to look for, and the key and words for it."""

    place: Place
    value: str
    key: str
    label: str


def place_of(dimension: str) -> Place:
    """Return the place where the values of a dimension stand."""
    return Place(*facets()[dimension])
