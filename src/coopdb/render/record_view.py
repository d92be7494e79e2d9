"""What is shown of a record for reading: a title, lines of facts, and sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from coopdb.record.dates import PartialDate
from coopdb.record.fields import record_fields
from coopdb.record.model import Commitment, Document, Meeting, Participant, Source, Update
from coopdb.record.states import commitment_state, document_state, speaks
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class RecordView:
    """What the renderers of this room take: a sound record, and the vocabularies that give words for its keys.

    `on` is the day as of which it is shown, `closing` the last possible days of held records, by id, and `replaced` the
    documents that are by then, as `ID#key`, with the id of the record that does it. `note` is said below, if anything.
    """

    entry: RecordFile
    vocabularies: Vocabularies
    on: date = date.max
    closing: Mapping[str, date] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordSection:
    """A heading, and items of one line or more; the first line of an item is its heading."""

    heading: str
    items: tuple[tuple[str, ...], ...]


def facts(sheet: RecordView) -> Iterator[tuple[str, str]]:
    """Yield what the record says in a word or two."""
    meeting = sheet.entry.meeting
    yield "when", _when(meeting)
    if place := _where(meeting, sheet.vocabularies):
        yield "where", place
    yield from _labelled(meeting, is_list=False)
    yield "what", " · ".join(filter(None, (meeting.kind, meeting.level, meeting.mode)))
    if meeting.status != "held" or meeting.draft:
        yield "status", meeting.status + (", a draft not yet reviewed" if meeting.draft else "")
    yield from _labelled(meeting, is_list=True)
    if meeting.told_by != "not-said":
        yield "told by", meeting.told_by.replace("-", " ")
    yield "file", sheet.entry.path


def _labelled(meeting: Meeting, *, is_list: bool) -> Iterator[tuple[str, str]]:
    """Yield what the keys say that have a label, those of lists or the others."""
    for each in record_fields()[""]:
        if each.label and each.is_list == is_list and (value := getattr(meeting, each.key)):
            yield each.label, ", ".join(map(_word, value if is_list else (value,)))


def _word(value: object) -> str:
    return _date(value) if isinstance(value, PartialDate) else str(value)


def sections(sheet: RecordView) -> Iterator[RecordSection]:
    """Yield the sections that have something in them."""
    meeting, words = sheet.entry.meeting, sheet.vocabularies
    every = (
        RecordSection("parties", tuple(_party(meeting, party, words) for party in meeting.parties)),
        RecordSection("topics", tuple(_topics(meeting, words))),
        RecordSection("documents", tuple(_document(each, sheet) for each in meeting.documents)),
        RecordSection("commitments", tuple(_commitment(each, sheet) for each in meeting.commitments)),
        RecordSection("sources", tuple(_source(each, words) for each in meeting.sources)),
    )
    return (section for section in every if section.items)


def _when(meeting: Meeting) -> str:
    days = _date(meeting.date) + (f" to {_date(meeting.end_date)}" if meeting.end_date else "")
    moved = ", ".join(_date(each) for each in meeting.previous_dates)
    return f"{days} (before: {moved})" if moved else days


def _date(date: PartialDate) -> str:
    return f"about {date.bare}" if date.is_about else date.text


def _where(meeting: Meeting, words: Vocabularies) -> str:
    country = meeting.venue.country
    return ", ".join(filter(None, (meeting.venue.name, meeting.venue.city, country and words.countries.label(country))))


def _party_label(party: str, words: Vocabularies) -> str:
    """Name a party, with its code when it is a country."""
    is_country = party in words.countries
    return f"{words.countries.label(party)} ({party})" if is_country else words.organizations.label(party)


def _party(meeting: Meeting, party: str, words: Vocabularies) -> tuple[str, ...]:
    people = (_person(each) for each in meeting.participants if each.party == party)
    return (_party_label(party, words), *filter(None, people))


def _person(participant: Participant) -> str:
    words = ", ".join(filter(None, (participant.name, participant.role, participant.institution)))
    return f"{words} ({participant.capacity})" if participant.capacity else words


def _topics(meeting: Meeting, words: Vocabularies) -> Iterator[tuple[str, ...]]:
    for each in meeting.topics:
        heading = f"{words.topics.label(each.topic)} – {each.stage}"
        yield (heading, each.note) if each.note else (heading,)


def _document(document: Document, sheet: RecordView) -> tuple[str, ...]:
    binding = {True: "binding", False: "not binding", None: ""}[document.binding]
    details = ", ".join(filter(None, (*_days(document), *_state_of(document, sheet), binding, *document.topics)))
    heading = f"{document.kind}: {document.title}" if document.title else document.kind
    signatories = f"signed by {', '.join(document.signatories)}" if document.signatories else ""
    replaces = f"replaces {document.replaces}" if document.replaces else ""
    return tuple(filter(None, (_keyed(heading, document.key), details, signatories, replaces, document.url)))


def _days(document: Document) -> Iterator[str]:
    """Yield the days of a document, each with what it is of."""
    signed = {True: "signed", False: "not signed"}.get(document.signed) if isinstance(document.signed, bool) else ""
    yield signed or (f"signed {_date(document.signed)}" if isinstance(document.signed, PartialDate) else "")
    named = {"in force from": document.in_force, "expires": document.expires, "ended": document.ended}
    yield from (f"{name} {_date(day)}" for name, day in named.items() if day)
    yield f"renewal {document.renewal}" if document.renewal else ""


def _state_of(document: Document, sheet: RecordView) -> Iterator[str]:
    """Yield the state of a document, and as of which day, where that makes a difference."""
    by = sheet.replaced.get(f"{sheet.entry.id}#{document.key}")
    is_dated = by or document.in_force or document.expires or document.ended
    if is_dated and sheet.on != date.max and speaks(sheet.entry.meeting, sheet.on):
        state = document_state(document, sheet.on, is_replaced=by is not None)
        yield f"replaced by {by}" if state == "replaced" else state
        yield f"as of {sheet.on.isoformat()}"


def _commitment(commitment: Commitment, sheet: RecordView) -> tuple[str, ...]:
    owner = commitment.owner and _party_label(commitment.owner, sheet.vocabularies)
    due = f"due {_date(commitment.due)}" if commitment.due else ""
    closed = f"closed by {commitment.closed_by}" if commitment.closed_by else ""
    details = ", ".join(filter(None, (owner, due, _state(commitment, sheet), closed, *commitment.topics)))
    updates = map(_update, commitment.updates)
    return tuple(filter(None, (_keyed(commitment.text, commitment.key), details, *updates, commitment.evidence)))


def _state(commitment: Commitment, sheet: RecordView) -> str:
    """Say how far a commitment of a meeting held by then is; as of which day, where that makes a difference."""
    if not speaks(sheet.entry.meeting, sheet.on):
        return ""
    state = commitment_state(commitment, sheet.on, sheet.closing.get(commitment.closed_by or ""))
    is_dated = commitment.due or commitment.updates or commitment.closed_by
    words = (
        "OVERDUE" if state.is_overdue else "",
        state.status + (f" since {state.updated}" if state.updated else ""),
        "undated" if state.is_undated else "",
        f"as of {sheet.on.isoformat()}" if is_dated and sheet.on != date.max else "",
    )
    return ", ".join(filter(None, words))


def _update(update: Update) -> str:
    """Put what became of a commitment on a line."""
    told = " – ".join(filter(None, (update.status, update.note)))
    source = ", ".join(filter(None, (update.record, update.url)))
    said = " ".join(filter(None, (told, f"({source})" if source else "")))
    return f"{_date(update.date)}: {said}" if said else _date(update.date)


def _keyed(text: str, key: str | None) -> str:
    return f"{text} (#{key})" if key else text


def _source(source: Source, words: Vocabularies) -> tuple[str, ...]:
    side = f"of {_party_label(source.party, words)}" if source.party else ""
    published = _date(source.published) if source.published else ""
    by = ", ".join(filter(None, (source.publisher, source.author, side, published, source.language, source.kind)))
    return tuple(filter(None, (source.title, by, source.url, source.archive)))
