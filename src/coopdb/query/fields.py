"""The fields that filters ask for: how a value is resolved, and the SQL condition it becomes."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, NoReturn, get_args

from coopdb.errors import usage_error
from coopdb.record import values
from coopdb.store.star import Star
from coopdb.text import did_you_mean, fold, visible
from coopdb.vocabulary.spelling import asked_spellings, spellings

if TYPE_CHECKING:
    from coopdb.vocabulary.lookup import Match, Vocabulary
    from coopdb.vocabulary.vocabularies import Vocabularies

_GROUP = "@"


class Hit(NamedTuple):
    """One value that a text names: the table, column and value to look for, and the key and words for it."""

    table: str
    column: str
    value: str
    key: str
    label: str


class _Named(NamedTuple):
    """A field whose values are entries of a vocabulary, named in any way; narrower entries count too.

    `@` before a name asks for the members of a group, where `has_groups`.
    """

    name: str
    table: str
    column: str
    vocabulary: "Callable[[Vocabularies], Vocabulary]"
    has_groups: bool = False
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:
        """Yield the entry and everything narrower, or the group."""
        entries = self._vocabulary(text, star)
        found = _one(entries.resolve(text.removeprefix(_GROUP)), text, entries)
        for match in found:
            if self._is_group(text):
                label = f"{_GROUP}{match.key} (members on the day of the meeting)"
                yield Hit("memberships", "membership", match.key, f"{_GROUP}{match.key}", label)
            else:
                for key in entries.narrower(match.key):
                    yield Hit(self.table, self.column, key, match.key, entries.label(match.key))

    def is_name(self, text: str, star: Star) -> bool:
        """Tell whether a text is a name of an entry, word for word in any order."""
        words = set(fold(text).split())
        found = self._vocabulary(text, star).resolve(text.removeprefix(_GROUP))
        return bool(found) and all(words == set(fold(match.matched).split()) for match in found)

    def refuse(self, text: str, star: Star) -> NoReturn:
        """Say that no entry has this name."""
        entries = self._vocabulary(text, star)
        near = self._near(text, entries, star.vocabularies.groups)
        raise usage_error(f"unknown {entries.noun} `{visible(text)}`", f"did you mean `{near}`?" if near else "")

    def _near(self, text: str, entries: "Vocabulary", groups: "Vocabulary") -> str:
        """Find what a text may have been meant for: a group whose `@` is missing, else what it may be a slip for."""
        if self._is_group(text):
            near = groups.suggest(text)
            return near and f"{_GROUP}{near}"
        if self.has_groups and (found := groups.resolve(text)):
            return f"{_GROUP}{found[0].key}"
        return entries.suggest(text)

    def _is_group(self, text: str) -> bool:
        return self.has_groups and text.startswith(_GROUP)

    def _vocabulary(self, text: str, star: Star) -> "Vocabulary":
        return star.vocabularies.groups if self._is_group(text) else self.vocabulary(star.vocabularies)


def _one(found: "tuple[Match, ...]", text: str, entries: "Vocabulary") -> "tuple[Match, ...]":
    """Refuse a text that may mean several entries, and name them."""
    if found and found[0].is_half:
        each = " and ".join(f"`{match.key}`" for match in found)
        raise usage_error(f"`{visible(text)}` names several {entries.noun} entries", f"ask for each by itself: {each}")
    exact = tuple(
        match for match in found if match.key == text
    )  # a code that two countries have had, one after the other
    if len(found) > 1 and not exact:
        choices = " or ".join(f"`{match.key}` ({entries.label(match.key)})" for match in found)
        raise usage_error(f"ambiguous {entries.noun} `{visible(text)}`", f"write {choices}")
    return exact or found


class _Listed(NamedTuple):
    """A field whose values are a fixed list."""

    name: str
    table: str
    column: str
    choices: tuple[str, ...]
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:  # noqa: ARG002  # as the protocol has it
        """Yield the value itself."""
        choice = text.strip().casefold().replace("_", "-").replace(" ", "-")
        if choice in self.choices:
            yield Hit(self.table, self.column, choice, choice, choice)

    def is_name(self, _text: str, _star: Star) -> bool:
        """Tell that no value has a comma."""
        return False

    def refuse(self, text: str, star: Star) -> NoReturn:  # noqa: ARG002  # the same
        """Say that the list has no such value."""
        choices = (*self.choices, "any") if self.has_any else self.choices
        hint = did_you_mean(text, choices) or f"one of {', '.join(f'`{choice}`' for choice in choices)}"
        raise usage_error(f"unknown {self.name} `{visible(text)}`", hint)


class _Recorded(NamedTuple):
    """A field whose values are whatever the records have: named by any words of one, or by a country."""

    name: str
    table: str
    columns: tuple[str, ...]
    country_column: str = ""
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:
        """Yield every recorded value that has the words of `text` in a row."""
        words = [f" {each} " for each in asked_spellings(text) if each]
        if self.name == "person":
            for match in star.vocabularies.people.resolve(text):
                yield Hit(self.table, self.columns[0], match.key, match.key, visible(match.key))
        for column, value in self._recorded(star):
            if any(each in f" {spelling} " for spelling in spellings(value) for each in words):
                yield Hit(self.table, column, value, value, visible(value))
        if self.country_column:
            countries = star.vocabularies.countries
            for match in _one(countries.resolve(text), text, countries):
                yield Hit(self.table, self.country_column, match.key, match.key, countries.label(match.key))

    def is_name(self, text: str, star: Star) -> bool:
        """Tell whether some record has the words of a text, commas and all."""
        return any(self.find(text, star))

    def refuse(self, text: str, star: Star) -> NoReturn:
        """Say that no record has such a value."""
        recorded = [value for _, value in self._recorded(star)]
        words = [word for value in recorded for word in value.split()]
        near = did_you_mean(text, recorded) or did_you_mean(text, words)
        noun = self.name.replace("-", " ")
        raise usage_error(f"no record has a {noun} `{visible(text)}`", visible(near))

    def _recorded(self, star: Star) -> Iterator[tuple[str, str]]:
        for column in self.columns:
            query = f"SELECT DISTINCT {column} FROM {self.table} WHERE {column} IS NOT NULL ORDER BY 1"  # noqa: S608
            yield from ((column, value) for (value,) in star.connection.execute(query))


# A field that can be filtered by: its name as `--exclude` has it, whether `any` lifts the filter, whether a value needs
# no field's name before it, what a text names there, and the usage error for a text that names nothing. `is_name` tells
# whether a text that has a comma is one name.
Field = _Named | _Listed | _Recorded

_ALL: tuple[Field, ...] = (
    _Named("country", "parties", "country", lambda words: words.countries, has_groups=True),
    _Named("topic", "topics", "topic", lambda words: words.topics),
    _Named("organization", "parties", "organization", lambda words: words.organizations),
    _Listed("status", "meetings", "status", get_args(values.Status), has_any=True, speaks_for_itself=True),
    _Listed("level", "meetings", "level", get_args(values.Level)),
    _Listed("kind", "meetings", "kind", get_args(values.Kind)),
    _Listed("mode", "meetings", "mode", get_args(values.Mode)),
    _Listed("stage", "topics", "stage", get_args(values.Stage)),
    _Recorded("host-event", "meetings", ("host_event",)),
    _Recorded("place", "meetings", ("city", "venue_name"), country_column="host"),
    _Recorded("person", "people", ("name",)),
)

FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _ALL})
