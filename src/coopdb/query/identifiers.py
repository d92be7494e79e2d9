"""The identifiers that meetings have in calendars: they stay when a meeting is moved, and no two meetings share one."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from itertools import count
from typing import NamedTuple

from coopdb.record.dates import PartialDate

_NUMBER = re.compile(r"-\d+$")


class DatedMeeting(NamedTuple):
    """A meeting as its file names and dates it: `previous` is the first date planned, empty where that is its own."""

    path: str
    id: str
    date: str
    previous: str

    @property
    def wanted(self) -> str:
        """The id that it had when it was first planned."""
        return self._first(self.id)

    def claim(self, ids: Container[str]) -> str:
        """Return that id, without a number that it only got because another record had the id of its new day."""
        base = _NUMBER.sub("", self.id) if self.previous else self.id
        return self._first(base if base in ids else self.id)

    def _first(self, record_id: str) -> str:
        day = PartialDate.of(self.date).bare
        first = PartialDate.of(self.previous).bare if self.previous else day
        return first + record_id.removeprefix(day)


def identifiers(meetings: Iterable[DatedMeeting]) -> Mapping[str, str]:
    """Give each meeting of a repository an identifier, by its path: among all, whatever is exported of them.

    It is the id that the meeting had first. A meeting that was moved away keeps it; another that has taken its place
    since, with the same day and parties, has a number behind it.
    """
    meetings = tuple(meetings)
    ids = {each.id for each in meetings}
    claims: dict[str, list[DatedMeeting]] = defaultdict(list)
    for each in meetings:
        claims[each.claim(ids)].append(each)
    found = {}
    for wanted, claimants in claims.items():
        others = (f"{wanted}.{number}" for number in count(2))
        free = (each for each in others if each not in claims)
        for number, each in enumerate(sorted(claimants, key=lambda one: (not one.previous, one.id, one.path))):
            found[each.path] = next(free) if number else wanted
    return found
