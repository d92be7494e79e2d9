"""What happened since a day: meetings, topics that advanced, documents, commitments made, closed and overdue."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from coopdb.query.selection import Selection
from coopdb.report.brief_debts import document_item, owed_item
from coopdb.report.commitments import CommitmentLine, commitment_lines, commitment_order, hashed
from coopdb.report.days import date_of, may_be_since
from coopdb.report.documents import DocumentLine, document_lines, document_order
from coopdb.report.ledger import document
from coopdb.report.meetings import MeetingFacts, all_meetings
from coopdb.report.note_words import edition_words
from coopdb.report.progress import track_item
from coopdb.report.report import Report, ReportItem, ReportSection, cited, in_json
from coopdb.report.sources import sources_section
from coopdb.report.tracks import Track, tracks
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star


def digest(star: Star, selection: Selection, wording: Wording, since: str) -> Report:
    """Tell what happened from `since`, a day, to the day of the star; what of uncertain day may have, is told too."""
    sections = tuple(_sections(star, selection, wording, since))
    sections = (*sections, sources_section(star, cited(sections), wording))
    return Report(
        title=wording.say("digest.title"),
        subtitle=wording.say("digest.on", since=wording.day(since), day=wording.day(star.day)),
        day=star.day,
        language=wording.language,
        sections=sections,
        footer=edition_words(star, wording),
        document=document("digest", star.day, selection, {"since": since}, sections=in_json(sections)),
    )


def _sections(star: Star, selection: Selection, wording: Wording, since: str) -> Iterator[ReportSection]:
    every = all_meetings(star, selection)
    new = [each for each in every if each.is_held and each.is_selected and each.latest >= since]
    fresh = {each.id for each in new}
    promises = sorted(commitment_lines(star, selection, _recent(since, "closed", "due")), key=commitment_order)
    papers = sorted(document_lines(star, selection, _recent(since, "signed")), key=document_order, reverse=True)
    found = {
        "meetings": [_meeting(each, wording) for each in reversed(new)],
        "advanced": [_advance(each, wording) for each in _advanced(star, selection, every, new)],
        "documents": [
            _document(each, wording) for each in papers if _is_since(each.signed_on or each.date, since, star)
        ],
        "made": _by_owner(_owed(each, wording, each.date) for each in promises if each.record in fresh),
        "closed": _by_owner(
            _owed(each, wording, day) for each in promises if (day := _closed_since(each, since, star))
        ),
        "overdue": _by_owner(_owed(each, wording, day) for each in promises if (day := _overdue_since(each, since))),
    }
    for key, items in found.items():
        yield ReportSection(key, wording.say(f"digest.{key}"), tuple(items), wording.say("digest.none"))


def _recent(since: str, *columns: str) -> str:
    """Return the condition that something may have happened since a day: the meeting, or what a column tells."""
    return " OR ".join((f"meetings.latest >= '{since}'", *(may_be_since(column, since) for column in columns)))


def _meeting(each: MeetingFacts, wording: Wording) -> ReportItem:
    text = wording.say("digest.meeting", day=wording.day(each.date), title=each.title)
    fields = {"date": each.date, "title": each.title, "parties": [*each.parties]}
    return ReportItem(text, (each.id,), fields=fields, event=each.id, date=each.date)


def _document(each: DocumentLine, wording: Wording) -> ReportItem:
    """Name a document; without a key, kind, title and record identify it."""
    name = each.id or f"{each.record}#{hashed(f'{each.kind} {each.title}')}"
    return document_item(each, wording)._replace(event=name, date=each.signed_on or each.date)


def _owed(each: CommitmentLine, wording: Wording, day: str) -> ReportItem:
    """Say what became of a commitment on a day; without a key, text and record identify it."""
    item = owed_item(each, wording, wording.party(each.owner) if each.owner else wording.say("brief.nobody"))
    return item._replace(event=each.id or f"{each.record}#{hashed(each.text)}", date=day)


def _by_owner(items: Iterable[ReportItem]) -> list[ReportItem]:
    """Put the items of an owner together, where the first of them is."""
    owned: dict[str, list[ReportItem]] = {}
    for each in items:
        owned.setdefault(each.heading, []).append(each)
    return [each for several in owned.values() for each in several]


def _advanced(
    star: Star, selection: Selection, every: Sequence[MeetingFacts], new: Sequence[MeetingFacts]
) -> Iterator[Track]:
    """Yield the tracks that got further at one of the new meetings than ever before."""
    circles: dict[object, list[MeetingFacts]] = {each.circle: [] for each in new}
    for each in every:
        if each.is_held and each.circle in circles:
            circles[each.circle].append(each)
    numbers = {each.number for each in new}
    for track in sorted(tracks(star, selection, circles), key=lambda track: (sorted(track.parties), track.topic)):
        before = [step.rank for step in track.steps if step.meeting.number not in numbers]
        since = [step.rank for step in track.steps if step.meeting.number in numbers]
        if before and since and max(since) > max(before):
            yield track


def _advance(track: Track, wording: Wording) -> ReportItem:
    """Say the way of a topic; what happened is that it came, for the first time, to where it is at the furthest."""
    furthest = max(track.steps, key=lambda step: step.rank).meeting
    item = track_item(track, wording, wording.parties(sorted(track.parties)))
    return item._replace(event=f"{furthest.id} {track.topic}", date=furthest.date)


def _is_since(date: str, since: str, star: Star) -> bool:
    """Tell whether a date may lie between the two days."""
    day = date_of(date)
    return day.latest.isoformat() >= since and day.earliest.isoformat() <= star.day


def _closed_since(each: CommitmentLine, since: str, star: Star) -> str | None:
    """Return the date of the update that closes a commitment, or of the meeting that does, if it is of the time."""
    closing = each.closing if each.is_closed else None
    return closing if closing and _is_since(closing, since, star) else None


def _overdue_since(each: CommitmentLine, since: str) -> str | None:
    """Return the first day on which a commitment is overdue, if the last on which it was not is of the time."""
    due = date_of(each.due).latest if each.due and each.is_overdue else None
    return (due + timedelta(1)).isoformat() if due and due.isoformat() >= since else None
