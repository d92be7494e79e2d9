"""Who was head of state or of government of which country, and when, by the names that the press gives them.

The table is read when it is first asked.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.tables import DATA

_WHOLE = "="  # before a name whose last word means nobody alone


class Leader(NamedTuple):
    """Somebody who led a country: its code, the first and the last day in an office (ISO; none yet: ""), the name."""

    country: str
    since: str
    until: str
    name: str

    @property
    def days(self) -> Period:
        """The days from the first in an office to the last."""
        return Period.of(self.since, self.until)


class Leaders(NamedTuple):
    """Leaders by their full names and by what they are called alone, folded; `longest` maps first words to lengths."""

    full: Mapping[str, tuple[Leader, ...]]
    alone: Mapping[str, tuple[Leader, ...]]
    longest: Mapping[str, int]


@cache
def leaders() -> Leaders:
    """Return those who led countries since 1990.

    >>> leaders().full["angela merkel"]
    (Leader(country='DE', since='2005-11-22', until='2021-12-08', name='Angela Merkel'),)
    """
    full, alone = defaultdict[str, list[Leader]](list), defaultdict[str, list[Leader]](list)
    longest: dict[str, int] = {}
    for line in (DATA / "leaders.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        country, since, until, *names = line.split("\t")
        leader = Leader(country, since, until, names[0].removeprefix(_WHOLE))
        for name in names:
            folded = fold(name)
            first, _, last = folded.partition(" ")
            if last:
                full[folded].append(leader)
                longest[first] = max(longest.get(first, 0), 1 + folded.count(" "))
            surname = folded.rpartition(" ")[2]
            if not name.startswith(_WHOLE) and leader not in alone[surname]:
                alone[surname].append(leader)
    return Leaders(_frozen(full), _frozen(alone), longest)


def _frozen(found: Mapping[str, list[Leader]]) -> Mapping[str, tuple[Leader, ...]]:
    return {name: tuple(each) for name, each in found.items()}
