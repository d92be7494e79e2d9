"""The fields that filters ask for: how a value is resolved, and where it stands in the star."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, NoReturn, get_args

from coopdb.errors import usage_error
from coopdb.query.commas import name_parts
from coopdb.query.hit import Hit, place_of
from coopdb.query.named_fields import Either, Named, choose_one
from coopdb.query.pattern_fields import Pair, PeriodField
from coopdb.record import values
from coopdb.store.star.engine import Star
from coopdb.text import did_you_mean, one_of, visible
from coopdb.vocabulary.spelling import asked_spellings, spellings

if TYPE_CHECKING:
    from coopdb.query.hit import Place


class Listed(NamedTuple):
    """A field whose values are a fixed list."""

    name: str
    choices: tuple[str, ...]
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star) -> Iterator[Hit]:  # noqa: ARG002  # as the protocol has it
        """Yield the value itself."""
        choice = text.strip().casefold().replace("_", "-").replace(" ", "-")
        if choice in self.choices:
            yield Hit(place_of(self.name), choice, choice, choice)

    def naming(self, _star: Star) -> Callable[[str], bool]:
        """Tell that no value has a comma."""
        return lambda _: False

    def refuse(self, text: str, star: Star) -> NoReturn:  # noqa: ARG002  # the same
        """Say that the list has no such value."""
        choices = (*self.choices, "any") if self.has_any else self.choices
        raise usage_error(f"unknown {self.name.replace('-', ' ')} `{visible(text)}`", one_of(text, choices))


class Recorded(NamedTuple):
    """A field whose values are whatever the records have: named by any words of one, or by a country.

    Where `is_whole`, a text that is a value is that value, and no other that has the same words among more.
    """

    name: str
    places: "tuple[Place, ...]"
    host: "Place | None" = None
    is_whole: bool = False
    has_any: bool = False
    speaks_for_itself: bool = False

    def find(self, text: str, star: Star, recorded: "tuple[tuple[Place, str], ...] | None" = None) -> Iterator[Hit]:
        """Yield every recorded value that has the words of `text` in a row; `recorded` are those that may have them."""
        if self.name == "person":
            for match in star.vocabularies.people.resolve(text):
                yield Hit(self.places[0], match.key, match.key, visible(match.key))
        for place, value in self._chosen(text, tuple(self._recorded(star)) if recorded is None else recorded):
            yield Hit(place, value, value, visible(value))
        if self.host:
            countries = star.vocabularies.countries
            for match in choose_one(countries.resolve(text), text, countries):
                yield Hit(self.host, match.key, match.key, countries.label(match.key))

    def naming(self, star: Star) -> Callable[[str], bool]:
        """Return what tells whether a text is a value that some record has, or a country's name, commas and all."""
        recorded = {name_parts(value) for _, value in self._recorded(star) if "," in value or "(" in value}
        is_country = FIELDS["host"].naming(star) if self.host else str.isspace
        return lambda text: name_parts(text) in recorded or is_country(text)

    def refuse(self, text: str, star: Star) -> NoReturn:
        """Say that no record has such a value."""
        recorded = [value for _, value in self._recorded(star)]
        words = [word for value in recorded for word in value.split()]
        near = did_you_mean(text, recorded) or did_you_mean(text, words)
        raise usage_error(f"no record has a {self.name.replace('-', ' ')} `{visible(text)}`", visible(near))

    def _chosen(self, text: str, recorded: "tuple[tuple[Place, str], ...]") -> "list[tuple[Place, str]]":
        asked = [words for words in asked_spellings(text) if words]
        if self.is_whole:
            same = [each for each in recorded if each[1] == text]
            if same := same or [each for each in recorded if not {*spellings(each[1])}.isdisjoint(asked)]:
                return same
        return [each for each in recorded if _has_words(each[1], asked)]

    def _recorded(self, star: Star) -> "Iterator[tuple[Place, str]]":
        for place in self.places:
            query = f"SELECT DISTINCT {place.column} FROM {place.table} WHERE {place.column} IS NOT NULL ORDER BY 1"  # noqa: S608  # our own names
            yield from ((place, value) for (value,) in star.connection.execute(query))


def _has_words(value: str, asked: Iterable[str]) -> bool:
    """Tell whether a value has any of some words in a row, in any spelling of it."""
    written = [f" {spelling} " for spelling in spellings(value)]
    return any(f" {words} " in spelling for words in asked for spelling in written)


# A field that can be filtered by: its name as `--where` has it, whether `any` lifts the filter, whether a value needs
# no field's name before it, what a text names there, and the usage error for a text that names nothing. `naming`
# gives what tells whether a text that has a comma is one name.
Field = Named | Either | Listed | Recorded | PeriodField | Pair


def _whole(name: str) -> Recorded:
    return Recorded(name, (place_of(name),), is_whole=True)


_OWNERS = (
    Named("owner", lambda words: words.countries),
    Named("owner", lambda words: words.organizations),
)
_ALL: tuple[Field, ...] = (
    Named("country", lambda words: words.countries, has_groups=True),
    Pair("pair"),
    Named("group", lambda words: words.groups),
    Named("organization", lambda words: words.organizations),
    Named("topic", lambda words: words.topics),
    Named("topic-area", lambda words: words.topics, is_broadest=True),
    Listed("stage", get_args(values.Stage)),
    PeriodField("decade", r"\d{3}0s", "2020s"),
    PeriodField("year", r"\d{4}", "2026"),
    PeriodField("half", r"\d{4}-H[12]", "2026-H1"),
    PeriodField("quarter", r"\d{4}-Q[1-4]", "2026-Q1"),
    PeriodField("month", r"\d{4}-(0[1-9]|1[0-2])", "2026-02"),
    Listed("status", get_args(values.Status), has_any=True, speaks_for_itself=True),
    Listed("kind", get_args(values.Kind)),
    Listed("level", get_args(values.Level)),
    Listed("mode", get_args(values.Mode)),
    Named("host", lambda words: words.countries),
    _whole("city"),
    Recorded("host-event", (place_of("host-event"),)),
    Recorded("series", (place_of("series"),)),
    Recorded("person", (place_of("person"),)),
    _whole("institution"),
    Listed("source-kind", get_args(values.SourceKind)),
    _whole("publisher"),
    _whole("language"),
    Listed("told-by", get_args(values.ToldBy)),
    Listed("document-kind", get_args(values.DocumentKind)),
    Listed("document-state", get_args(values.DocumentState)),
    Either(_OWNERS),
    Listed("commitment-status", get_args(values.CommitmentStatus)),
    Recorded("place", (place_of("city"), place_of("city")._replace(column="venue_name")), host=place_of("host")),
)

FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _ALL})


def find_field(name: str) -> Field:
    """Find a field by its name; another name is a usage error."""
    if name in FIELDS:
        return FIELDS[name]
    raise usage_error(f"unknown field `{visible(name)}`", one_of(name, FIELDS))
