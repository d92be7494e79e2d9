"""Whom each person of a meeting stands for, by everything that the text says of it, or home."""

from collections.abc import Mapping, Sequence, Set
from enum import Enum

from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.office_kinds import is_of_mission, is_single, mission_of
from coopdb.author.draft.officials.said import Said, by_sentence
from coopdb.author.draft.officials.told_counterparts import told_by_counterparts
from coopdb.author.draft.officials.told_offices import ToldOffices, posted_to
from coopdb.author.draft.participants.attendance import attending
from coopdb.author.draft.participants.balance import Balance, Clue, Settled
from coopdb.author.draft.participants.couples import is_heir, is_minister
from coopdb.author.draft.participants.relations import Relations
from coopdb.author.draft.participants.untold import is_untold
from coopdb.author.draft.parties.prominence import Party
from coopdb.author.draft.words import cues
from coopdb.text import fold

_CODE = 2  # letters of the code of a country


class Basis(Enum):
    """What a party rests on: the text says it, a clue decides, or only home or an order speaks for it.

    Or it is another than the only one that is known: who was met by those of Norway is not of Norway.
    """

    TOLD = "told"
    RULE = "rule"
    GUESS = "guess"
    OTHER = "other"


class Allegiance:
    """Tells of each person whom they stand for."""

    def __init__(
        self,
        names: Names,
        said: Sequence[Said],
        people: Sequence[Sequence[Said]],
        parties: Sequence[Party],
        home: str | None,
    ) -> None:
        """Weigh what is said of all; `people` has for each everything that is said of them."""
        self._names, self._said, self._people = names, said, people
        self._keys = [party.key for party in parties]
        self._home = home if home in self._keys else None
        self._offices = ToldOffices(names, self._keys, said)
        self._numbers = {each.person.start: number for number, own in enumerate(people) for each in own}
        for each in said:
            self._numbers.setdefault(each.person.start, len(people) + len(self._numbers))
        self._stated = {self._number(each) for each in said if self._stated_country(each)}
        self._met = told_by_counterparts(names, said, self._keys) if len(self._keys) == TWO_SIDES else {}
        self._mission = mission_of(said)
        self._unsided = self._only_attending()
        self._by_sentence = by_sentence(each for each in said if self._number(each) not in self._unsided)
        self._relations, self._settled = self._settle()
        if home is None and len(self._keys) == TWO_SIDES and (own := self._told_home()):
            self._home = own
            self._relations, self._settled = self._settle()

    def of(self, said: Sequence[Said]) -> tuple[str | None, Basis]:
        """Return the party of a person, and what it rests on; a country that is told and is not a party is None."""
        number = self._number(said[0])
        party, margin, _ = self._settled.get(number, Settled(None, 0))
        if number in self._stated:
            return (party if party in self._keys else None), Basis.TOLD
        if len(self._keys) == 1 and number in self._of_others():
            return None, Basis.OTHER
        if party is None and number in self._unsided:
            return self._home, Basis.GUESS
        if party is not None and party == self._home and margin == Clue.HOME and self._is_untold(said, party):
            return party, Basis.GUESS
        is_guess = margin < (Clue.ALIKE if number in self._relations.paired else Clue.HOME)
        return party, Basis.GUESS if party and is_guess else Basis.RULE

    def _of_others(self) -> set[int]:
        """Return those for whom no party is known, and who follow them in a list."""
        found = {number for number, each in self._settled.items() if each.is_other}
        for number, (before, _) in self._relations.listed.items():  # in the order of the text
            found |= {number} if self._number(before) in found else set()
        return found

    def _is_untold(self, own: Sequence[Said], home: str) -> bool:
        """Tell somebody who is given to home as nothing else is told of them, and may be of another party."""
        others = sum(each.party in self._keys and each.party != home for each in self._settled.values())
        return len(self._keys) > 1 and is_untold(self._names, own, self._by_sentence, home, others)

    def _settle(self) -> tuple[Relations, dict[int, Settled]]:
        """Weigh everything that the text says of whom people stand for."""
        balance = Balance(self._keys)
        relations = Relations(self._names, self._said, self._keys, self._home, self._numbers, balance)
        self._weigh_statements(balance)
        self._weigh_rivals(balance)
        for number, own in enumerate(self._people):
            self._weigh_offices(balance, number, own)
            if number not in relations.paired | self._unsided:
                balance.speak(number, self._home, Clue.HOME)
        settled = balance.settle()
        if (heir := self._heir(relations, settled)) is None:
            return relations, settled
        balance.speak(heir, self._home, Clue.LISTED)
        return relations, balance.settle()

    def _only_attending(self) -> set[int]:
        """Return those of whom the text says no more than that they were present, which tells no side of them."""
        starts = attending(self._names, [each for each in self._said if each.person.role])
        return {number for number, own in enumerate(self._people) if _all_at(own, starts)}

    def _weigh_statements(self, balance: Balance) -> None:
        """Weigh what the text says beside an office, of a mission, and of those who met their counterparts."""
        for each in self._said:
            number, stated = self._number(each), self._stated_country(each)
            balance.speak(number, stated, Clue.STATED)
            if stated is None and self._mission in self._keys and is_of_mission(each):
                balance.speak(number, self._mission, Clue.POSTED)
            balance.speak(number, self._met.get(each.person.start), Clue.MET)

    def _weigh_rivals(self, balance: Balance) -> None:
        """Weigh once that two hold an office of which a government has one, who share no name."""
        holders: dict[str, Said] = {}
        rivals = set[tuple[int, int]]()
        for each in self._said:
            role = fold(each.person.role)
            if not each.person.is_absent and is_single(role):
                first = holders.setdefault(role, each)
                if {*fold(first.person.name).split()}.isdisjoint(fold(each.person.name).split()):
                    rivals.add((self._number(first), self._number(each)))
        for one, other in sorted(rivals):
            balance.part(one, other, Clue.ALIKE)

    def _weigh_offices(self, balance: Balance, number: int, own: Sequence[Said]) -> None:
        """Weigh what the offices of somebody say."""
        if any(each.person.is_counterpart for each in own):
            balance.speak(number, self._home, -Clue.COUNTERPART)
        if len(self._keys) == TWO_SIDES:
            balance.speak(number, posted_to(self._names, own, self._keys), -Clue.POSTED)
        bodies = [key for key in self._keys if len(key) > _CODE]  # organisations, which have no ministers
        for key in bodies if any(map(is_minister, own)) else ():
            balance.speak(number, key, -Clue.OFFICE)
        balance.speak(number, self._offices.of(own), Clue.OFFICE)

    def _heir(self, relations: Relations, settled: Mapping[int, Settled]) -> int | None:
        """Return who may stand for home, for which nobody else does, and whom a list alone gives another country."""
        if self._home is None or len(self._keys) != TWO_SIDES:
            return None
        present = {self._number(each) for each in self._said if each.person.role and not each.person.is_absent}
        parties = {number: settled[number].party for number in present if number in settled}
        found = {number for number, party in parties.items() if party in self._keys} - self._stated
        listed = relations.listed
        heirs = [number for number in found if number in listed and is_heir(self._names, *listed[number])]
        return heirs[0] if len(found) == len(heirs) == 1 and self._home not in parties.values() else None

    def _told_home(self) -> str | None:
        """Return the one party of all those whose own country the text does not say, told by whom they met.

        Who only follows somebody in a list says nothing of it.
        """
        unsaid = {*range(len(self._people))} - self._stated - self._relations.listed.keys()
        found = {self._settled[number].party for number in unsaid if number in self._settled} - {None}
        return found.pop() if len(found) == 1 else None

    def _number(self, each: Said) -> int:
        return self._numbers[each.person.start]

    def _stated_country(self, each: Said) -> str | None:
        """Return the country that the text says beside somebody, which need not be a party; None if it may be two.

        An institution stands for what it is part of. A city of home before an office is where they met.
        """
        if each.country is None or (each.country.kind == "city" and each.country.keys == (self._home,)):
            return None
        wholes: dict[str, str] = cues.table()["institutions"]
        keys = each.country.keys
        found = {wholes.get(key, key) if key not in self._keys else key for key in keys} & {*self._keys}
        return keys[0] if not found else found.pop() if len(found) == 1 else None  # a Bundeskanzler may be of two


def _all_at(own: Sequence[Said], starts: Set[int]) -> bool:
    """Tell that everything that is said of the office of somebody stands at such places."""
    places = {each.person.start for each in own if each.person.role}
    return bool(places) and places <= starts
