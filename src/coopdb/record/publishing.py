"""Decides what of a record is public: the only place that does, before any export, report or page.

Left out is what is marked `internal`, a draft, a source that is an internal note, and what speaks of what is left out:
a commitment of such a party, a source of it, a document or a commitment about such topics only, references and
signatories. The whole record is left out where its id names a party, a topic or a person left out, or where no source,
no topic or fewer than two parties remain. Waivers are notes of those who keep the records, and never public.

An id, or the name of a person left out, that stands in a text becomes `…`; an address that has one is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from coopdb.record.fields import RecordField, record_fields
from coopdb.record.model import Commitment, Document, Meeting, RecordTable, Source
from coopdb.record.omissions import OMITTED, PublicNames, names_in, without_names, without_people
from coopdb.record.slug import slug_words
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary

_FEWEST = 2  # parties of a meeting
Part = TypeVar("Part", bound=RecordTable)
Cut = Callable[[str], str]
Reason = Literal["parties", "topics", "sources", "id"]  # too few are left, or the id has a name that is left out


class Remains(NamedTuple):
    """What is left of a record; and the parties, topics and people (by all their names, folded) that are left out."""

    meeting: Meeting
    parties: frozenset[str]
    topics: frozenset[str]
    persons: frozenset[str]


def names_of(record_id: str, meeting: Meeting | None) -> Iterator[str]:
    """Yield the id of a record, and `ID#key` of its parts; without a meeting the id alone. In small letters too."""
    parts: tuple[Document | Commitment, ...] = (*meeting.documents, *meeting.commitments) if meeting else ()
    names = (record_id, *(f"{record_id}#{each.key}" for each in parts if each.key))
    yield from dict.fromkeys((*names, *map(str.lower, names)))


def public_part(meeting: Meeting, record_id: str, people: Vocabulary) -> Meeting | None:
    """Return what of a record is public but for its references to others; None where nothing is."""
    if meeting.internal or meeting.draft:
        return None
    found = remains_of(meeting, people)
    if why_left_out(record_id, found):
        return None
    if not found.persons:
        return found.meeting
    return _with_sources(_with_texts(found.meeting, "", lambda text: without_people(text, found.persons)))


def remains_of(meeting: Meeting, people: Vocabulary) -> Remains:
    """Leave out of a record what is internal, and what speaks of that but for its texts."""
    participants, topics = _public(meeting.participants), _public(meeting.topics)
    parties = hidden_parties(meeting)
    slugs = _left(meeting.topics, topics, "topic")
    persons = _persons(meeting, people)
    found = changed(
        meeting,
        participants=participants,
        topics=topics,
        documents=tuple(_documents(meeting.documents, slugs, persons, people)),
        commitments=tuple(_commitments(meeting.commitments, slugs, parties)),
        sources=tuple(_sources(meeting.sources, parties)),
        waivers=(),
        internal=None,
    )
    return Remains(found, parties, slugs, persons)


def why_left_out(record_id: str, remains: Remains) -> Reason | None:
    """Return why a record is left out as a whole for what is internal in it; None where it is not."""
    meeting = remains.meeting
    if len(meeting.parties) < _FEWEST or not meeting.countries:
        return "parties"
    if not meeting.topics:
        return "topics"
    if not meeting.sources:
        return "sources"
    return "id" if _is_named(record_id, remains.parties | remains.topics | remains.persons) else None


def without_references(meeting: Meeting, names: PublicNames) -> Meeting:
    """Return a public part without references to what is not public, and without the names of what is left out."""
    return _with_sources(_with_texts(meeting, "", lambda text: without_names(text, names), names.public))


def mentioned_names(table: RecordTable, name: str = "") -> Iterator[str]:
    """Yield all in a public part that `without_references` may take for a name, perhaps several times."""
    for field in _textual(name):
        for value in _values(getattr(table, field.key)):
            if field.kind == "table":
                yield from mentioned_names(value, _table(field))
            elif field.kind in ("record", "part"):
                yield value
            else:
                yield from names_in(value)


def _values(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _with_sources(meeting: Meeting) -> Meeting:
    """Let a source that lost all it says stay one, of which nothing is said."""
    says = [bool(each.url or each.title or each.publisher) for each in meeting.sources]
    if all(says):
        return meeting
    pairs = zip(meeting.sources, says, strict=True)
    return changed(meeting, sources=tuple(each if is_said else changed(each, title=OMITTED) for each, is_said in pairs))


def hidden_parties(meeting: Meeting) -> frozenset[str]:
    """Return the parties that are left out."""
    return _left(meeting.participants, _public(meeting.participants), "party")


def changed(table: Part, **values: Any) -> Part:
    """Return a table with other values: a new one, for a copy would remember what was worked out of the old."""
    present = {name: getattr(table, name) for name in type(table).model_fields}
    return type(table).model_construct(**(present | values))


def _public(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Choose the parts that are not internal."""
    return tuple(_marked_by_nothing(each) for each in parts if not getattr(each, "internal", None))


def _marked_by_nothing(part: Part) -> Part:
    return changed(part, internal=None) if getattr(part, "internal", None) is not None else part


def _left(parts: Iterable[RecordTable], public: Iterable[RecordTable], key: str) -> frozenset[str]:
    """Return the values of a key that none of the public parts has."""
    return frozenset(getattr(each, key) for each in parts) - {getattr(each, key) for each in public}


def _persons(meeting: Meeting, people: Vocabulary) -> frozenset[str]:
    """Return the people left out, by all their names, folded."""
    public = {name for each in meeting.participants if not each.internal for name in _spellings(each.name, people)}
    hidden = {name for each in meeting.participants if each.internal for name in _spellings(each.name, people)}
    return frozenset(hidden - public)


def _spellings(name: str | None, people: Vocabulary) -> Iterator[str]:
    """Yield the folded name of a person, and those that a repository has for them."""
    if not name:
        return
    yield fold(name)
    found = people.resolve(name) if people.entries else ()
    yield from (fold(known) for match in found for _, _, known in people[match.key].names())


def _documents(
    documents: Iterable[Document], slugs: frozenset[str], persons: frozenset[str], people: Vocabulary
) -> Iterator[Document]:
    for each in _public(documents):
        signed = tuple(name for name in each.signatories if persons.isdisjoint(_spellings(name, people)))
        topics = tuple(topic for topic in each.topics if topic not in slugs)
        if topics or not each.topics:
            yield changed(each, signatories=signed, topics=topics)


def _commitments(
    commitments: Iterable[Commitment], slugs: frozenset[str], parties: frozenset[str]
) -> Iterator[Commitment]:
    for each in _public(commitments):
        topics = tuple(topic for topic in each.topics if topic not in slugs)
        if (topics or not each.topics) and each.owner not in parties:
            yield changed(each, topics=topics, updates=_public(each.updates))


def _sources(sources: Iterable[Source], parties: frozenset[str]) -> Iterator[Source]:
    return (each for each in _public(sources) if each.kind != "internal-note" and each.party not in parties)


def _is_named(record_id: str, names: Iterable[str]) -> bool:
    """Tell whether an id has one of some names, as words between hyphens."""
    slugs = ("-".join(slug_words(name.lower())) for name in names)
    return any(slug and f"-{slug}-" in f"-{record_id.lower()}-" for slug in slugs)


def _with_texts(table: Part, name: str, cut: Cut, public: frozenset[str] | None = None) -> Part:
    """Return a table with its texts cut; addresses that would be are left out, and with `public` other references."""
    new_values = {}
    for field in _textual(name):
        value = getattr(table, field.key)
        if value and (new := _with_text(value, field, cut, public)) != value:
            new_values[field.key] = new
    return changed(table, **new_values) if new_values else table


def _with_text(value: Any, field: RecordField, cut: Cut, public: frozenset[str] | None) -> Any:
    """Cut the value of one key; None or nothing where it is left out."""
    if field.kind == "table":
        return _each(value, lambda table: _with_texts(table, _table(field), cut, public))
    if field.kind in ("record", "part"):
        return value if public is None else _each(value, lambda each: each if each in public else None)
    return _each(value, lambda text: None if field.kind == "address" and cut(text) != text else cut(text))


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    """Change a value, or each of several, of which those that become None are left out."""
    if not isinstance(value, tuple):
        return change(value)
    return tuple(new for each in value if (new := change(each)) is not None)


def _table(field: RecordField) -> str:
    """Return the name of the table that a key holds."""
    return f"{field.table}.{field.key}".removeprefix(".")


@cache
def _textual(table: str) -> tuple[RecordField, ...]:
    """Return the keys of a table that have texts, or references, or tables with such."""
    kinds = ("text", "name", "person", "address", "record", "part", "table")
    return tuple(each for each in record_fields()[table] if each.kind in kinds and each.key != "key")
