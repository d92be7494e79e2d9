"""The public edition of a repository's records: their public parts, and the words of its own that those use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from coopdb.record.model import Meeting
from coopdb.record.omissions import PublicNames
from coopdb.record.publishing import names_of, public_part, without_references
from coopdb.record.reading import Reading
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.store.files.tree import PEOPLE, TOPICS
from coopdb.vocabulary.entry import Entry
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies


def publish(records: RecordFiles) -> RecordFiles:
    """Return the records that are public, as far as they are; those with faults are not among them."""
    people = records.vocabularies.people
    found = ((each, public_part(each.meeting, each.id, people)) for each in records.sound)
    parts = {each.path: part for each, part in found if part}
    names = _names(records, parts)
    meetings = {path: without_references(part, names) for path, part in parts.items()}
    entries = tuple(RecordFile(path, Reading("", meeting, is_parsed=True)) for path, meeting in meetings.items())
    own = {each.path: each.reading for each in records.own}
    own = public_own(own, records.vocabularies, _topics(meetings.values()), _people(meetings.values()))
    return replace(
        records,
        entries=entries,
        vocabularies=vocabularies_with(own),
        own=tuple(RecordFile(path, reading) for path, reading in own.items()),
    )


def _names(records: RecordFiles, parts: Mapping[str, Meeting]) -> PublicNames:
    """Collect what records and parts of them are called; of a file with faults the id is left out."""
    whole = {name for each in records.entries for name in names_of(each.id, each.meeting if each.is_sound else None)}
    public = {name for each in records.entries if each.path in parts for name in names_of(each.id, parts[each.path])}
    return PublicNames(frozenset(public), frozenset(whole - public))


def _topics(meetings: Iterable[Meeting]) -> Iterator[str]:
    """Yield the topics that meetings, their documents and their commitments are about."""
    for meeting in meetings:
        yield from meeting.topic_slugs
        yield from (topic for each in meeting.documents for topic in each.topics)
        yield from (topic for each in meeting.commitments for topic in each.topics)


def _people(meetings: Iterable[Meeting]) -> Iterator[str]:
    """Yield the people at meetings, and those who signed."""
    for meeting in meetings:
        yield from (each.name for each in meeting.participants if each.name)
        yield from (name for document in meeting.documents for name in document.signatories)


def public_own(
    own: Mapping[str, Reading], words: Vocabularies, topics: Iterable[str], people: Iterable[str]
) -> dict[str, Reading]:
    """Return what the repository's own files say, but for words that no topic or person needs of those in use."""
    used = {TOPICS: _with_broader(words.topics, topics), PEOPLE: _known(words.people, people)}
    found = {}
    for path, reading in own.items():
        name = path.rpartition("/")[2]
        kept = [entry for entry in reading.words if entry.key in used.get(name, ())]
        kept = [_without_shared(each, words.people) for each in kept] if name == PEOPLE else kept
        found[path] = Reading("", is_parsed=True, words=tuple(kept), config=reading.config)
    return found


def _with_broader(topics: Vocabulary, used: Iterable[str]) -> frozenset[str]:
    """Return topics, and those that they are below or replaced by."""
    found = {broader for slug in used for broader in topics.broader_chain(slug)}
    return frozenset(found | {topics[slug].replaced_by for slug in found})


def _known(people: Vocabulary, names: Iterable[str]) -> frozenset[str]:
    """Return the entries of people, whichever of their names is used; one that means several names none of them."""
    resolved = map(people.resolve, sorted(set(names))) if people.entries else iter(())
    return frozenset(matches[0].key for matches in resolved if len(matches) == 1)


def _without_shared(person: Entry, people: Vocabulary) -> Entry:
    """Return a person without spellings that others share: where those are left out, they would mean this one."""
    own = {language: tuple(filter(partial(_is_of_one, people), names)) for language, names in person.aliases.items()}
    return person._replace(aliases=own)


def _is_of_one(people: Vocabulary, name: str) -> bool:
    return len(people.resolve(name)) == 1


def vocabularies_with(own: Mapping[str, Reading]) -> Vocabularies:
    """Return the packaged vocabularies, extended by the words of a repository's own files."""
    words = packaged_vocabularies()
    by_file = {path.rpartition("/")[2]: reading.words for path, reading in own.items()}
    return words._replace(
        topics=words.topics.extended(by_file.get(TOPICS, ())), people=words.people.extended(by_file.get(PEOPLE, ()))
    )
