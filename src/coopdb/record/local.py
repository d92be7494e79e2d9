"""Reads what a repository says for itself: `coopdb.toml`, `records/topics.toml` and `records/people.toml`."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import Field

from coopdb.record.config import Config, Ignore, Query
from coopdb.record.content import parse
from coopdb.record.fault import Fault, Route
from coopdb.record.model import RecordTable
from coopdb.record.naming import Naming
from coopdb.record.partial import read_sound
from coopdb.record.reading import Reading
from coopdb.record.types import Country, Day, Text
from coopdb.vocabulary.entry import Entry, Tenure
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies


class OwnTopic(RecordTable):
    """A topic that a repository adds, or a packaged one to which it adds names. Names are by language (ISO 639-1)."""

    labels: Mapping[str, Text] = Field(default_factory=dict)
    definition: Text | None = None
    aliases: Mapping[str, tuple[Text, ...]] = Field(default_factory=dict)
    short: Text | None = None
    broader: Text | None = None
    replaced_by: Text | None = None

    def entry(self, slug: str, known: Entry | None) -> Entry:
        """Make the entry of the vocabulary, over the packaged one of that slug."""
        known = known or Entry(key=slug, labels={"en": slug})
        return known._replace(
            labels={**known.labels, **self.labels},
            aliases=_joined(known.aliases, self.aliases),
            short=self.short or known.short,
            definition=self.definition or known.definition,
            broader=self.broader or known.broader,
            replaced_by=self.replaced_by or known.replaced_by,
        )


class OwnOffice(RecordTable):
    """An office that a person held, from when until when, as far as that is known."""

    role: Text
    country: Country | None = None
    since: Day | None = None
    until: Day | None = None

    def tenure(self) -> Tenure:
        """Make plain values of it, as the vocabulary keeps them."""
        since, until = (each.text if each else "" for each in (self.since, self.until))
        return Tenure(self.role, self.country or "", since, until)


class OwnPerson(RecordTable):
    """A person, by the name that records use: the country they stand for, other spellings, and the offices held."""

    country: Country | None = None
    aliases: tuple[Text, ...] = ()
    offices: tuple[OwnOffice, ...] = ()

    def entry(self, name: str, _: Entry | None) -> Entry:
        """Make the entry of the vocabulary."""
        offices = tuple(each.tenure() for each in self.offices)
        country = self.country or ""
        return Entry(key=name, labels={"en": name}, aliases={"": self.aliases}, country=country, offices=offices)


def read_topics(content: bytes, vocabularies: Vocabularies) -> tuple[Reading, Vocabularies]:
    """Read `topics.toml`, a table a topic, by its slug; return the reading and the vocabularies with what is sound."""
    reading = _read(content, OwnTopic, vocabularies.topics, vocabularies)
    return reading, vocabularies._replace(topics=vocabularies.topics.extended(reading.words))


def read_people(content: bytes, vocabularies: Vocabularies) -> tuple[Reading, Vocabularies]:
    """Read `people.toml`, a table a person, by their name; return the reading and the vocabularies with the sound."""
    reading = _read(content, OwnPerson, vocabularies.people, vocabularies)
    return reading, vocabularies._replace(people=vocabularies.people.extended(reading.words))


def _read(
    content: bytes, model: type[OwnTopic] | type[OwnPerson], known: Vocabulary, vocabularies: Vocabularies
) -> Reading:
    text, data = parse(content)
    if isinstance(data, Fault):
        return Reading(text, faults=(data,))
    naming = Naming(vocabularies, None, [])

    def model_at(route: Route) -> type[RecordTable]:
        return OwnOffice if route[0] == "offices" and len(route) > 1 else model

    found: list[Fault] = []
    entries = []
    for key, value in data.items():
        sound, wrong = read_sound(model, value, model_at, naming)
        found += (replace(fault, route=(key, *fault.route)) for fault in wrong)
        if sound is not None:
            entries.append(sound.entry(key, known.entries.get(key)))
    return Reading(text, faults=tuple(found), is_parsed=True, words=tuple(entries), data=data)


def read_config(content: bytes, vocabularies: Vocabularies) -> Reading:
    """Read `coopdb.toml`: the reading has what is sound of the configuration, and its faults."""
    text, data = parse(content)
    if isinstance(data, Fault):
        return Reading(text, faults=(data,))
    config, found = read_sound(Config, data, _config_at, Naming(vocabularies, None, []))
    return Reading(text, faults=found, is_parsed=True, config=config, data=data)


def _config_at(route: Route) -> type[RecordTable]:
    tables: dict[str, type[RecordTable]] = {"ignores": Ignore, "queries": Query}
    return tables.get(str(route[0]), Config) if len(route) > 2 else Config  # noqa: PLR2004  # a key of a table within


def _joined(one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {language: (*one.get(language, ()), *other.get(language, ())) for language in {**one, **other}}
