"""What became of what was agreed, as of a day: computed, never stored."""

from datetime import date
from typing import NamedTuple

from coopdb.record.model import Commitment, Update
from coopdb.record.values import CommitmentStatus

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
