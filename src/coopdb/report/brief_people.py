"""Who meets: the people of each side, with the latest office that a record gives them."""

from collections.abc import Iterator
from typing import NamedTuple

from coopdb.query.selection import Selection
from coopdb.report.parties import Subject
from coopdb.report.report import ReportItem
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star

_MOST = 3  # of a party
_SQL = """
SELECT people.party, people.name, people.role, people.institution, meetings.date, meetings.id
FROM people JOIN meetings ON meetings.meeting = people.meeting
WHERE people.name IS NOT NULL AND meetings.status = 'held' AND meetings.earliest <= ?
  AND meetings.meeting IN (SELECT meeting FROM meetings WHERE {condition})
ORDER BY meetings.earliest DESC, meetings.id DESC, people.rowid
"""


class Officer(NamedTuple):
    """A person as at the last meeting that names them: the office and the institution, and its day and record."""

    party: str
    name: str
    role: str | None
    institution: str | None
    date: str
    record: str


def people_items(star: Star, selection: Selection, wording: Wording, subject: Subject) -> Iterator[ReportItem]:
    """Yield the people of each party, those met last first; of a single party only its own."""
    latest: dict[tuple[str, str], Officer] = {}
    for row in star.connection.execute(_SQL.format(condition=selection.sql), (star.day, *selection.parameters)):
        latest.setdefault((row[0], row[1]), Officer(*row))
    parties = subject.parties or tuple(sorted({each.party for each in latest.values()}))
    for party in parties:
        own = [each for each in latest.values() if each.party == party]
        yield from (_item(each, subject, wording) for each in own[:_MOST])
        if more := own[_MOST:]:
            names = wording.listed(each.name for each in more[:_MOST])
            key = "brief.more-people-some" if more[_MOST:] else "brief.more-people"
            text = wording.counted(key, len(more), names=names)
            records = tuple(dict.fromkeys(each.record for each in more[:_MOST]))
            yield ReportItem(text, records, subject.name(party, wording))


def _item(each: Officer, subject: Subject, wording: Wording) -> ReportItem:
    office = wording.say("meeting.comma").join(filter(None, (each.name, each.role, each.institution)))
    text = wording.say("brief.person", office=office, day=wording.day(each.date))
    fields = {"name": each.name, "role": each.role, "institution": each.institution, "party": each.party}
    return ReportItem(text, (each.record,), subject.name(each.party, wording), fields | {"date": each.date})
