"""Whom a person stands for: the country that the text says, that of the one before in a list, or home."""

import re
from collections import Counter
from collections.abc import Sequence

from coopdb.author.draft import cues
from coopdb.author.draft.parties import Party
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import Article

_LIST = re.compile(  # what stands between two of a list
    r"[\s,،;و]*(?:(?:and|y|et|e|und|och|en|as well as|así como|ainsi que|sowie|samt|كما)\b)?[\s,،;]*"
    r"(?:the|el|la|le|l[’']|o|a|der|die|den)?\s*",
    re.IGNORECASE,
)
_OWNED = re.compile(r"[^\W\d_]+s\s+")  # a house that is not said to be another's: försvarsdepartementets


class Allegiance:
    """Tells of each person whom they stand for."""

    def __init__(self, article: Article, said: Sequence[Said], parties: tuple[Party, ...], home: str | None) -> None:
        self._article = article
        self._keys = [party.key for party in parties]
        self._home = home if home in self._keys else None
        self._parties: dict[int, str | None] = {}
        before: Said | None = None
        for each in said:
            stated = self._stated(each.country.keys) if each.country else None
            self._parties[each.person.start] = stated or self._inherited(each, before)
            before = each

    def of(self, said: Sequence[Said]) -> tuple[str | None, bool]:
        """Return the party of a person, and whether the text says it: a country that is not a party is None."""
        told = Counter(key for each in said if (key := self._parties[each.person.start]) is not None)
        if told:
            key = told.most_common(1)[0][0]
            return (key if key in self._keys else None), True
        if any(each.person.is_counterpart for each in said):
            others = [key for key in self._keys if key != self._home]
            return (others[0] if self._home and len(others) == 1 else None), False
        return self._home, False

    def _stated(self, keys: tuple[str, ...]) -> str:
        """Return the party among what a name may mean; an institution stands for what it is part of."""
        wholes: dict[str, str] = cues.table()["institutions"]
        may_be = (*keys, *(wholes[key] for key in keys if key in wholes))
        return next((key for key in may_be if key in self._keys), keys[0])

    def _inherited(self, each: Said, before: Said | None) -> str | None:
        """Return the party of the one before in a list."""
        if before is None or before.sentence != each.sentence:
            return None
        if _OWNED.fullmatch(self._article.plain, each.person.near, each.person.role_start):
            return None
        first = max(before.person.end, before.person.role_end)
        gap = self._article.plain[first : min(each.person.near or each.person.start, each.person.start)]
        return self._parties[before.person.start] if _LIST.fullmatch(gap) else None
