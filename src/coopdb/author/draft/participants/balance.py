"""Settles whom each of many stands for, the surest first, from what speaks for a party and who is with whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import IntEnum
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from coopdb.author.draft.names.names import TWO_SIDES


class Clue(IntEnum):
    """How much each kind of clue says of whom somebody stands for."""

    STATED = 300  # the text says the country beside the office
    POSTED = 70  # a diplomat of the one embassy of the text, or an ambassador to a party
    MET = 60  # one met the other
    VISITED = 50  # somebody visited a party
    COUNTERPART = 50  # somebody is another's counterpart
    OFFICE = 45  # an office that the text tells of one party alone
    LISTED = 40  # behind another in a list, or accompanying them
    TOGETHER = 40  # two leaders who are named together
    UNNAMED = 20  # one whom the sentence does not name met somebody
    ALIKE = 15  # two offices of which a government has one
    HOME = 10  # of whom nothing is told
    FIRST = 6  # the first of two


class Settled(NamedTuple):
    """The party that somebody stands for, if anything speaks for one, and by how much more than for the next.

    `is_other` tells that everything speaks against the parties that are known: for a country that is not told.
    """

    party: str | None
    margin: int
    is_other: bool = False


class Balance:
    """Gathers what is told of whom some stand for, who are numbered, and settles it."""

    def __init__(self, parties: Iterable[str]) -> None:
        self._parties = tuple(parties)
        self._votes: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._ties: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def speak(self, who: int, party: str | None, weight: int) -> None:
        """Note what speaks for a party, which need not be one of those that met, or, below nought, against it."""
        if party is None:
            return
        party, weight = self._spoken(party, weight)
        self._votes[who][party] += weight

    def follow(self, who: int, leader: int, weight: int) -> None:
        """Note that somebody stands for the party of another, or, below nought, for another than theirs."""
        if who != leader:
            self._ties[leader].append((who, weight))

    def part(self, one: int, other: int, weight: int) -> None:
        """Note that two stand for different parties."""
        self.follow(one, other, -weight)
        self.follow(other, one, -weight)

    def settle(self) -> dict[int, Settled]:
        """Return what all stand for: the surest first, who say of others no more than twice what is sure of them."""
        votes = {who: dict(each) for who, each in self._votes.items()}
        settled: dict[int, Settled] = {}
        waiting = [(-_standing(each).margin, who) for who, each in votes.items()]
        heapify(waiting)
        while waiting:
            margin, who = heappop(waiting)
            standing = _standing(votes[who])
            if who in settled or -margin != standing.margin:
                continue
            settled[who] = standing
            for other, weight in self._ties[who]:
                if other not in settled and standing.party in self._parties:
                    told = min(abs(weight), 2 * standing.margin)
                    party, told = self._spoken(standing.party, told if weight > 0 else -told)
                    own = votes.setdefault(other, {})
                    own[party] = own.get(party, 0) + told
                    heappush(waiting, (-_standing(own).margin, other))
        return settled

    def _spoken(self, party: str, weight: int) -> tuple[str, int]:
        """Return what speaks against one of two parties as what speaks for the other."""
        if weight < 0 and len(self._parties) == TWO_SIDES and party in self._parties:
            return next(each for each in self._parties if each != party), -weight
        return party, weight


def _standing(votes: Mapping[str, int]) -> Settled:
    """Return the party with the most votes, and how many more it has than the next; none where two have as many."""
    most, *rest = sorted((max(each, 0) for each in votes.values()), reverse=True) or [0]
    margin = most - max(rest, default=0)
    is_other = most == 0 and any(each < 0 for each in votes.values())
    return Settled(max(votes, key=votes.__getitem__) if margin else None, margin, is_other)
