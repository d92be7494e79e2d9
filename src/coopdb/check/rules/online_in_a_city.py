"""Finds a meeting online, by phone or in writing that is said to have taken place in a city.

Where some took part from a room, and others from afar, the mode is `hybrid`. What is a videoconference by its title,
or in a venue called Zoom, has a mode that says so.

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
from functools import lru_cache

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.word_lists import folded, said_of, word_list
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "R013"
READS = ("mode",)
NEEDS = ("venue",)
SEVERITY = "warning"
_AFAR = ("online", "phone", "written")
_HINT = "write `mode`: `online`, `phone` or `hybrid`"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for a city where nobody met, and for a room where nobody could."""
    meeting = entry.meeting
    venue = meeting.venue
    if meeting.mode in _AFAR:
        if venue.city:
            message = f"a city, but the mode is `{meeting.mode}`"
            yield Finding(("venue", "city"), message, "write `hybrid` or `in-person`, or delete the city")
    elif meeting.mode == "in-person":
        for key, place in (("city", venue.city), ("name", venue.name)):
            if place and _is_afar(place):
                yield Finding(("venue", key), f"{show(place)} is not a place, but the mode is `in-person`", _HINT)
                return
        if venue.city and (said := said_of("meetings_afar", meeting.title)):
            yield Finding(("title",), f"the title says `{said}`, but the mode is `in-person`, in a city", _HINT)


@lru_cache(maxsize=4096)
def _is_afar(place: str) -> bool:
    return folded(place) in word_list("rooms_afar")
