"""Meetings as one calendar: iCalendar, RFC 5545, an event a meeting, all day.

The identifier of an event stays when the meeting is moved. A calendar that has the event already takes the later
sequence, which grows with each move and when the meeting is cancelled.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from coopdb.query.export import ExportedTable
from coopdb.query.identifiers import DatedMeeting, identifiers
from coopdb.record.dates import PartialDate
from coopdb.render.calendar import PRODUCT, calendar, days, escaped
from coopdb.store.star.engine import Row
from coopdb.text import visible

_STATUS = {"planned": "CONFIRMED", "held": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
_Meeting = dict[str, str]


def render(tables: Iterable[ExportedTable], today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the calendar."""
    by_name = {each.table.name: each for each in tables}
    topics = _texts(by_name["topics"], "topic")
    moved = _texts(by_name["previous_dates"], "date")
    urls = _texts(by_name["sources"], "url")
    uids = _uids(by_name["meetings"], by_name["previous_dates"])
    lines: list[str] = []
    for meeting in _dicts(by_name["meetings"]):
        number = meeting["meeting"]
        lines += _event(meeting, uids[meeting["path"]], topics[number], moved[number], urls[number], today)
    yield "", calendar(lines).encode()


def is_own(ends: bytes) -> bool:
    """Tell whether a calendar is by its product."""
    return ends.startswith(b"BEGIN:VCALENDAR\r\n") and f"\r\n{PRODUCT}\r\n".encode() in ends


def _uids(meetings: ExportedTable, previous_dates: ExportedTable) -> Mapping[str, str]:
    """Give every meeting, exported or not, its identifier, by its path."""
    first: dict[str, str] = {}
    for row in _named(previous_dates, previous_dates.everything()):
        first.setdefault(row["meeting"], row["date"])
    return identifiers(
        DatedMeeting(row["path"], row["id"], row["date"], first.get(row["meeting"], ""))
        for row in _named(meetings, meetings.everything())
    )


def _dicts(each: ExportedTable) -> Iterator[_Meeting]:
    return _named(each, each.rows())


def _named(each: ExportedTable, rows: Iterable[Row]) -> Iterator[_Meeting]:
    names = [column.name for column in each.table.columns]
    return ({name: str(value or "") for name, value in zip(names, row, strict=True)} for row in rows)


def _texts(each: ExportedTable, column: str) -> dict[str, list[str]]:
    """Gather the values of a column by meeting."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _dicts(each):
        found[row["meeting"]] += [row[column]] if row[column] else []
    return found


def _event(
    meeting: _Meeting, uid: str, topics: list[str], moved: list[str], urls: list[str], today: date
) -> Iterator[str]:
    day = PartialDate.of(meeting["date"])
    is_certain = day.is_whole_day
    status = _STATUS[meeting["status"]]
    yield "BEGIN:VEVENT"
    yield f"UID:{visible(uid)}@coopdb"
    yield f"SEQUENCE:{len(moved) + (meeting['status'] == 'cancelled')}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield from days(meeting["earliest"], meeting["latest"])
    yield f"SUMMARY:{escaped(_summary(meeting))}"
    yield f"STATUS:{status if is_certain or status == 'CANCELLED' else 'TENTATIVE'}"
    yield f"TRANSP:{'TRANSPARENT' if status == 'CANCELLED' or not is_certain else 'OPAQUE'}"
    if place := ", ".join(filter(None, (meeting["venue_name"], meeting["city"], meeting["host"]))):
        yield f"LOCATION:{escaped(place)}"
    if about := "\n".join(filter(None, (meeting["summary"], "" if is_certain else f"Date: {meeting['date']}"))):
        yield f"DESCRIPTION:{escaped(about)}"
    yield f"CATEGORIES:{','.join(map(escaped, topics))}"
    yield from (f"URL:{visible(url)}" for url in urls[:1])
    yield "END:VEVENT"


def _summary(meeting: _Meeting) -> str:
    mark = {"cancelled": "Cancelled: ", "postponed": "Postponed: "}.get(meeting["status"], "")
    return mark + meeting["title"]
