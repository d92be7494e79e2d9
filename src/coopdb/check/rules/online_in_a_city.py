"""Finds a meeting online, by phone or in writing that is said to have taken place in a city.

Where some took part from a room, and others from afar, the mode is `hybrid`.

Bad:

    mode = "online"

    [venue]
    city = "Rabat"

Good:

    mode = "hybrid"

    [venue]
    city = "Rabat"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "R013"
READS = ("mode",)
NEEDS = ("mode",)
SEVERITY = "warning"
_AFAR = ("online", "phone", "written")


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for a city where nobody met."""
    meeting = entry.meeting
    if meeting.venue.city and meeting.mode in _AFAR:
        message = f"a city, but the mode is `{meeting.mode}`"
        yield Finding(("venue", "city"), message, "write `hybrid` or `in-person`, or delete the city")
