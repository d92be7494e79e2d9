"""Puts into a draft what a text says around a meeting: status, kind, level, mode, series and session."""

from collections.abc import Sequence

from coopdb.author.draft.circumstances.kind import find_kind
from coopdb.author.draft.circumstances.level import find_level
from coopdb.author.draft.circumstances.mode import find_mode
from coopdb.author.draft.circumstances.series import find_series
from coopdb.author.draft.circumstances.series_names import Series
from coopdb.author.draft.days.day import MeetingDate
from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.meetings.status import find_status
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.outcomes.undertakings import parties_of
from coopdb.author.draft.sheet import Sheet
from coopdb.author.draft.text.wording import Phrasing
from coopdb.record.fault import Route


def put_circumstances(
    sheet: Sheet,
    wording: Phrasing,
    names: Names,
    when: MeetingDate,
    published: str | None,
    people: Sequence[Person],
    language: str | None,
) -> None:
    """Put what is said of the meeting; of a text that may tell of none, no more than how they spoke."""
    _put(sheet, ("mode",), find_mode(wording))
    if not sheet.has_meeting:
        return
    parties = parties_of(sheet.record)
    series = find_series(wording, names, parties)
    single = series[0] if len(series) == 1 else None
    _put(sheet, ("status",), find_status(wording, when, published))
    _put(sheet, ("kind",), find_kind(wording, series[0] if series else None))
    _put(sheet, ("level",), find_level(wording, names, people, parties, language))
    if single:
        _put_series(sheet, single)
    elif series:
        sheet.doubt(("series",), "the text names several sessions", tuple(each.name for each in series))


def _put(sheet: Sheet, route: Route, found: DraftFinding | None) -> None:
    """Put a value, or the doubt about it."""
    if found and found.value:
        sheet.put(route, found.value, found.start, found.end, found.rule)
    elif found:
        sheet.doubt(route, found.rule, found.candidates)


def _put_series(sheet: Sheet, series: Series) -> None:
    sheet.put(("series",), series.name, series.start, series.end, "name of a standing body")
    if series.session is not None:
        sheet.put(("session",), series.session, series.start, series.end, "ordinal of the session")
