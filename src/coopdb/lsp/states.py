"""What an editor tells of the state of a commitment or a document, as of today."""

from collections.abc import Iterable, Iterator
from datetime import date

from coopdb.lsp.session import OpenDocument
from coopdb.record.states import commitment_state, document_state, replaced, speaks
from coopdb.store.files.records import RecordFile, record_id


def commitment(document: OpenDocument, number: int) -> Iterator[str]:
    """Tell how far a commitment is today."""
    entry = document.entry
    meeting = entry.reading.meeting
    if meeting is None or entry.reading.faults or number >= len(meeting.commitments):
        return
    found, today = meeting.commitments[number], document.kept.scope.today
    state = commitment_state(found, today, _closed(document, found.closed_by))
    since = f" since {state.updated}" if state.updated else ""
    notes = (" (of no day)" if state.is_undated else "", ", overdue" if state.is_overdue else "")
    yield f"{state.status}{since}{''.join(notes)}, as of {today}"
    yield from (f"{each.date.text}  {each.status or ''}  {each.note or ''}".rstrip() for each in found.updates)


def _closed(document: OpenDocument, target: str | None) -> date | None:
    """Return the last possible day of the record that closes a commitment, once it was held."""
    paths = (each.outline.path for each in document.kept.summaries if target and each.record_id == record_id(target))
    found: Iterable[RecordFile] = map(document.kept.entry, paths)
    held = (each.meeting for each in found if each.is_sound and each.meeting.status == "held")
    return next(((each.end_date or each.date).latest for each in held), None)


def agreed_document(document: OpenDocument, number: int) -> Iterator[str]:
    """Tell the state of a document today, once its meeting is held."""
    entry, today = document.entry, document.kept.scope.today
    meeting = entry.reading.meeting
    if meeting is None or entry.reading.faults or number >= len(meeting.documents) or not speaks(meeting, today):
        return
    found = meeting.documents[number]
    by = _replacing(document, f"{entry.id}#{found.key}", today) if found.key else ""
    state = document_state(found, today, is_replaced=bool(by))
    yield f"{state}{f' by {by}' if state == 'replaced' else ''}, as of {today}"


def _replacing(document: OpenDocument, target: str, today: date) -> str:
    """Return the id of the record whose document has replaced one by today; "" where there is none."""
    paths = (each.outline.path for each in document.kept.summaries if target in each.targets)
    found: Iterable[RecordFile] = map(document.kept.entry, paths)
    return replaced(((each.id, each.meeting) for each in found if each.is_sound), today).get(target, "")
