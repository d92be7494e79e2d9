"""The ledger of commitments: what was promised, by whom, until when, and what became of it by a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from coopdb.query.selection import Selection
from coopdb.query.table import LazyElements
from coopdb.query.units import UNITS
from coopdb.report.days import date_of
from coopdb.report.ledger import CalendarEntry, Ledger, LedgerColumn, LedgerForm, dated, make_table, split
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_CLOSED = ("done", "dropped")
# Own topics, else those of the meeting.
_SQL = """
SELECT promise.commitment, meetings.id, meetings.date, promise.key, promise.text, promise.owner, promise.due,
  promise.state, promise.told, promise.closed,
  promise.is_undated,
  (SELECT GROUP_CONCAT(party) FROM parties WHERE parties.meeting = meetings.meeting),
  COALESCE(
    (SELECT GROUP_CONCAT(DISTINCT topic) FROM commitment_topics AS own
      WHERE own.meeting = meetings.meeting AND own.commitment = promise.commitment),
    (SELECT GROUP_CONCAT(DISTINCT topic) FROM topics WHERE topics.meeting = meetings.meeting))
FROM commitments AS promise JOIN meetings ON meetings.meeting = promise.meeting
WHERE ({only}) AND promise.state IS NOT NULL AND promise.commitment IN (SELECT item FROM ({items}))
"""


class CommitmentLine(NamedTuple):
    """A commitment as of a day; `updated` is the date of the update that tells its state, if one does.

    `closing` is that date, or that of the record that closes it. `place` is the file of the record, # and its number
    there. It is undated where the record says that it is not open any more, and of no day.
    """

    place: str
    record: str
    date: str
    key: str | None
    text: str
    owner: str | None
    due: str | None
    state: str
    updated: str | None
    closing: str | None
    is_undated: bool
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    is_overdue: bool

    @property
    def id(self) -> str | None:
        """What names it for good, where it has a key."""
        return f"{self.record}#{self.key}" if self.key else None

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing remains to be done."""
        return self.state in _CLOSED


class CommitmentOptions(NamedTuple):
    """Which commitments of those that the filters take are listed: all, or the open, the overdue, those due before."""

    is_all: bool = False
    is_overdue: bool = False
    due_before: date | None = None

    def take(self, line: CommitmentLine) -> bool:
        """Tell whether a commitment is listed."""
        if self.due_before and not (line.due and date_of(line.due).latest < self.due_before):
            return False
        return line.is_overdue if self.is_overdue else self.is_all or not line.is_closed


DEFAULTS = CommitmentOptions()


def _state(line: CommitmentLine, wording: Wording) -> str:
    """Word a state; whether it is overdue or undated is a column of its own for machines."""
    word = wording.value("state", line.state)
    if wording.is_machine:
        return word
    if line.is_overdue:
        return wording.say("commitments.overdue", state=word)
    return wording.say("commitments.undated", state=word) if line.is_undated else word


_COLUMNS = (
    LedgerColumn("id", lambda line, _: line.id, "code", is_for_machines=True),
    LedgerColumn("due", lambda line, _: line.due, "date"),
    LedgerColumn("owner", lambda line, wording: line.owner and wording.party(line.owner), "label"),
    LedgerColumn("text", lambda line, _: line.text),
    LedgerColumn("state", _state, "label"),
    LedgerColumn("record", lambda line, _: line.record, "code"),
    LedgerColumn("date", lambda line, _: line.date, "date", is_for_machines=True),
    LedgerColumn("overdue", lambda line, _: int(line.is_overdue), "count", is_for_machines=True),
    LedgerColumn("undated", lambda line, _: int(line.is_undated), "count", is_for_machines=True),
    LedgerColumn("updated", lambda line, _: line.updated, "date", is_for_machines=True),
    LedgerColumn("parties", lambda line, wording: tuple(map(wording.party, line.parties)), is_for_machines=True),
    LedgerColumn("topics", lambda line, wording: tuple(map(wording.topic, line.topics)), is_for_machines=True),
)


def _item(line: CommitmentLine) -> dict[str, object]:
    return {
        "id": line.id,
        "record": line.record,
        **dated("date", line.date),
        "text": line.text,
        "owner": line.owner,
        **dated("due", line.due),
        "state": line.state,
        "overdue": line.is_overdue,
        "undated": line.is_undated,
        **dated("updated", line.updated),
        "parties": [*line.parties],
        "topics": [*line.topics],
    }


_FORM = LedgerForm("commitments", _COLUMNS, _item)


def commitments(star: Star, selection: Selection, wording: Wording, options: CommitmentOptions = DEFAULTS) -> Ledger:
    """List commitments of held meetings as of the day of the star: the overdue first, then by the day they are due."""
    lines = [line for line in sorted(commitment_lines(star, selection), key=commitment_order) if options.take(line)]
    table = make_table(_FORM, lines, star, selection, wording, _asked(options), _notes(options, wording))
    is_to_do = [line for line in lines if line.due and not line.is_closed]
    return Ledger(table, star.day, LazyElements(partial(commitment_entry, wording=wording), is_to_do))


def commitment_lines(star: Star, selection: Selection, only: str = "1 = 1") -> Iterator[CommitmentLine]:
    """Yield the commitments of held meetings, in no order; filters on own values choose among them.

    `only` is a condition on `meetings` and on `promise`, for those that a report has no use for.
    """
    query, parameters = UNITS["commitments"].items(selection, {})
    for *plain, undated, parties, topics in star.connection.execute(_SQL.format(items=query, only=only), parameters):
        line = CommitmentLine._make((*plain, bool(undated), split(parties), split(topics), False))
        yield line._replace(is_overdue=_is_overdue(line, star.day))


def _is_overdue(line: CommitmentLine, day: str) -> bool:
    return bool(line.due) and not line.is_closed and date_of(line.due).latest.isoformat() < day


def commitment_order(line: CommitmentLine) -> tuple[Any, ...]:
    """Put the overdue first, then what is open, by the day it is due, and what is not due on a day after that."""
    due = date_of(line.due).latest.isoformat() if line.due else "~"
    path, _, number = line.place.rpartition("#")
    return not line.is_overdue, line.is_closed, due, date_of(line.date).earliest, path, int(number)


def _asked(options: CommitmentOptions) -> Mapping[str, object]:
    before = options.due_before and options.due_before.isoformat()
    return {"all": options.is_all, "overdue": options.is_overdue, "due-before": before}


def _notes(options: CommitmentOptions, wording: Wording) -> Iterator[str]:
    if options.is_overdue:
        yield wording.say("commitments.only-overdue")
    elif not options.is_all:
        yield wording.say("commitments.only-open")
    if options.due_before:
        yield wording.say("commitments.due-before", day=wording.day(options.due_before.isoformat()))


def hashed(text: str) -> str:
    """Return what stands for a text where it has no key."""
    from hashlib import sha256  # few have none

    return sha256(text.encode()).hexdigest()[:16]


def commitment_entry(line: CommitmentLine, wording: Wording) -> CalendarEntry:
    """Make an open commitment that is due on a day something to do; without a key, text and record identify it."""
    due = date_of(line.due)
    name = line.key or hashed(line.text)
    owner = f"{wording.party(line.owner)}: " if line.owner else ""
    return CalendarEntry(
        uid=f"{line.record}#{name}",
        first=due.earliest.isoformat(),
        last=due.latest.isoformat(),
        summary=owner + line.text,
        description=line.record,
        is_certain=due.is_whole_day,
        progress="in-progress" if line.state == "in-progress" else "open",
    )
