"""Finds the elements of a record's lists by what they are: a topic by its slug, a person by party and name."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coopdb.author.origins import is_own
from coopdb.record.naming import Naming
from coopdb.vocabulary.match import Match

_NAMES = {"country": "country", "organization": "organization", "owner": "party", "party": "party", "topic": "topic"}
LABELS = {
    "topics": ("topic",),
    "participants": ("name", "country", "organization"),
    "documents": ("title", "kind"),
    "commitments": ("text",),
    "sources": ("url", "title", "publisher"),
}
NOUNS = {
    "topics": "topic",
    "participants": "party",
    "documents": "document",
    "commitments": "commitment",
    "sources": "source",
}


class Elements(NamedTuple):
    """The elements of one list as a record has them, and how names are understood there."""

    key: str
    values: list[Any]
    naming: Naming

    @classmethod
    def of(cls, data: Mapping[str, Any], key: str, naming: Naming) -> "Elements":
        """Take a list out of a record's values."""
        return cls(key, list(data.get(key, ())), naming)

    def named(self, text: str) -> list[int]:
        """Find those that a text names: by any of their labels, whatever the spelling of a name."""
        wanted = {
            text,
            *(each.key for noun in ("country", "organization", "topic") for each in self._found(noun, text)),
        }
        return [n for n, each in enumerate(self.values) if not wanted.isdisjoint(self._labels(each))]

    def begun(self, text: str) -> list[int]:
        """Find the one whose label begins with a text, as ids are named."""
        found = [n for n, each in enumerate(self.values) if str(each).startswith(text)]
        return found if text and len(found) == 1 else []

    def like(self, said: Mapping[str, Any]) -> list[int]:
        """Find those that are meant when values are said of one, the likeliest first."""
        every = [(n, canonical(table(each), self.naming)) for n, each in enumerate(self.values)]
        same = [(n, each) for n, each in every if self._is_same(each, said)]
        return [n for n, _ in sorted(same, key=lambda one: -sum(one[1].get(key) == said[key] for key in said))]

    def table(self, number: int) -> dict[str, Any]:
        """Return an element as a table: a bare topic is one, too."""
        return table(self.values[number])

    def label(self, number: int) -> str:
        """Return what an element is called."""
        return label(self.key, self.table(number))

    def _labels(self, value: object) -> list[Any]:
        if not isinstance(value, Mapping) and self.key not in LABELS:
            return [str(value)]
        values = canonical(table(value), self.naming)
        return [values[each] for each in (*LABELS[self.key], "key") if each in values]

    def _is_same(self, there: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
        if self.key == "participants":
            party = all(there.get(key) == said.get(key) for key in ("country", "organization"))
            return party and (not said.get("name") or there.get("name") in (None, said["name"]))
        if self.key == "sources" and is_own(said):
            return is_own(there) and there["title"] == said["title"]
        marks = {"topics": ("topic",), "documents": ("kind", "title"), "commitments": ("text",)}.get(self.key, ("url",))
        return all(there.get(each) == said[each] for each in marks if each in said)

    def _found(self, noun: str, text: str) -> tuple[Match, ...]:
        found: tuple[Match, ...] = getattr(self.naming, noun)(text)
        return found if len(found) == 1 else ()


def label(key: str, values: Mapping[str, Any]) -> str:
    """Return what an element with some values is called."""
    return str(next(values[each] for each in LABELS[key] if each in values))


def table(value: Any) -> dict[str, Any]:
    """Return an element as a table: a bare topic is one, too."""
    return dict(value) if isinstance(value, Mapping) else {"topic": value}


def canonical(values: Mapping[str, Any], naming: Naming) -> dict[str, Any]:
    """Write names as records have them, where they mean one thing."""
    return {key: _canonical(_NAMES[key], value, naming) if key in _NAMES else value for key, value in values.items()}


def _canonical(noun: str, value: str, naming: Naming) -> str:
    found = getattr(naming, noun)(value)
    return found[0].key if len(found) == 1 else value
