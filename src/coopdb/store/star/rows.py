"""From a sound record to its rows in every table of the star."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, combinations
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

from coopdb.invisible import without_misplaced
from coopdb.record.dates import PartialDate
from coopdb.record.fields import columns_of
from coopdb.record.model import Commitment, Document, Meeting, Participant, RecordTable, Source
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.store.star.engine import Row, Star, Value
from coopdb.store.star.facets import create_facets, fill_facets, star_of
from coopdb.store.star.tables import add_rows, create_tables, row_of
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.spelling import has_apostrophe, joined
from coopdb.vocabulary.vocabularies import Vocabularies

Part = TypeVar("Part", Document, Commitment, Source)
Values = Mapping[str, Value]  # by column


def build_star(records: RecordFiles) -> Star:
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
    found: dict[str, Iterable[Values]] = {
        "meetings": [_meeting(entry)],
        "parties": [
            {"party": each.party, "country": each.country, "organization": each.organization}
            for each in {each.party: each for each in reversed(meeting.participants)}.values()
        ][::-1],
        "pairs": [
            {"pair": f"{first}-{second}", "first": first, "second": second}
            for first, second in combinations(sorted(meeting.countries), 2)
        ],
        "memberships": [{"membership": group} for group in _memberships(meeting, vocabularies.groups)],
        "people": [_participant(each, vocabularies.people) for each in meeting.participants],
        "topics": [_with_area(_values("topics", each), vocabularies) for each in meeting.topics],
        "documents": [{"document": name} | _values("documents", each) for name, each in documents],
        "document_signatories": [
            {"document": name, "name": _person(each, vocabularies.people)}
            for name, document in documents
            for each in document.signatories
        ],
        "document_topics": _own_topics("document", documents, vocabularies),
        "commitments": [{"commitment": name} | _values("commitments", each) for name, each in commitments],
        "commitment_updates": [row for name, each in commitments for row in _updates(name, each)],
        "commitment_topics": _own_topics("commitment", commitments, vocabularies),
        "sources": [{"source": name} | _values("sources", each) for name, each in _named(entry, meeting.sources)],
        "links": [
            {"kind": kind, "target": target} for kind in ("follows", "related") for target in getattr(meeting, kind)
        ],
        "previous_dates": [{"date": each.text} for each in meeting.previous_dates],
        "waivers": [_values("waivers", each) for each in meeting.waivers],
    }
    rows: dict[str, Iterable[Row]] = {table: [row_of(table, each) for each in rows] for table, rows in found.items()}
    return rows | {"texts": [_searched([list(texts) for texts in _texts(meeting, vocabularies.people)])]}


def _values(table: str, part: RecordTable) -> dict[str, Value]:
    """Return what the keys of a table of the record say, by column of the star."""
    columns, get, stores = _columns(table)
    values: dict[str, Value] = dict(zip(columns, get(part), strict=True))
    for column, store in stores:
        values[column] = store(values[column])
    return values


@cache
def _columns(
    table: str,
) -> tuple[tuple[str, ...], Callable[[RecordTable], tuple[Any, ...]], tuple[tuple[str, Callable[[Any], Value]], ...]]:
    """Return the columns that keys of a table fill, what gets the values of these, and what changes some of them."""
    keys = columns_of(table)
    stores = tuple((each.column, _STORED[each.kind]) for each in keys if each.kind in _STORED)
    return tuple(each.column for each in keys), attrgetter(*(each.key for each in keys)), stores


def _day(date: PartialDate | None) -> Value:
    return date.text if date else None


def _signed(signed: PartialDate | bool | None) -> Value:  # noqa: FBT001  # the same
    return str(signed).lower() if isinstance(signed, bool) else _day(signed)


def _flag(value: bool | None) -> Value:  # noqa: FBT001  # a value of a record
    return None if value is None else int(value)


def _named(entry: RecordFile, parts: Iterable[Part]) -> list[tuple[str, Part]]:
    """Give each part of a record a name: the file, and its number in the list."""
    return [(f"{entry.path}#{number}", each) for number, each in enumerate(parts)]


def _with_area(values: dict[str, Value], vocabularies: Vocabularies) -> dict[str, Value]:
    return values | {"area": vocabularies.topics.broader_chain(str(values["topic"]))[-1]}


def _own_topics(
    key: str, parts: Iterable[tuple[str, Document | Commitment]], vocabularies: Vocabularies
) -> list[Values]:
    """Return the topics that parts of a record name as their own, as often as they do: an import gives them back."""
    return [_with_area({key: name, "topic": topic}, vocabularies) for name, each in parts for topic in each.topics]


def _updates(name: str, commitment: Commitment) -> Iterator[Values]:
    for place, each in enumerate(commitment.updates):
        computed = {"commitment": name, "place": f"{place:04}", "latest": each.date.latest.isoformat()}
        yield _values("commitments.updates", each) | computed


def _memberships(meeting: Meeting, groups: Vocabulary) -> list[str]:
    """Return the groups that a country of the meeting belonged to on the day, the first possible one."""
    day = Period(meeting.date.earliest, meeting.date.earliest)
    of_country = _groups_by_country(groups)
    found = {
        group for country in meeting.countries for group, period in of_country.get(country, ()) if period.overlaps(day)
    }
    return sorted(found)


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


_STORED: Mapping[str, Callable[[Any], Value]] = MappingProxyType(
    {"name": _seen, "date": _day, "signed": _signed, "flag": _flag}
)


def _participant(person: Participant, people: Vocabulary) -> Values:
    known = {"name": _person(person.name, people), "party": person.party}
    return _values("participants", person) | known | {"country": person.country, "organization": person.organization}


def _meeting(entry: RecordFile) -> Values:
    meeting = entry.meeting
    date, last = meeting.date, meeting.end_date or meeting.date
    computed = {
        "id": entry.id,
        "path": entry.path,
        "earliest": date.earliest.isoformat(),
        "latest": last.latest.isoformat(),
        "year": date.year,
        "half": date.half,
        "quarter": date.quarter,
        "month": date.month,
        "told_by": meeting.told_by,
    }
    return {**computed, **_values("", meeting), **_values("venue", meeting.venue)}


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
