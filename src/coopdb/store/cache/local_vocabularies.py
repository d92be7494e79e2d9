"""A repository's own topics and people as plain values: remembered, they need not be read and checked again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coopdb.store.files.tree import PEOPLE, TOPICS
from coopdb.vocabulary.entry import Entry, Tenure
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

if TYPE_CHECKING:
    from coopdb.record.reading import Reading

Written = Mapping[str, list[dict[str, Any]]]


def write_words(readings: Mapping[str, "Reading"]) -> Written:
    """Write the sound entries of `topics.toml` and `people.toml`, by the name of the file."""
    return {path.rpartition("/")[2]: [_fields(entry) for entry in each.words] for path, each in readings.items()}


def _fields(entry: Entry) -> dict[str, Any]:
    """Return what an entry says other than nothing."""
    fields = entry._asdict() | {"labels": dict(entry.labels), "aliases": dict(entry.aliases)}
    return {key: value for key, value in fields.items() if value}


def recall_words(written: Written) -> Vocabularies:
    """Make the vocabularies of what `write_words` has written."""
    words = packaged_vocabularies()
    if topics := written.get(TOPICS):
        words = words._replace(topics=words.topics.extended(map(_entry, topics)))
    if people := written.get(PEOPLE):
        words = words._replace(people=words.people.extended(map(_entry, people)))
    return words


def _entry(fields: Mapping[str, Any]) -> Entry:
    aliases = {language: tuple(names) for language, names in fields.get("aliases", {}).items()}
    offices = tuple(Tenure(*each) for each in fields.get("offices", ()))
    return Entry(**{**fields, "aliases": aliases, "offices": offices})
