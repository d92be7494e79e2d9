"""Whom a person stands for: the country that the text says, that of the one before in a list, or home."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import cache, cached_property

from coopdb.author.draft import cues
from coopdb.author.draft.encountering import Encounters
from coopdb.author.draft.language import find_language
from coopdb.author.draft.prominence import Party
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import Article
from coopdb.text import fold

_LIST = re.compile(  # what stands between two of a list
    r"[\s,،;و]*(?:(?:and|y|et|e|und|och|en|as well as|así como|ainsi que|sowie|samt|كما)\b)?[\s,،;]*"
    r"(?:the|el|la|los|las|le|les|l[’']|o|a|os|as|der|die|den|dem|des|il|lo|i|de|het|det)?\s*",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^,? (?:Jr|Sr)\b\.?")
_BOTH = 2  # parties, of which two leaders are
_OWNED = re.compile(r"[^\W\d_]+s\s+")  # a house that is not said to be another's: försvarsdepartementets


class Basis(Enum):
    """What a party rests on: the text says it, a rule, or the order of two names."""

    TOLD = "told"
    RULE = "rule"
    GUESS = "guess"


class Allegiance:
    """Tells of each person whom they stand for."""

    def __init__(self, article: Article, said: Sequence[Said], parties: tuple[Party, ...], home: str | None) -> None:
        self._article, self._said = article, said
        self._keys = [party.key for party in parties]
        self._home = home if home in self._keys else None
        self._encounters = Encounters(article, find_language(article))
        self._full = {word for each in said if " " in each.person.name for word in fold(each.person.name).split()}
        self._parties: dict[int, str | None] = {}
        self._by_surname: dict[str, str] = {}
        self._partners: dict[int, tuple[Said, bool]] = {}  # the other of two leaders, and whether this one is first
        before: Said | None = None
        for each in said:
            stated = self._stated(each.country.keys) if each.country else None
            key = stated or self._inherited(each, before) or self._met(each, before)
            self._parties[each.person.start] = key
            if key is not None:
                self._by_surname.setdefault(_surname(each), key)
            if before and self._is_pair(before, each):
                self._partners[before.person.start], self._partners[each.person.start] = (each, True), (before, False)
            before = each

    def of(self, said: Sequence[Said]) -> tuple[str | None, Basis]:
        """Return the party of a person, and what it rests on; a country that is told and is not a party is None."""
        told = Counter(key for each in said if (key := self._parties[each.person.start]) is not None)
        if told:
            key = told.most_common(1)[0][0]
            return (key if key in self._keys else None), Basis.TOLD
        if self._home and len(self._keys) == _BOTH and (paired := self._opposite(said)):
            return paired
        if any(each.person.is_counterpart for each in said):
            others = [key for key in self._keys if key != self._home]
            return (others[0] if self._home and len(others) == 1 else None), Basis.RULE
        if self._home and len(self._keys) == _BOTH and self._is_second(said):
            return next(key for key in self._keys if key != self._home), Basis.GUESS
        return self._home, Basis.RULE

    def _met(self, each: Said, before: Said | None) -> str | None:
        """Return the other party for somebody whom the one before met: She met with President Ruiz."""
        if self._home is None or len(self._keys) != _BOTH:
            return None
        is_first = before is None or before.sentence != each.sentence
        own = self._acting(each, before) if is_first or before is None else self._own(before)
        if own not in self._keys:
            return None
        first = each.sentence.start if is_first or before is None else max(before.person.end, before.person.role_end)
        is_met = self._encounters.is_met(each, first)
        return next(key for key in self._keys if key != own) if is_met else None

    def _own(self, each: Said) -> str | None:
        """Return the party of the one who acts: a surname alone, of which the text has no full name, may be anybody's."""
        if not each.person.role:
            return None
        known = self._parties[each.person.start] or self._by_surname.get(_surname(each))
        is_full = " " in each.person.name or _surname(each) in self._full
        return known or (self._home if is_full else None)

    def _acting(self, each: Said, before: Said | None) -> str | None:
        """Return whose the one is who acts before the first person of a sentence: who acted in the one before."""
        return self._own(before) if before is not None and before.person.role else self._home

    def _is_second(self, said: Sequence[Said]) -> bool:
        """Tell the second holder of an office that a country has one of, in the order of the text."""
        roles = {fold(each.person.role) for each in said} & self._single.keys()
        own = {word for each in said for word in fold(each.person.name).split()}
        return any(self._single[role] not in own for role in roles)

    @cached_property
    def _single(self) -> dict[str, str]:
        """Map each office of one at a time to the surname of the first in the text who may hold it at home."""
        found: dict[str, str] = {}
        for each in self._said:
            key = self._parties[each.person.start] or self._by_surname.get(_surname(each))
            role = fold(each.person.role)
            if key in (None, self._home) and not each.person.is_absent and role in _offices_of_leaders():
                found.setdefault(role, _surname(each))
        return found

    def _opposite(self, said: Sequence[Said]) -> tuple[str | None, Basis] | None:
        """Return the party of one of two leaders who are named together, of whom the text says no country.

        They are of the two parties: this one of that of which the other is not, else home's may be the one named first.
        """
        other = next(key for key in self._keys if key != self._home)
        for each in said:
            partner, is_first = self._partners.get(each.person.start, (None, False))
            if partner and (told := self._by_surname.get(_surname(partner))):
                return (other if told == self._home else self._home), Basis.RULE
            if partner:
                return (self._home if is_first else other), Basis.GUESS
        return None

    def _stated(self, keys: tuple[str, ...]) -> str:
        """Return the party among what a name may mean; an institution stands for what it is part of."""
        wholes: dict[str, str] = cues.table()["institutions"]
        may_be = (*keys, *(wholes[key] for key in keys if key in wholes))
        return next((key for key in may_be if key in self._keys), keys[0])

    def _inherited(self, each: Said, before: Said | None) -> str | None:
        """Return the party of the one before in a list."""
        if before is None or before.sentence != each.sentence:
            return None
        if _OWNED.fullmatch(self._article.plain, each.person.near, each.person.role_start) or _hosts(before, each):
            return None
        return self._parties[before.person.start] if _LIST.fullmatch(self._between(before, each)) else None

    def _between(self, before: Said, each: Said) -> str:
        first = max(before.person.end, before.person.role_end)
        return self._article.plain[first : min(each.person.near or each.person.start, each.person.start)]

    def _is_pair(self, before: Said, each: Said) -> bool:
        """Tell two leaders who are named together: President Ruiz and Prime Minister Berg."""
        is_near = before.sentence == each.sentence and _LIST.fullmatch(_SUFFIX.sub("", self._between(before, each)))
        return bool(is_near) and _leads(before) and _leads(each)


def _leads(said: Said) -> bool:
    """Tell the office of a head of state or of government."""
    return said.country is None and bool(_offices_of_leaders() & {fold(said.person.role)})


def _hosts(before: Said, each: Said) -> bool:
    """Tell a minister from the ambassador of another country before them: the Ambassador of Japan and Minister Ruiz."""
    sent, received = fold(before.person.role), fold(each.person.role)
    is_sent = cues.word_list("ambassadors").is_in(sent) and not cues.word_list("ministers").is_in(sent)
    return is_sent and cues.word_list("ministers").is_in(received)


@cache
def _offices_of_leaders() -> frozenset[str]:
    return cues.spoken("heads_of_state") | cues.spoken("heads_of_government")


def _surname(said: Said) -> str:
    return fold(said.person.name).split()[-1]
