"""The identifiers that meetings have in calendars: they stay when a meeting is moved, and no two meetings share one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count
from typing import NamedTuple

from coopdb.record.dates import PartialDate


class Dated(NamedTuple):
    """A meeting as its file names and dates it: `previous` is the first date planned, empty where that is its own."""

    path: str
    id: str
    date: str
    previous: str

    @property
    def wanted(self) -> str:
        """The id that it had when it was first planned."""
        day = PartialDate.of(self.date).bare
        first = PartialDate.of(self.previous).bare if self.previous else day
        return first + self.id.removeprefix(day)


def identifiers(meetings: Iterable[Dated]) -> Mapping[str, str]:
    """Give each meeting of a repository an identifier, by its path: among all, whatever is exported of them.

    It is the id that the meeting had first. A meeting that was moved away keeps it; another that has taken its place
    since, with the same day and parties, has a number behind it.
    """
    claims: dict[str, list[Dated]] = defaultdict(list)
    for each in meetings:
        claims[each.wanted].append(each)
    found = {}
    for wanted, claimants in claims.items():
        others = (f"{wanted}.{number}" for number in count(2))
        free = (each for each in others if each not in claims)
        for number, each in enumerate(sorted(claimants, key=lambda one: (not one.previous, one.id, one.path))):
            found[each.path] = next(free) if number else wanted
    return found
