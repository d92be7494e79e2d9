"""The meetings that reports speak of: those held by the day, and those planned."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coopdb.query.selection import Selection
from coopdb.query.sql import ALWAYS, Sql
from coopdb.record.circles import Circle, circle, circles
from coopdb.record.dates import PartialDate
from coopdb.report.days import date_of
from coopdb.report.ledger import split
from coopdb.store.star.engine import Star
from coopdb.vocabulary.entry import Period

# Whether a meeting is one that the filters take comes last.
_SQL = """
SELECT meetings.meeting, meetings.id, path, title, date, earliest, latest, month IS NOT NULL, status, series,
  next_meeting,
  party.keys, party.pair,
  meetings.meeting IN (SELECT meeting FROM meetings WHERE {condition})
FROM meetings JOIN (
  SELECT meeting, GROUP_CONCAT(party) AS keys,
    CASE WHEN COUNT(*) = 2 AND COUNT(country) = 2 THEN MIN(party) || '-' || MAX(party) END AS pair
  FROM parties GROUP BY meeting
) AS party ON party.meeting = meetings.meeting
WHERE (status = 'planned' OR (status = 'held' AND earliest <= ?)) AND draft <= ?
  AND meetings.meeting IN (SELECT meeting FROM meetings WHERE {scope})
ORDER BY earliest, meetings.id, path
"""


class MeetingFacts(NamedTuple):
    """A meeting held by the day, or planned; `date` and `next_meeting` are as the record has them, else days.

    A row of the star as it is: all of them are read, and few are looked at. `pair` is the key of two countries, as
    cross-tabulations have it, where it is a meeting of just those.
    """

    number: int
    id: str
    path: str
    title: str
    date: str
    earliest: str
    latest: str
    is_known_to_month: bool
    status: str
    series: str | None
    next_meeting: str | None
    keys: str
    pair: str | None
    is_selected: bool

    @property
    def is_held(self) -> bool:
        """Tell whether it took place."""
        return self.status == "held"

    @property
    def parties(self) -> tuple[str, ...]:
        """The keys of the parties."""
        return split(self.keys)

    @property
    def circle(self) -> Circle:
        """What meets again: the series, else the same parties."""
        return circle(self.series, self.parties)


def all_meetings(star: Star, selection: Selection, scope: Sql = ALWAYS) -> list[MeetingFacts]:
    """Return what was held by the day of the star, and what is planned, in order; which of it the filters take is told.

    Drafts are among them only where the filters take drafts, and only meetings within the `scope`.
    """
    statement = _SQL.format(condition=selection.sql, scope=scope.text)
    most = 0 if selection.filters.get("drafts") is False else 1
    rows = star.connection.execute(statement, (*selection.parameters, star.day, most, *scope.parameters))
    return [*map(MeetingFacts._make, rows)]


def unfulfilled(meetings: Sequence[MeetingFacts]) -> Iterator[tuple[MeetingFacts, PartialDate]]:
    """Yield the held meetings that the filters take whose promised next meeting is neither held nor planned; and when.

    It is the first later meeting of the same series, else of the same parties: see `circles`.
    """
    promising = [each for each in meetings if each.next_meeting and each.is_held and each.is_selected]
    last: dict[Circle, str] = {}
    for each in meetings if promising else ():
        for key in circles(each.series, each.parties):
            last[key] = max(each.earliest, last.get(key, ""))
    for each in promising:
        if each.next_meeting and last[each.circle] <= each.earliest:
            yield each, date_of(each.next_meeting)


def ended_states(star: Star, meetings: Iterable[MeetingFacts]) -> frozenset[str]:
    """Return the countries among the parties that had ended by the day of the star."""
    day, countries = date.fromisoformat(star.day), star.vocabularies.countries
    parties = {party for each in meetings for party in each.parties}
    on = Period(day, day)
    return frozenset(each for each in parties if each in countries.entries and not countries[each].is_valid_on(on))
