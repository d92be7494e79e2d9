"""From a sound record to its rows in every table of the star."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, combinations
from typing import TypeVar

from coopdb.invisible import without_misplaced
from coopdb.record.dates import PartialDate
from coopdb.record.model import Commitment, Document, Meeting, Participant, Source
from coopdb.store.files.records import RecordFile, Records
from coopdb.store.star.engine import Row, Star, Value
from coopdb.store.star.facets import create_facets, fill_facets, star_of
from coopdb.store.star.tables import add_rows, create_tables
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.spelling import has_apostrophe, joined
from coopdb.vocabulary.vocabularies import Vocabularies

Part = TypeVar("Part", Document, Commitment, Source)


def build_star(records: Records) -> Star:
    """Put the sound entries into tables in memory; `meeting` is the number of the entry, from 0."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    create_facets(connection)
    for number, entry in enumerate(records.sound):
        add_rows(connection, {number: rows_of(entry, records.vocabularies)})
    fill_facets(connection, 0)
    return star_of(connection, lambda: records.vocabularies)


def rows_of(entry: RecordFile, vocabularies: Vocabularies) -> dict[str, Iterable[Row]]:
    """Make an entry's rows of every table, without the number of its meeting."""
    meeting = entry.meeting
    documents, commitments = _named(entry, meeting.documents), _named(entry, meeting.commitments)
    return {
        "meetings": [_meeting(entry)],
        "parties": dict.fromkeys((each.party, each.country, each.organization) for each in meeting.participants),
        "pairs": [("-".join(pair), *pair) for pair in combinations(sorted(meeting.countries), 2)],
        "memberships": _memberships(meeting, vocabularies.groups),
        "people": [_participant(each, vocabularies.people) for each in meeting.participants],
        "topics": [(*_with_area(each.topic, vocabularies), each.stage, each.note) for each in meeting.topics],
        "documents": [_document(name, each) for name, each in documents],
        "document_topics": _own_topics(documents, vocabularies),
        "commitments": [_commitment(name, each) for name, each in commitments],
        "commitment_topics": _own_topics(commitments, vocabularies),
        "sources": [_source(name, each) for name, each in _named(entry, meeting.sources)],
        "links": [(kind, target) for kind in ("follows", "related") for target in getattr(meeting, kind)],
        "previous_dates": [(each.text,) for each in meeting.previous_dates],
        "waivers": [(each.code, each.reason) for each in meeting.waivers],
        "texts": [_searched([list(texts) for texts in _texts(meeting, vocabularies.people)])],
    }


def _named(entry: RecordFile, parts: Iterable[Part]) -> list[tuple[str, Part]]:
    """Give each part of a record a name: the file, and its number in the list."""
    return [(f"{entry.path}#{number}", each) for number, each in enumerate(parts)]


def _with_area(topic: str, vocabularies: Vocabularies) -> tuple[str, str]:
    return topic, vocabularies.topics.broader_chain(topic)[-1]


def _own_topics(parts: Iterable[tuple[str, Document | Commitment]], vocabularies: Vocabularies) -> list[Row]:
    """Return the topics that parts of a record name as their own, as often as they do: an import gives them back."""
    return [(name, *_with_area(topic, vocabularies)) for name, each in parts for topic in each.topics]


def _memberships(meeting: Meeting, groups: Vocabulary) -> Iterable[Row]:
    """Return the groups that a country of the meeting belonged to on the day, the first possible one."""
    day = Period(meeting.date.earliest, meeting.date.earliest)
    of_country = _groups_by_country(groups)
    found = {
        group for country in meeting.countries for group, period in of_country.get(country, ()) if period.overlaps(day)
    }
    return ((group,) for group in sorted(found))


@lru_cache(maxsize=4)
def _groups_by_country(groups: Vocabulary) -> Mapping[str, list[tuple[str, Period]]]:
    found: dict[str, list[tuple[str, Period]]] = {}
    for group in groups.entries.values():
        for each in group.members:
            found.setdefault(each.member, []).append((group.key, each.period))
    return found


def _seen(text: str | None) -> str | None:
    """Leave out of a name what nobody sees, so that it is counted with those that look the same."""
    return without_misplaced(text) if text else text


def _person(name: str | None, people: Vocabulary) -> Value:
    """Give a person the name that all their spellings share."""
    name = _seen(name)
    found = people.resolve(name) if name and people.entries else ()
    return found[0].key if len(found) == 1 else name


def _participant(person: Participant, people: Vocabulary) -> Row:
    name, party = _person(person.name, people), person.party
    return name, person.role, _seen(person.institution), person.capacity, party, person.country, person.organization


def _document(name: str, document: Document) -> Row:
    signed = document.signed
    return (
        name,
        document.kind,
        document.title,
        signed.text if isinstance(signed, PartialDate) else None if signed is None else str(signed).lower(),
        document.url,
        None if document.binding is None else int(document.binding),
    )


def _commitment(name: str, commitment: Commitment) -> Row:
    return (
        name,
        commitment.text,
        commitment.owner,
        commitment.due.text if commitment.due else None,
        commitment.status,
        commitment.evidence,
        commitment.closed_by,
    )


def _source(name: str, source: Source) -> Row:
    return (
        name,
        source.url,
        source.title,
        _seen(source.publisher),
        _seen(source.author),
        source.published.text if source.published else None,
        source.language,
        source.kind,
        source.accessed.text if source.accessed else None,
        source.archive,
    )


def _meeting(entry: RecordFile) -> Row:
    meeting = entry.meeting
    date, last = meeting.date, meeting.end_date or meeting.date
    return (
        entry.id,
        entry.path,
        meeting.title,
        date.text,
        meeting.end_date.text if meeting.end_date else None,
        date.earliest.isoformat(),
        last.latest.isoformat(),
        date.year,
        date.half,
        date.quarter,
        date.month,
        meeting.status,
        meeting.kind,
        meeting.level,
        meeting.mode,
        _seen(meeting.host_event),
        meeting.summary,
        _seen(meeting.venue.name),
        _seen(meeting.venue.city),
        meeting.venue.country,
        int(meeting.draft),
    )


def _searched(texts: list[list[Value]]) -> Row:
    """Return the folded texts, and what stands in any of them around a name with an apostrophe."""
    written = [str(text) for text in chain(*texts) if text]
    around = chain.from_iterable(map(joined, written)) if has_apostrophe("\n".join(written)) else ()
    return (*map(_folded, texts), f" {' / '.join(around)} ")


def _folded(texts: Iterable[Value]) -> str:
    """Fold texts, a space at either end of each, so that beginnings of words can be asked for, and no phrase of two."""
    return f" {' / '.join(fold(str(text)) for text in texts if text)} "


def _texts(meeting: Meeting, people: Vocabulary) -> Iterator[Iterable[Value]]:
    """Yield the texts of a record that free words search, by `TEXTS`."""
    yield (meeting.title,)
    yield (
        text
        for each in meeting.participants
        for text in (each.name, _person(each.name, people), each.role, each.institution)
    )
    yield (meeting.venue.name, meeting.venue.city, meeting.host_event)
    yield (
        meeting.summary,
        *(topic.note for topic in meeting.topics),
        *(document.title for document in meeting.documents),
        *(commitment.text for commitment in meeting.commitments),
    )
    yield (text for each in meeting.sources for text in (each.title, each.publisher, each.author, each.url))
