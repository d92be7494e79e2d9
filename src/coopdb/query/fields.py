"""The fields that filters ask for: how a value is resolved, and the SQL condition it becomes."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NoReturn, Protocol, get_args

from coopdb.errors import usage_error
from coopdb.record import values
from coopdb.text import did_you_mean, fold, visible
from coopdb.vocabulary import Vocabulary, countries, organizations, topics


@dataclass(frozen=True, slots=True)
class Hit:
    """One value that a text names: the column and the value to look for, and the key and words for it."""

    column: str
    value: str
    key: str
    label: str


class Field(Protocol):
    """A field that can be filtered by."""

    @property
    def name(self) -> str:
        """The field's name, as `--exclude` has it."""

    @property
    def has_any(self) -> bool:
        """Tell whether `any` lifts the filter."""

    @property
    def speaks_for_itself(self) -> bool:
        """Tell whether a value needs no field's name before it."""

    def find(self, text: str, connection: sqlite3.Connection) -> Iterator[Hit]:
        """Yield what `text` names: nothing when it is unknown."""

    def refuse(self, text: str, connection: sqlite3.Connection) -> NoReturn:
        """Raise the usage error for a text that names nothing."""

    def condition(self, column: str, width: int) -> str:
        """Write the condition that a meeting's column has one of `width` values."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A field whose values are entries of a vocabulary, named in any way; narrower entries count too."""

    name: str
    table: str
    column: str
    vocabulary: Callable[[], Vocabulary]
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, connection: sqlite3.Connection) -> Iterator[Hit]:  # noqa: ARG002  # as the protocol has it
        """Yield the entry and everything narrower."""
        entries = self.vocabulary()
        found = entries.resolve(text)
        if len(found) > 1:
            choices = " or ".join(f"`{match.key}` ({entries.label(match.key)})" for match in found)
            raise usage_error(f"ambiguous {entries.noun} `{visible(text)}`", f"write {choices}")
        for match in found:
            for key in entries.narrower(match.key):
                yield Hit(self.column, key, match.key, entries.label(match.key))

    def refuse(self, text: str, connection: sqlite3.Connection) -> NoReturn:  # noqa: ARG002  # the same
        """Say that no entry has this name."""
        near = self.vocabulary().suggest(text)
        hint = f"did you mean `{near}`?" if near else ""
        raise usage_error(f"unknown {self.vocabulary().noun} `{visible(text)}`", hint)

    def condition(self, column: str, width: int) -> str:
        """Look for the values in the field's table."""
        return _is_in(self.table, column, width)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A field whose values are a fixed list."""

    name: str
    table: str
    column: str
    choices: tuple[str, ...]
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, connection: sqlite3.Connection) -> Iterator[Hit]:  # noqa: ARG002  # as the protocol has it
        """Yield the value itself."""
        choice = text.strip().casefold().replace("_", "-").replace(" ", "-")
        if choice in self.choices:
            yield Hit(self.column, choice, choice, choice)

    def refuse(self, text: str, connection: sqlite3.Connection) -> NoReturn:  # noqa: ARG002  # the same
        """Say that the list has no such value."""
        choices = (*self.choices, "any") if self.has_any else self.choices
        hint = did_you_mean(text, choices) or f"one of {', '.join(f'`{choice}`' for choice in choices)}"
        raise usage_error(f"unknown {self.name} `{visible(text)}`", hint)

    def condition(self, column: str, width: int) -> str:
        """Look for the values in the field's table."""
        return _is_in(self.table, column, width)


@dataclass(frozen=True, slots=True)
class _Recorded:
    """A field whose values are whatever the records have: named by any words of one, or by a country."""

    name: str
    table: str
    columns: tuple[str, ...]
    country_column: str = ""
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, connection: sqlite3.Connection) -> Iterator[Hit]:
        """Yield every recorded value that has the words of `text` in a row."""
        words = f" {fold(text)} "
        for column, value in self._recorded(connection):
            if words.strip() and words in f" {fold(value)} ":
                yield Hit(column, value, value, visible(value))
        if self.country_column and len(found := countries().resolve(text)) == 1:
            key = found[0].key
            yield Hit(self.country_column, key, key, countries().label(key))

    def refuse(self, text: str, connection: sqlite3.Connection) -> NoReturn:
        """Say that no record has such a value."""
        recorded = [value for _, value in self._recorded(connection)]
        words = [word for value in recorded for word in value.split()]
        near = did_you_mean(text, recorded) or did_you_mean(text, words)
        noun = self.name.replace("-", " ")
        raise usage_error(f"no record has a {noun} `{visible(text)}`", visible(near))

    def condition(self, column: str, width: int) -> str:
        """Look for the values in the field's table."""
        return _is_in(self.table, column, width)

    def _recorded(self, connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
        for column in self.columns:
            query = f"SELECT DISTINCT {column} FROM {self.table} WHERE {column} IS NOT NULL ORDER BY 1"  # noqa: S608
            yield from ((column, value) for (value,) in connection.execute(query))


def _is_in(table: str, column: str, width: int) -> str:
    marks = ", ".join("?" * width)
    return f"meeting IN (SELECT meeting FROM {table} WHERE {column} IN ({marks}))"  # noqa: S608  # our own names


_ALL: tuple[Field, ...] = (
    _Named("country", "parties", "country", countries),
    _Named("topic", "topics", "topic", topics),
    _Named("organization", "parties", "organization", organizations),
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
