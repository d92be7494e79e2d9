"""Fields whose values are entries of a vocabulary, named in any way."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from coopdb.errors import usage_error
from coopdb.query.commas import names_with_commas
from coopdb.query.hit import Hit, place_of
from coopdb.store.star.engine import Star
from coopdb.text import visible
from coopdb.vocabulary.unknown_names import unclear

if TYPE_CHECKING:
    from coopdb.vocabulary.lookup import Vocabulary
    from coopdb.vocabulary.match import Match
    from coopdb.vocabulary.vocabularies import Vocabularies

_GROUP = "@"


class Named(NamedTuple):
    """A field of a vocabulary; narrower entries count too.

    `@` before a name asks for the members of a group, where `has_groups`. Where `is_broadest`, the values are the
    broadest entries alone.
    """

    name: str
    vocabulary: "Callable[[Vocabularies], Vocabulary]"
    has_groups: bool = False
    is_broadest: bool = False
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:
        """Yield the entry and everything narrower, or the group."""
        entries = self._vocabulary(text, star)
        for match in choose_one(entries.resolve(text.removeprefix(_GROUP)), text, entries):
            if self._is_group(text):
                label = f"{_GROUP}{match.key} (members on the day of the meeting)"
                yield Hit(place_of("group"), match.key, f"{_GROUP}{match.key}", label)
            elif self.is_broadest:
                yield self._broadest(match.key, entries)
            else:
                for key in entries.narrower(match.key):
                    yield Hit(place_of(self.name), key, match.key, entries.label(match.key))

    def naming(self, star: Star) -> Callable[[str], bool]:
        """Return what tells whether a text is a name of an entry with its comma, or its second part in brackets."""
        return names_with_commas(self.vocabulary(star.vocabularies))

    def refuse(self, text: str, star: Star) -> NoReturn:
        """Say that no entry has this name."""
        entries = self._vocabulary(text, star)
        near = self._near(text, entries, star.vocabularies.groups)
        raise unclear(entries, text, (), near)

    def _near(self, text: str, entries: "Vocabulary", groups: "Vocabulary") -> str:
        """Find what a text may have been meant for: a group whose `@` is missing, else what it may be a slip for."""
        if self._is_group(text):
            near = groups.suggest(text)
            return near and f"{_GROUP}{near}"
        if self.has_groups and (found := groups.resolve(text)):
            return f"{_GROUP}{found[0].key}"
        return entries.suggest(text)

    def _broadest(self, key: str, entries: "Vocabulary") -> Hit:
        broadest = entries.broader_chain(key)[-1]
        if broadest != key:
            name = self.name.replace("-", " ")
            raise usage_error(f"`{visible(key)}` is not a {name}", f"it is in `{broadest}`")
        return Hit(place_of(self.name), key, key, entries.label(key))

    def _is_group(self, text: str) -> bool:
        return self.has_groups and text.startswith(_GROUP)

    def _vocabulary(self, text: str, star: Star) -> "Vocabulary":
        return star.vocabularies.groups if self._is_group(text) else self.vocabulary(star.vocabularies)


class Either(NamedTuple):
    """A field whose values are entries of several vocabularies: a text means what the first that knows it says."""

    fields: tuple[Named, ...]
    has_any: bool = False
    speaks_for_itself: bool = False

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.fields[0].name

    def find(self, text: str, star: Star) -> Iterator[Hit]:
        """Yield what the first vocabulary finds that finds something."""
        yield from next(filter(None, (tuple(field.find(text, star)) for field in self.fields)), ())

    def naming(self, star: Star) -> Callable[[str], bool]:
        """Return what tells whether a text is a name, with its comma, in any of the vocabularies."""
        every = [field.naming(star) for field in self.fields]
        return lambda text: any(is_name(text) for is_name in every)

    def refuse(self, text: str, star: Star) -> NoReturn:
        """Say that no entry has this name."""
        self.fields[0].refuse(text, star)


def choose_one(found: "tuple[Match, ...]", text: str, entries: "Vocabulary") -> "tuple[Match, ...]":
    """Refuse a text that may mean several entries, and name them."""
    if found and found[0].is_half:
        each = " and ".join(f"`{match.key}`" for match in found)
        raise usage_error(f"`{visible(text)}` names several {entries.noun} entries", f"ask for each by itself: {each}")
    exact = tuple(
        match for match in found if match.key == text
    )  # a code that two countries have had, one after the other
    if len(found) > 1 and not exact:
        raise unclear(entries, text, found)
    return exact or found
