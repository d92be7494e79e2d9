"""From a sound record to its rows in every table of the star."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from coopdb.record.dates import PartialDate
from coopdb.record.model import Document, Meeting
from coopdb.store.records import Entry, Records
from coopdb.store.star import Row, Star, Value, add_rows, new_star
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies


def build_star(records: Records) -> Star:
    """Put the sound entries into tables in memory; `meeting` is the number of the entry, from 0."""
    star = new_star(records.vocabularies)
    for number, entry in enumerate(records.sound):
        add_rows(star.connection, {number: rows_of(entry, records.vocabularies)})
    return star


def rows_of(entry: Entry, vocabularies: Vocabularies) -> dict[str, Iterable[Row]]:
    """Make an entry's rows of every table, without the number of its meeting."""
    meeting, topics = entry.meeting, vocabularies.topics
    return {
        "meetings": [_meeting_row(entry, vocabularies)],
        "parties": dict.fromkeys((each.party, each.country, each.organization) for each in meeting.participants),
        "pairs": [("-".join(pair),) for pair in combinations(sorted(meeting.countries), 2)],
        "memberships": _memberships(meeting, vocabularies.groups),
        "people": [
            (_person(each.name, vocabularies.people), each.role, each.institution, each.capacity, each.party)
            for each in meeting.participants
        ],
        "topics": [(each.topic, topics.broader_chain(each.topic)[-1], each.stage) for each in meeting.topics],
        "documents": [
            (f"{entry.path}#{number}", each.kind, each.title, _signed(each), each.url)
            for number, each in enumerate(meeting.documents)
        ],
        "commitments": [
            (f"{entry.path}#{number}", each.text, each.owner, each.due.text if each.due else None, each.status)
            for number, each in enumerate(meeting.commitments)
        ],
        "sources": [
            (
                each.url,
                each.title,
                each.publisher,
                each.author,
                each.published.text if each.published else None,
                each.language,
                each.kind,
            )
            for each in meeting.sources
        ],
    }


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


def _person(name: str | None, people: Vocabulary) -> Value:
    """Give a person the name that all their spellings share."""
    found = people.resolve(name) if name and people.entries else ()
    return found[0].key if len(found) == 1 else name


def _signed(document: Document) -> Value:
    return document.signed.text if isinstance(document.signed, PartialDate) else document.signed


def _meeting_row(entry: Entry, vocabularies: Vocabularies) -> Row:
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
        meeting.host_event,
        meeting.venue.name,
        meeting.venue.city,
        meeting.venue.country,
        int(meeting.draft),
        f" {fold(' · '.join(_texts(meeting)))} {' '.join(_names(meeting, vocabularies))} ",
    )


def _texts(meeting: Meeting) -> Iterator[str]:
    """Yield the texts of a record that free words search."""
    yield meeting.title
    yield from filter(None, (meeting.summary, meeting.host_event, meeting.venue.name, meeting.venue.city))
    for participant in meeting.participants:
        yield from filter(None, (participant.name, participant.role, participant.institution))
    for topic in meeting.topics:
        yield from filter(None, (topic.note,))
    for document in meeting.documents:
        yield from filter(None, (document.title,))
    yield from (commitment.text for commitment in meeting.commitments)
    for source in meeting.sources:
        yield from filter(None, (source.title, source.publisher, source.author, source.url))


def _names(meeting: Meeting, vocabularies: Vocabularies) -> Iterator[str]:
    """Yield the names, in every language and folded, of a record's countries, organisations, topics and people."""
    for key in filter(None, (*meeting.countries, meeting.venue.country)):
        yield _folded_names(vocabularies.countries, key)
    for key in meeting.organizations:
        yield _folded_names(vocabularies.organizations, key)
    for key in meeting.topic_slugs:
        yield _folded_names(vocabularies.topics, key)
    for name in filter(None, (_person(each.name, vocabularies.people) for each in meeting.participants)):
        if name in vocabularies.people:
            yield _folded_names(vocabularies.people, str(name))


@lru_cache(maxsize=4096)
def _folded_names(vocabulary: Vocabulary, key: str) -> str:
    return " ".join(fold(name) for _, _, name in vocabulary[key].names())
