"""Who was head of state or of government of which country, and when, by the names that the press gives them.

The table is read when it is first asked, and taken apart name by name.
"""

from collections.abc import Mapping
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
    told = _told().get(name, "")
    return tuple(Leader(*each.split(":")) for each in told.split("\t") if each)


@cache
def longest_names() -> Mapping[str, int]:
    """Map the first words of full names to how many words such a name has at most."""
    found: dict[str, int] = {}
    for name in _told():
        first, _, rest = name.partition(" ")
        if rest:
            found[first] = max(found.get(first, 0), 2 + rest.count(" "))
    return found


@cache
def _told() -> Mapping[str, str]:
    lines = (DATA / "leaders.tsv").read_text(encoding="utf-8").splitlines()[1:]
    parts = (line.partition("\t") for line in lines)
    return {name: told for name, _, told in parts}
