"""What became of what was agreed, as of a day: computed, never stored."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coopdb.record.dates import PartialDate
from coopdb.record.model import Commitment, Document, Meeting, Update
from coopdb.record.values import EXPIRING, CommitmentStatus, DocumentState

_CLOSED = ("done", "dropped")


class CommitmentState(NamedTuple):
    """How far a commitment is: its status, since when, and whether its day is over without it.

    A status `is_undated` where the record says it of no day.
    """

    status: CommitmentStatus
    updated: str = ""
    is_overdue: bool = False
    is_undated: bool = False


def commitment_state(commitment: Commitment, on: date, closed: date | None = None) -> CommitmentState:
    """Tell how far a commitment is on a day; `closed` is the last possible day of the held record that closes it.

    The last update that has a status and whose last possible day is not later speaks (of one day, the later in the
    list), else the record that closes it, else the stored status where there are no updates.
    """
    state = _status(commitment, on, closed)
    is_over = commitment.due is not None and commitment.due.latest < on
    return state._replace(is_overdue=is_over and state.status not in _CLOSED)


def _status(commitment: Commitment, on: date, closed: date | None) -> CommitmentState:
    told = [each for each in commitment.updates if each.status and each.date.latest <= on]
    if told:
        last = max(reversed(told), key=_last_day)
        return CommitmentState(last.status or "open", last.date.text)
    if closed is not None and closed <= on:
        return CommitmentState("done")
    if commitment.updates or commitment.status == "open":
        return CommitmentState("open")
    return CommitmentState(commitment.status, is_undated=True)


def _last_day(update: Update) -> date:
    return update.date.latest


def speaks(meeting: Meeting, on: date) -> bool:
    """Tell whether a meeting is held by a day: what comes out of others has no state yet."""
    return meeting.status == "held" and meeting.date.earliest <= on


def document_state(
    document: Document, on: date, *, is_replaced: bool = False, expiring: int = EXPIRING
) -> DocumentState:
    """Tell the state of a document on a day: the first that holds, a date counting from its last possible day.

    `is_replaced` says whether one that replaces it has come into force by then (`replaced`); it is expiring where it
    expires within that many days.
    """
    if _is_past(document.ended, on):
        return "ended"
    if is_replaced:
        return "replaced"
    if _is_past(document.expires, on) and document.renewal != "automatic":
        return "expired"
    if document.expires and 0 < (document.expires.latest - on).days <= expiring:
        return "expiring"
    return "in-force" if _is_past(document.in_force, on) else _signing(document, on)


def _signing(document: Document, on: date) -> DocumentState:
    """Tell whether a document that is not in force is signed."""
    signed = document.signed
    if signed is False:
        return "unsigned"
    return "signed" if signed is True or (signed and _is_past(signed, on)) else "unknown"


def _is_past(day: PartialDate | None, on: date) -> bool:
    return day is not None and day.latest <= on


def replaced(meetings: Iterable[tuple[str, Meeting]], on: date) -> dict[str, str]:
    """Return the documents that one which has come into force replaces, as `ID#key`, with the id of its record.

    `meetings` are those that may replace, each after its id. What has been replaced once does not come back.
    """
    return {
        each.replaces: record_id
        for record_id, meeting in meetings
        if speaks(meeting, on)
        for each in meeting.documents
        if each.replaces and _is_past(each.in_force, on)
    }
