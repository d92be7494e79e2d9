"""What comes: planned meetings, promised next meetings, commitments that are due, documents that expire, by the day."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coopdb.query.identifiers import DatedMeeting, identifiers
from coopdb.query.selection import Selection
from coopdb.record.dates import PartialDate
from coopdb.report.commitments import CommitmentLine, commitment_entry, commitment_lines, hashed
from coopdb.report.days import date_of
from coopdb.report.documents import DocumentLine, document_lines
from coopdb.report.ledger import CalendarEntry, Ledger, LedgerColumn, LedgerForm, dated, make_table
from coopdb.report.meetings import MeetingFacts, all_meetings, unfulfilled
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

# Every meeting, as its file names and dates it, and the first day that it was meant for.
_DATED = """
SELECT path, id, meetings.date, COALESCE(first.date, '') FROM meetings
LEFT JOIN (SELECT meeting, date, MIN(rowid) FROM previous_dates GROUP BY meeting) AS first
  ON first.meeting = meetings.meeting
"""
_KINDS = ("meeting", "next-meeting", "commitment", "document")


class AgendaLine(NamedTuple):
    """Something that is to come, on a day that may be known only roughly, and what a calendar shows of it."""

    date: str
    what: str
    record: str
    text: str
    parties: tuple[str, ...]
    entry: CalendarEntry


_COLUMNS = (
    LedgerColumn("date", lambda line, _: line.date, "date"),
    LedgerColumn("what", lambda line, wording: wording.value("agenda", line.what), "label"),
    LedgerColumn("text", lambda line, _: line.text),
    LedgerColumn("parties", lambda line, wording: tuple(map(wording.party, line.parties)), rank=1),
    LedgerColumn("record", lambda line, _: line.record, "code"),
)


def _item(line: AgendaLine) -> dict[str, object]:
    return {
        **dated("date", line.date),
        "what": line.what,
        "record": line.record,
        "text": line.text,
        "parties": [*line.parties],
    }


_FORM = LedgerForm("agenda", _COLUMNS, _item)


def agenda(star: Star, selection: Selection, wording: Wording) -> Ledger:
    """List what comes on the day of the star or later, in order of days."""
    lines = sorted(agenda_lines(star, selection, wording), key=_order)
    table = make_table(_FORM, lines, star, selection, wording, {})
    return Ledger(table, star.day, tuple(each.entry for each in lines))


def agenda_lines(star: Star, selection: Selection, wording: Wording) -> Iterator[AgendaLine]:
    """Yield what comes, in no order."""
    yield from coming_meetings(star, all_meetings(star, selection), wording)
    for line in commitment_lines(star, selection, "promise.due IS NOT NULL"):
        if line.due and not line.is_closed and not line.is_overdue:
            yield _commitment(line, line.due, wording)
    for paper in document_lines(star, selection, "paper.expires IS NOT NULL"):
        if paper.expires and paper.expires_after(star.day):
            yield _document(paper, paper.expires, wording._replace(is_machine=False))


def coming_meetings(star: Star, meetings: Sequence[MeetingFacts], wording: Wording) -> Iterator[AgendaLine]:
    """Yield the meetings that are planned, and those that are promised."""
    coming = [each for each in meetings if not each.is_held and each.is_selected and each.latest >= star.day]
    uids = _uids(star, coming)
    yield from (_meeting(each, uids[each.path]) for each in coming)
    for each, day in unfulfilled(meetings):
        if day.latest.isoformat() >= star.day:
            yield _next_meeting(each, day, wording._replace(is_machine=False))


def _order(line: AgendaLine) -> tuple[object, ...]:
    day = date_of(line.date)
    return day.earliest, day.latest, _KINDS.index(line.what), line.record, line.text, line.parties, line.entry.uid


def _meeting(each: MeetingFacts, uid: str) -> AgendaLine:
    is_certain = date_of(each.date).is_whole_day
    entry = CalendarEntry(uid, each.earliest, each.latest, each.title, each.id, is_certain)
    return AgendaLine(each.date, "meeting", each.id, each.title, each.parties, entry)


def _next_meeting(each: MeetingFacts, day: PartialDate, wording: Wording) -> AgendaLine:
    who = each.series or wording.parties(each.parties)
    text = wording.say("agenda.next", who=who)
    first, last = day.earliest.isoformat(), day.latest.isoformat()
    entry = CalendarEntry(f"{each.id}#next-meeting", first, last, text, each.id, is_certain=False)
    return AgendaLine(day.text, "next-meeting", each.id, text, each.parties, entry)


def _commitment(line: CommitmentLine, due: str, wording: Wording) -> AgendaLine:
    entry = commitment_entry(line, wording)
    return AgendaLine(due, "commitment", line.record, line.text, line.parties, entry)


def _document(line: DocumentLine, expires: str, wording: Wording) -> AgendaLine:
    day, name = date_of(expires), line.name(wording)
    uid = f"{line.record}#{line.key or hashed(f'{line.kind} {line.title}')}"
    first, last = day.earliest.isoformat(), day.latest.isoformat()
    entry = CalendarEntry(uid, first, last, wording.say("agenda.expires", name=name), line.record, day.is_whole_day)
    return AgendaLine(expires, "document", line.record, name, line.parties, entry)


def _uids(star: Star, coming: Iterable[MeetingFacts]) -> dict[str, str]:
    """Return the identifiers that exported calendars have too, by path."""
    if not (paths := {each.path for each in coming}):
        return {}
    found = identifiers(DatedMeeting(*row) for row in star.connection.execute(_DATED))
    return {path: uid for path, uid in found.items() if path in paths}
