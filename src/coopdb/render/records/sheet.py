"""What is shown of a record for reading: a title, lines of facts, and sections."""

from collections.abc import Iterator
from dataclasses import dataclass

from coopdb.record.dates import PartialDate
from coopdb.record.model import Commitment, Document, Meeting, Participant, Source
from coopdb.store.records import Entry
from coopdb.vocabulary import countries, organizations, topics


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and items of one line or more; the first line of an item is its heading."""

    heading: str
    items: tuple[tuple[str, ...], ...]


def facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what the record says in a word or two."""
    meeting = entry.meeting
    yield "when", _when(meeting)
    if place := _where(meeting):
        yield "where", place
    if meeting.host_event:
        yield "in the margins of", meeting.host_event
    yield "what", " · ".join(filter(None, (meeting.kind, meeting.level, meeting.mode)))
    if meeting.status != "held" or meeting.draft:
        yield "status", meeting.status + (", a draft not yet reviewed" if meeting.draft else "")
    if meeting.follows:
        yield "follows", ", ".join(meeting.follows)
    if meeting.related:
        yield "related", ", ".join(meeting.related)
    yield "file", entry.path


def sections(meeting: Meeting) -> Iterator[Section]:
    """Yield the sections that have something in them."""
    every = (
        Section("parties", tuple(_party(meeting, party) for party in meeting.parties)),
        Section("topics", tuple(_topics(meeting))),
        Section("documents", tuple(_document(each) for each in meeting.documents)),
        Section("commitments", tuple(_commitment(each) for each in meeting.commitments)),
        Section("sources", tuple(_source(each) for each in meeting.sources)),
    )
    return (section for section in every if section.items)


def _when(meeting: Meeting) -> str:
    days = _date(meeting.date) + (f" to {_date(meeting.end_date)}" if meeting.end_date else "")
    moved = ", ".join(_date(each) for each in meeting.previous_dates)
    return f"{days} (before: {moved})" if moved else days


def _date(date: PartialDate) -> str:
    return f"about {date.bare}" if date.is_about else date.text


def _where(meeting: Meeting) -> str:
    country = meeting.venue.country
    return ", ".join(filter(None, (meeting.venue.name, meeting.venue.city, country and countries().label(country))))


def party_label(party: str) -> str:
    """Name a party, with its code when it is a country."""
    return f"{countries().label(party)} ({party})" if party in countries() else organizations().label(party)


def _party(meeting: Meeting, party: str) -> tuple[str, ...]:
    people = (_person(each) for each in meeting.participants if each.party == party)
    return (party_label(party), *filter(None, people))


def _person(participant: Participant) -> str:
    words = ", ".join(filter(None, (participant.name, participant.role, participant.institution)))
    return f"{words} ({participant.capacity})" if participant.capacity else words


def _topics(meeting: Meeting) -> Iterator[tuple[str, ...]]:
    for each in meeting.topics:
        heading = f"{topics().label(each.topic)} – {each.stage}"
        yield (heading, each.note) if each.note else (heading,)


def _document(document: Document) -> tuple[str, ...]:
    signed = document.signed
    when = f"signed {_date(signed)}" if isinstance(signed, PartialDate) else {True: "signed", False: "not signed"}
    state = when if isinstance(when, str) else when.get(signed, "") if isinstance(signed, bool) else ""
    binding = {True: "binding", False: "not binding", None: ""}[document.binding]
    details = ", ".join(filter(None, (state, binding, *document.topics)))
    heading = f"{document.kind}: {document.title}" if document.title else document.kind
    return tuple(filter(None, (heading, details, document.url)))


def _commitment(commitment: Commitment) -> tuple[str, ...]:
    owner = commitment.owner and party_label(commitment.owner)
    due = f"due {_date(commitment.due)}" if commitment.due else ""
    closed = f"closed by {commitment.closed_by}" if commitment.closed_by else ""
    details = ", ".join(filter(None, (owner, due, commitment.status, closed, *commitment.topics)))
    return tuple(filter(None, (commitment.text, details, commitment.evidence)))


def _source(source: Source) -> tuple[str, ...]:
    published = _date(source.published) if source.published else ""
    by = ", ".join(filter(None, (source.publisher, source.author, published, source.language, source.kind)))
    return tuple(filter(None, (source.title, by, source.url, source.archive)))
