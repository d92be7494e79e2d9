"""What is owed and what binds: open commitments by their owner, and documents with the day they expire."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coopdb.query.selection import Selection
from coopdb.report.commitments import CommitmentLine, commitment_lines, commitment_order
from coopdb.report.documents import DocumentLine, document_lines, document_order
from coopdb.report.parties import Subject
from coopdb.report.report import ReportItem, at_ends
from coopdb.report.wording import Wording, sentence
from coopdb.store.star.engine import Star

_MOST_OWED, _MOST_OWNED, _MOST_DOCUMENTS = 5, 2, 5  # promises, those of an owner, and documents
_PLAIN = ("signed", "unknown")  # states that the day of signature tells, or nothing does
_STATES = ("expiring", "in-force", "signed", "unknown", "unsigned", "expired")  # those that are over are left out


def owed_items(star: Star, selection: Selection, wording: Wording, subject: Subject) -> Iterator[ReportItem]:
    """Yield what each side owes, the one at home first, the overdue first; then how much is done, or dropped.

    What was promised where others met with them comes after the rest, and what only others owe is counted.
    """
    every = sorted(
        commitment_lines(star, selection), key=lambda each: (not subject.is_all(each.parties), *commitment_order(each))
    )
    still = sorted((each for each in every if not each.is_closed), key=lambda each: _owner_order(each, subject))
    more, room = list[CommitmentLine](), _MOST_OWED
    for owner, owned in groupby(still, key=lambda each: each.owner):
        own = [*owned]
        most = min(_MOST_OWNED, room) if subject.is_about(owner) else 0
        room -= len(own[:most])
        yield from (owed_item(each, wording, _heading(each, subject, wording)) for each in own[:most])
        more += own[most:]
    if more:
        yield _besides("brief.more-owed", more, wording)
    if closed := [each for each in every if each.is_closed]:
        yield _besides("brief.closed", closed, wording)


def _besides(key: str, lines: Sequence[CommitmentLine], wording: Wording) -> ReportItem:
    """Say how many more commitments there are."""
    text = wording.counted(key, len(lines))
    return ReportItem(text, at_ends(each.record for each in lines), wording.say("brief.besides"))


def owed_item(each: CommitmentLine, wording: Wording, heading: str = "") -> ReportItem:
    """Say what is to be done, until when, and how it stands."""
    due = wording.say("brief.due", day=wording.day(each.due)) if each.due else wording.say("brief.no-due")
    state = wording.say("brief.overdue") if each.is_overdue else wording.value("state", each.state)
    text = wording.say("brief.owed-line", text=each.text, due=due, state=state)
    fields = {"id": each.id, "owner": each.owner, "due": each.due, "state": each.state, "overdue": each.is_overdue}
    return ReportItem(text, (each.record,), heading, fields)


def _owner_order(each: CommitmentLine, subject: Subject) -> tuple[bool, bool, int, str]:
    """Put the one at home first, then the other parties of the brief, then others, and nobody last."""
    place = subject.parties.index(each.owner) if each.owner in subject.parties else len(subject.parties)
    return not each.owner, each.owner != subject.home, place, each.owner or ""


def _heading(each: CommitmentLine, subject: Subject, wording: Wording) -> str:
    return subject.name(each.owner, wording) if each.owner else wording.say("brief.nobody")


def document_items(star: Star, selection: Selection, wording: Wording, subject: Subject) -> Iterator[ReportItem]:
    """Yield what binds or is to bind them, what expires soon first, and how many more there are.

    Documents of meetings of just them come before those of meetings with others, who may be the ones bound by them.
    """
    found = sorted(document_lines(star, selection), key=document_order, reverse=True)
    shown = sorted(
        (each for each in found if each.state in _STATES),
        key=lambda each: (not subject.is_all(each.parties), _STATES.index(each.state)),
    )
    yield from (document_item(each, wording, subject) for each in shown[:_MOST_DOCUMENTS])
    if more := shown[_MOST_DOCUMENTS:]:
        yield ReportItem(wording.counted("brief.more-documents", len(more)), at_ends(each.record for each in more))


def document_item(each: DocumentLine, wording: Wording, subject: Subject | None = None) -> ReportItem:
    """Name a document, and say when it was signed, else when they met, its state, and when it expires."""
    parts = (
        each.title and wording.value("document", each.kind),
        _day_of(each, wording, subject),
        None if each.state in _PLAIN else wording.value("document-state", each.state),
        each.expires and wording.dated(_expiry(each), each.expires),
    )
    told = wording.say("meeting.comma").join(filter(None, parts))
    name = sentence(each.name(wording))
    text = wording.say("brief.document", name=name, parts=told) if told else name
    fields = {"id": each.id, "kind": each.kind, "title": each.title, "state": each.state, "expires": each.expires}
    return ReportItem(text, (each.record,), fields=fields)


def _day_of(each: DocumentLine, wording: Wording, subject: Subject | None) -> str:
    """Say when a document was signed; for a `subject`, else at which meeting, and whether others were there."""
    if each.signed_on:
        return wording.say("brief.signed", day=wording.day(each.signed_on))
    if subject is None:
        return ""
    return wording.dated("brief.at" if subject.is_all(each.parties) else "brief.at-with-others", each.date)


def _expiry(each: DocumentLine) -> str:
    return "brief.expires-again" if each.renewal == "automatic" else "brief.expires"
