"""The facts that a page gives of its article, each with its place: apart, as plain texts need no reader of pages."""

from functools import cached_property
from typing import NamedTuple

_LONGEST = 500  # characters of a title or a name
_LONGEST_ADDRESS = 2000  # which letters of other scripts are written with six each


def is_fit(key: str, value: str) -> bool:
    """Tell by its length a value that a source has under a key; a broken page, or none, gives any."""
    return len(value) <= (_LONGEST_ADDRESS if key == "url" else _LONGEST)


class Fact(NamedTuple):
    """What a page says of its article: the key of a source, its value, and where in the given text it stands."""

    key: str
    value: str
    start: int
    end: int


class PageData:
    """What a page says of its article, in the order in which it is believed."""

    def __init__(self, facts: tuple[Fact, ...] = ()) -> None:
        self.facts = facts

    @cached_property
    def titles(self) -> tuple[tuple[str, tuple[int, int]], ...]:
        """The titles of the page, each with its place."""
        return tuple((each.value, (each.start, each.end)) for each in self.facts if each.key == "title")

    def first(self, key: str) -> Fact | None:
        """Return what is said of a key by what is believed most."""
        return next((each for each in self.facts if each.key == key), None)

    @property
    def language(self) -> str | None:
        """The language that the page says it is in (ISO 639-1)."""
        found = self.first("language")
        return found.value if found else None

    @property
    def days(self) -> tuple[str, ...]:
        """The days of publication that the page gives, in order, each once."""
        return tuple(dict.fromkeys(each.value for each in self.facts if each.key == "published"))
