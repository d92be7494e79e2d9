"""The id of a record: its date, two of its parties, and perhaps a few words."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, permutations

from coopdb.record.dates import DateError, PartialDate
from coopdb.record.model import Meeting
from coopdb.record.slug import is_slug, slug_words

MOVABLE = ("planned", "postponed")  # what is still to come: its former days are kept
_DATE = re.compile(r"\d{4}(?:-\d{2}(?!\d)(?:-\d{2}(?!\d))?)?", re.ASCII)


def has_form(record_id: str) -> bool:
    """Tell whether an id has only the characters an id may have."""
    return is_slug(record_id)


def date_part(record_id: str) -> str:
    """Return the date an id begins with, or nothing."""
    found = _DATE.match(record_id)
    return found[0] if found else ""


def former_day(record_id: str, meeting: Meeting) -> PartialDate | None:
    """Return the day that an id says where the meeting, still to come, has another by now that it is not known by."""
    said = date_part(record_id)
    if meeting.status not in MOVABLE or said == meeting.date.bare:
        return None
    with suppress(DateError):
        day = PartialDate.of(said)
        return day if [day.bare] != [each.bare for each in meeting.previous_dates[-1:]] else None
    return None


def has_parties(record_id: str, meeting: Meeting) -> bool:
    """Tell whether an id names two of the meeting's parties after its date, in either order."""
    rest = record_id.removeprefix(date_part(record_id)) + "-"
    parties = [party.lower() for party in meeting.parties]
    return any(rest.startswith(f"-{one}-{other}-") for one, other in permutations(parties, 2))


def agrees(record_id: str, meeting: Meeting) -> bool:
    """Tell whether an id is made as it should be of the meeting's date and parties."""
    if record_id == "-".join((meeting.date.bare, *meeting.parties)).lower():
        return True  # in a third of the time
    has_date = has_form(record_id) and date_part(record_id) == meeting.date.bare
    return has_date and (not meeting.parties[1:] or has_parties(record_id, meeting))


def suggest_id(meeting: Meeting, record_id: str = "") -> str:
    """Make an id from a meeting: date and the first two parties, alphabetically, with the words of its present id."""
    parties = sorted(party.lower() for party in meeting.parties[:2])
    own = record_id.removeprefix(date_part(record_id)) if has_parties(record_id, meeting) else ""
    return "-".join([meeting.date.bare, *(slug_words(own.lower()) or parties)])


def numbered(record_id: str) -> Iterator[str]:
    """Yield an id, and then the same with a number from 2 on, for where others have it."""
    yield record_id
    yield from (f"{record_id}-{number}" for number in count(2))
