"""The ledger of documents: what was signed, whether it is in force, and when it expires."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from coopdb.query.selection import Selection
from coopdb.query.units import UNITS
from coopdb.record.values import EXPIRING
from coopdb.report.days import date_of
from coopdb.report.ledger import Ledger, LedgerColumn, LedgerForm, dated, make_table, split
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

# Own topics, else those of the meeting.
_SQL = """
SELECT paper.document, meetings.id, meetings.date, paper.key, paper.kind, paper.title, paper.signed, paper.in_force,
  paper.expires, paper.renewal, paper.state,
  (SELECT GROUP_CONCAT(party) FROM parties WHERE parties.meeting = meetings.meeting),
  COALESCE(
    (SELECT GROUP_CONCAT(DISTINCT topic) FROM document_topics AS own
      WHERE own.meeting = meetings.meeting AND own.document = paper.document),
    (SELECT GROUP_CONCAT(DISTINCT topic) FROM topics WHERE topics.meeting = meetings.meeting))
FROM documents AS paper JOIN meetings ON meetings.meeting = paper.meeting
WHERE ({only}) AND paper.state IS NOT NULL AND paper.document IN (SELECT item FROM ({items}))
"""
_SIGNED = ("true", "false")  # what stands where no day is known
_OVER = ("ended", "replaced", "expired", "unsigned")


class DocumentLine(NamedTuple):
    """A document as of a day; `place` is the file of the record, # and its number there.

    `signed` is a date, or `true` or `false`.
    """

    place: str
    record: str
    date: str
    key: str | None
    kind: str
    title: str | None
    signed: str | None
    in_force: str | None
    expires: str | None
    renewal: str | None
    state: str
    parties: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def id(self) -> str | None:
        """What names it for good, where it has a key."""
        return f"{self.record}#{self.key}" if self.key else None

    @property
    def signed_on(self) -> str | None:
        """The date of its signature, where that is known."""
        return None if self.signed in _SIGNED else self.signed

    def name(self, wording: Wording) -> str:
        """Name it by its title, else by its kind."""
        return self.title or wording.value("document", self.kind)

    def expires_after(self, day: str) -> bool:
        """Tell whether it will expire, and has not by a day."""
        is_bound = self.state not in _OVER and self.renewal != "automatic"
        return is_bound and self.expires is not None and date_of(self.expires).latest.isoformat() > day


_COLUMNS = (
    LedgerColumn("id", lambda line, _: line.id, "code", is_for_machines=True),
    LedgerColumn("kind", lambda line, wording: wording.value("document", line.kind), "label"),
    LedgerColumn("title", lambda line, _: line.title),
    LedgerColumn("parties", lambda line, wording: tuple(map(wording.party, line.parties)), rank=1),
    LedgerColumn("signed", lambda line, wording: line.signed if wording.is_machine else line.signed_on, "date"),
    LedgerColumn("in_force", lambda line, _: line.in_force, "date", rank=1),
    LedgerColumn("expires", lambda line, _: line.expires, "date"),
    LedgerColumn("state", lambda line, wording: wording.value("document-state", line.state), "label"),
    LedgerColumn("record", lambda line, _: line.record, "code"),
    LedgerColumn("date", lambda line, _: line.date, "date", is_for_machines=True),
    LedgerColumn("topics", lambda line, wording: tuple(map(wording.topic, line.topics)), is_for_machines=True),
)


def _item(line: DocumentLine) -> dict[str, object]:
    signed = dated("signed", line.signed_on)
    return {
        "id": line.id,
        "record": line.record,
        **dated("date", line.date),
        "kind": line.kind,
        "title": line.title,
        **signed,
        "signed": line.signed == "true" if line.signed in _SIGNED else line.signed,
        **dated("in_force", line.in_force),
        **dated("expires", line.expires),
        "state": line.state,
        "parties": [*line.parties],
        "topics": [*line.topics],
    }


_FORM = LedgerForm("documents", _COLUMNS, _item)


def documents(star: Star, selection: Selection, wording: Wording, expiring: int = EXPIRING) -> Ledger:
    """List the documents of held meetings as of the day of the star, the latest first.

    `expiring` is within how many days the star calls a document expiring.
    """
    lines = sorted(document_lines(star, selection), key=document_order, reverse=True)
    asked: Mapping[str, object] = {"expiring": None if expiring == EXPIRING else expiring}
    notes = (wording.counted("documents.expiring", expiring),)
    return Ledger(make_table(_FORM, lines, star, selection, wording, asked, notes), star.day)


def document_lines(star: Star, selection: Selection, only: str = "1 = 1") -> Iterator[DocumentLine]:
    """Yield the documents of held meetings, in no order; filters on own values choose among them.

    `only` is a condition on `meetings` and on `paper`, for those that a report has no use for.
    """
    query, parameters = UNITS["documents"].items(selection, {})
    for *plain, parties, topics in star.connection.execute(_SQL.format(items=query, only=only), parameters):
        yield DocumentLine._make((*plain, split(parties), split(topics)))


def document_order(line: DocumentLine) -> tuple[Any, ...]:
    """Return what documents are sorted by: the day they were signed, else that of the meeting."""
    path, _, number = line.place.rpartition("#")
    return date_of(line.signed_on or line.date).earliest, path, -int(number)
