"""Who was head of state or of government of which country, and when, by the names that the press gives them.

The table is read when it is first asked, and searched name by name.
"""

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.tables import DATA


class Leader(NamedTuple):
    """Somebody who led a country: its code, the first and the last day in an office (ISO; none: "")."""

    country: str
    since: str
    until: str

    @property
    def days(self) -> Period:
        """The days from the first in an office to the last."""
        return Period.of(self.since, self.until)


@lru_cache(maxsize=4096)
def leaders_called(name: str) -> tuple[Leader, ...]:
    """Return those who led countries since 1990 of a full name, or of a surname that may stand alone; folded.

    >>> leaders_called("angela merkel")
    (Leader(country='DE', since='2005-11-22', until='2021-12-08'),)
    """
    lines, start = _lines(), f"{name}\t"
    place = bisect_left(lines, start)
    if place == len(lines) or not lines[place].startswith(start):
        return ()
    return tuple(Leader(*each.split(":")) for each in lines[place].split("\t")[1:])


@lru_cache(maxsize=4096)
def longest_name(first: str) -> int:
    """Return how many words a full name has at most that begins with a word, folded; 0 where none does."""
    lines = _lines()
    low, high = bisect_left(lines, f"{first} "), bisect_left(lines, f"{first}!")  # the character behind a space
    return max((1 + each.partition("\t")[0].count(" ") for each in lines[low:high]), default=0)


@cache
def _lines() -> list[str]:
    """Return a line for every name, in the order of names."""
    return (DATA / "leaders.tsv").read_text(encoding="utf-8").splitlines()[1:]
