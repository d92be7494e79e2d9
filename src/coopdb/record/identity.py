"""The id of a record: its date, two of its parties, and perhaps a few words."""

import re
from collections.abc import Iterator
from itertools import count, permutations

from coopdb.record.model import Meeting
from coopdb.record.slug import is_slug, slug_words

_DATE = re.compile(r"\d{4}(?:-\d{2}(?!\d)(?:-\d{2}(?!\d))?)?", re.ASCII)


def has_form(record_id: str) -> bool:
    """Tell whether an id has only the characters an id may have."""
    return is_slug(record_id)


def date_part(record_id: str) -> str:
    """Return the date an id begins with, or nothing."""
    found = _DATE.match(record_id)
    return found[0] if found else ""


def has_parties(record_id: str, meeting: Meeting) -> bool:
    """Tell whether an id names two of the meeting's parties after its date, in either order."""
    rest = record_id.removeprefix(date_part(record_id)) + "-"
    parties = [party.lower() for party in meeting.parties]
    return any(rest.startswith(f"-{one}-{other}-") for one, other in permutations(parties, 2))


def agrees(record_id: str, meeting: Meeting) -> bool:
    """Tell whether an id is made as it should be of the meeting's date and parties."""
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
