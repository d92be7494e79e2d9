"""What is shown of a record for reading, in the words of a language: lines of facts, and sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from coopdb.record.dates import PartialDate
from coopdb.record.fields import RecordField, record_fields
from coopdb.record.model import Commitment, Document, Meeting, Participant, Source, Update
from coopdb.record.states import commitment_state, document_state, speaks
from coopdb.record.values import Language
from coopdb.report.value_names import dimension_name, key_value
from coopdb.report.wording import Wording
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class RecordView:
    """What the renderers of this room take: a sound record, the vocabularies that name its keys, and the language.

    `on` is the day as of which it is shown, `closing` the last possible days of held records, by id, and `replaced` the
    documents that are by then, as `ID#key`, with the id of the record that does it. `note` is said below, if anything.
    """

    entry: RecordFile
    vocabularies: Vocabularies
    on: date = date.max
    closing: Mapping[str, date] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    language: Language = "en"
    note: str = ""

    @property
    def wording(self) -> Wording:
        """The words of the language."""
        return Wording(self.vocabularies, self.language)


@dataclass(frozen=True, slots=True)
class RecordSection:
    """A heading, and items of one line or more; the first line of an item is its heading."""

    heading: str
    items: tuple[tuple[str, ...], ...]


def facts(sheet: RecordView) -> Iterator[tuple[str, str]]:
    """Yield what the record says in a word or two, each with what it is called."""
    meeting, wording = sheet.entry.meeting, sheet.wording
    yield wording.say("show.when"), _when(meeting, wording)
    if place := _where(meeting, wording):
        yield wording.say("show.where"), place
    yield from _named(meeting, wording, is_list=False)
    yield wording.say("show.what"), _what(meeting, wording)
    if meeting.status != "held" or meeting.draft:
        status = wording.value("status", meeting.status)
        yield dimension_name("status", wording), wording.say("show.draft", status=status) if meeting.draft else status
    yield from _named(meeting, wording, is_list=True)
    if meeting.told_by != "not-said":
        yield dimension_name("told-by", wording), wording.value("told-by", meeting.told_by)
    yield wording.say("show.file"), sheet.entry.path


def _named(meeting: Meeting, wording: Wording, *, is_list: bool) -> Iterator[tuple[str, str]]:
    """Yield what the keys say that are facts, those of lists or the others."""
    for each in record_fields()[""]:
        if each.is_fact and each.is_list == is_list and (value := getattr(meeting, each.key)):
            words = (_fact(each, one, wording) for one in (value if is_list else (value,)))
            yield wording.say(f"field.{each.key}"), _together(wording, *words)


def _fact(each: RecordField, value: object, wording: Wording) -> str:
    return key_value(each.kind, value.text if isinstance(value, PartialDate) else value, wording)


def _together(wording: Wording, *words: str | None) -> str:
    """Put what is said on one line, with the comma of the language."""
    return wording.say("meeting.comma").join(filter(None, words))


def sections(sheet: RecordView) -> Iterator[RecordSection]:
    """Yield the sections that have something in them."""
    meeting, wording = sheet.entry.meeting, sheet.wording
    every = {
        "show.parties": (_party(meeting, party, wording) for party in meeting.parties),
        "show.topics": _topics(meeting, wording),
        "documents.title": (_document(each, sheet) for each in meeting.documents),
        "commitments.title": (_commitment(each, sheet) for each in meeting.commitments),
        "sources.title": (_source(each, wording) for each in meeting.sources),
    }
    found = (RecordSection(wording.say(key), tuple(items)) for key, items in every.items())
    return (section for section in found if section.items)


def _when(meeting: Meeting, wording: Wording) -> str:
    days = _day(meeting.date, wording)
    if meeting.end_date:
        days = wording.say("show.days", first=days, last=_day(meeting.end_date, wording))
    moved = _together(wording, *(_day(each, wording) for each in meeting.previous_dates))
    return wording.say("show.before", days=days, earlier=moved) if moved else days


def _day(day: PartialDate, wording: Wording) -> str:
    return wording.day(day.text)


def _where(meeting: Meeting, wording: Wording) -> str:
    venue = meeting.venue
    return _together(wording, venue.name, venue.city, venue.country and wording.party(venue.country))


def _what(meeting: Meeting, wording: Wording) -> str:
    level = meeting.level and wording.value("level", meeting.level)
    return " · ".join(filter(None, (wording.value("kind", meeting.kind), level, wording.value("mode", meeting.mode))))


def _party_label(party: str, wording: Wording) -> str:
    """Name a party, with its code when it is a country."""
    return f"{wording.party(party)} ({party})" if party in wording.vocabularies.countries else wording.party(party)


def _party(meeting: Meeting, party: str, wording: Wording) -> tuple[str, ...]:
    people = (_person(each, wording) for each in meeting.participants if each.party == party)
    return (_party_label(party, wording), *filter(None, people))


def _person(participant: Participant, wording: Wording) -> str:
    words = _together(wording, participant.name, participant.role, participant.institution)
    capacity = participant.capacity and wording.value("capacity", participant.capacity)
    return wording.say("diff.role", what=words, role=capacity) if capacity else words


def _topics(meeting: Meeting, wording: Wording) -> Iterator[tuple[str, ...]]:
    for each in meeting.topics:
        heading = f"{wording.topic(each.topic)} – {wording.value('stage', each.stage)}"
        yield (heading, each.note) if each.note else (heading,)


def _document(document: Document, sheet: RecordView) -> tuple[str, ...]:
    wording = sheet.wording
    kind = wording.value("document", document.kind)
    heading = wording.say("track.topic", topic=kind, way=document.title) if document.title else kind
    binding = {True: wording.say("show.binding"), False: wording.say("show.not-binding"), None: ""}[document.binding]
    topics = map(wording.topic, document.topics)
    details = _together(wording, *_days(document, wording), *_state_of(document, sheet), binding, *topics)
    signed = wording.say("show.signed-by", names=wording.listed(document.signatories)) if document.signatories else ""
    replaces = document.replaces and wording.say("show.replaces", record=document.replaces)
    return tuple(filter(None, (_keyed(heading, document.key), details, signed, replaces, document.url)))


def _days(document: Document, wording: Wording) -> Iterator[str]:
    """Yield the days of a document, each with what it is of."""
    if isinstance(document.signed, PartialDate):
        yield wording.say("brief.signed", day=_day(document.signed, wording))
    elif document.signed is not None:
        yield wording.value("document-state", "signed" if document.signed else "unsigned")
    named = {"show.in-force": document.in_force, "brief.expires": document.expires, "show.ended": document.ended}
    yield from (wording.dated(key, day.text) for key, day in named.items() if day)
    if document.renewal:
        yield wording.say("show.renewal", renewal=wording.value("renewal", document.renewal))


def _state_of(document: Document, sheet: RecordView) -> Iterator[str]:
    """Yield the state of a document, and as of which day, where that makes a difference."""
    wording = sheet.wording
    by = sheet.replaced.get(f"{sheet.entry.id}#{document.key}")
    is_dated = by or document.in_force or document.expires or document.ended
    if is_dated and sheet.on != date.max and speaks(sheet.entry.meeting, sheet.on):
        state = document_state(document, sheet.on, is_replaced=by is not None)
        is_replaced = state == "replaced"
        word = wording.say("show.replaced-by", record=by) if is_replaced else wording.value("document-state", state)
        yield _as_of(sheet, word)


def _as_of(sheet: RecordView, state: str) -> str:
    return sheet.wording.say("show.as-of", state=state, day=sheet.wording.day(sheet.on.isoformat()))


def _commitment(commitment: Commitment, sheet: RecordView) -> tuple[str, ...]:
    wording = sheet.wording
    owner = commitment.owner and _party_label(commitment.owner, wording)
    due = wording.say("brief.due", day=_day(commitment.due, wording)) if commitment.due else ""
    closed = commitment.closed_by and wording.say("show.closed-by", record=commitment.closed_by)
    topics = map(wording.topic, commitment.topics)
    details = _together(wording, owner, due, _state(commitment, sheet), closed, *topics)
    updates = (_update(each, wording) for each in commitment.updates)
    return tuple(filter(None, (_keyed(commitment.text, commitment.key), details, *updates, commitment.evidence)))


def _state(commitment: Commitment, sheet: RecordView) -> str:
    """Say how far a commitment of a meeting held by then is; as of which day, where that makes a difference."""
    if not speaks(sheet.entry.meeting, sheet.on):
        return ""
    wording = sheet.wording
    state = commitment_state(commitment, sheet.on, sheet.closing.get(commitment.closed_by or ""))
    word = wording.value("state", state.status)
    is_dated = commitment.due or commitment.updates or commitment.closed_by
    said = _together(
        wording,
        wording.say("brief.overdue").upper() if state.is_overdue else "",
        wording.dated("show.since", state.updated, state=word) if state.updated else word,
        wording.say("show.undated") if state.is_undated else "",
    )
    return _as_of(sheet, said) if is_dated and sheet.on != date.max else said


def _update(update: Update, wording: Wording) -> str:
    """Put what became of a commitment on a line."""
    told = " – ".join(filter(None, (update.status and wording.value("state", update.status), update.note)))
    source = _together(wording, update.record, update.url)
    said = " ".join(filter(None, (told, f"({source})" if source else "")))
    day = _day(update.date, wording)
    return wording.say("track.topic", topic=day, way=said) if said else day


def _keyed(text: str, key: str | None) -> str:
    return f"{text} (#{key})" if key else text


def _source(source: Source, wording: Wording) -> tuple[str, ...]:
    side = source.party and wording.say("show.side", party=_party_label(source.party, wording))
    published = _day(source.published, wording) if source.published else ""
    kind = source.kind and wording.value("source-kind", source.kind)
    by = _together(wording, source.publisher, source.author, side, published, source.language, kind)
    return tuple(filter(None, (source.title, by, source.url, source.archive)))
