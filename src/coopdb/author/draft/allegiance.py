"""Whom a person stands for: the country that the text says, that of the one before in a list, or home."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property

from coopdb.author.draft import cues
from coopdb.author.draft.acting import Acting
from coopdb.author.draft.couples import act_together, heirs, surname, tells_own, told_to_be_met
from coopdb.author.draft.encountering import INTO, Encounters
from coopdb.author.draft.joined_people import JoinedPeople
from coopdb.author.draft.name_forms import is_office
from coopdb.author.draft.names import Names
from coopdb.author.draft.office_kinds import governing, hosts, is_of_mission, is_single, mission_of
from coopdb.author.draft.prominence import Party
from coopdb.author.draft.said import Said
from coopdb.author.draft.told_counterparts import told_by_counterparts
from coopdb.author.draft.told_offices import ToldOffices, acting_party, posted_to
from coopdb.text import fold

_CODE = 2  # letters of a country's code
_BOTH = 2  # parties, of which two leaders are
_OWNED = re.compile(r"[^\W\d_]+s\s+")  # a house that is not said to be another's: försvarsdepartementets


class Basis(Enum):
    """What a party rests on: the text says it, a rule, or the order of two names."""

    TOLD = "told"
    RULE = "rule"
    GUESS = "guess"


class Allegiance:
    """Tells of each person whom they stand for."""

    def __init__(self, names: Names, said: Sequence[Said], parties: tuple[Party, ...], home: str | None) -> None:
        article, language = names.article, names.language
        self._article, self._said, self._names = article, said, names
        self._keys = [party.key for party in parties]
        self._encounters = Encounters(article, language)
        self._home = home if home in self._keys else None
        if home is None and len(self._keys) == _BOTH:
            self._home = self._other(told_to_be_met(names, said, self._keys, self._encounters))
        self._full = {word for each in said if " " in each.person.name for word in fold(each.person.name).split()}
        self._parties: dict[int, str | None] = {}
        self._by_surname: dict[str, str] = {}
        self._by_word: dict[str, str] = {}  # of names
        self._met_by: dict[int, str] = {}  # the party of the one who met somebody
        self._partners: dict[int, tuple[Said, bool]] = {}  # the other of two leaders, and whether this one is first
        self._listed: dict[int, Said] = {}  # the one before in a list
        self._before: dict[int, Said] = {}  # the one before in a sentence
        self._holders = Counter(each.sentence for each in said if each.person.role)
        self._offices = ToldOffices(names, self._keys, said)
        self._acting = Acting(article, language)
        self._joined = JoinedPeople(names)
        met = told_by_counterparts(names, said, self._keys) if len(self._keys) == _BOTH else {}
        before, mission = None, mission_of(said)
        for each in said:
            stated = self._stated(each.country.keys) if each.country else None
            posted = mission if mission in self._keys and is_of_mission(each) else met.get(each.person.start)
            key = stated or posted or self._inherited(each, before) or self._beside(each, before)
            self._parties[each.person.start] = key
            if key is not None:
                self._by_surname.setdefault(surname(each), key)
                for word in fold(each.person.name).split():
                    self._by_word.setdefault(word, key)
            self._acting.see(each)
            if before and before.sentence == each.sentence:
                self._before[each.person.start] = before
            if before and (self._joined.is_pair(before, each) or self._is_couple(before, each)):
                self._partners[before.person.start], self._partners[each.person.start] = (each, True), (before, False)
            before = each
        self._part_two()

    def _part_two(self) -> None:
        """Give nobody's country to the second of two of a list, of whom one may stand for home."""
        if self._home is None or len(self._keys) != _BOTH:
            return
        for each in [*heirs(self._names, self._said, self._listed, self._parties, self._home)]:
            self._parties[each.person.start] = None
            self._by_surname.pop(surname(each), None)
            if (before := self._listed.get(each.person.start)) is not None:
                self._partners[each.person.start] = (before, False)

    def of(self, said: Sequence[Said]) -> tuple[str | None, Basis]:
        """Return the party of a person, and what it rests on; a country that is told and is not a party is None."""
        told = Counter(key for each in said if (key := self._parties[each.person.start]) is not None)
        if told:
            key = told.most_common(1)[0][0]
            return (key if key in self._keys else None), Basis.TOLD
        return next(self._by_rule(said), (self._home, Basis.RULE))

    def _by_rule(self, said: Sequence[Said]) -> Iterator[tuple[str | None, Basis]]:
        """Yield the party of somebody of whom the text says none, by each rule that holds, the surest first."""
        is_of_two = self._home is not None and len(self._keys) == _BOTH
        if is_of_two and (paired := self._opposite(said)):
            yield paired
        if any(each.person.is_counterpart for each in said):
            yield self._of_counterpart(said), Basis.RULE
        if len(self._keys) == _BOTH and (post := posted_to(self._names, said, self._keys)):
            yield self._other(post), Basis.RULE
        if (told_of := self._offices.of(said)) is not None:
            yield told_of, Basis.RULE
        if (listed := self._listed.get(said[0].person.start)) is not None:
            yield self.of([listed])
        if is_of_two and self._is_second(said):
            yield next(key for key in self._keys if key != self._home), Basis.GUESS

    def _of_counterpart(self, said: Sequence[Said]) -> str | None:
        """Return the party of a counterpart: not home, nor that of the one before, where one is left."""
        known = {
            self._home,
            *(self._parties.get(b.person.start) for e in said if (b := self._before.get(e.person.start))),
        }
        others = [key for key in self._keys if key not in known]
        return others[0] if len(others) == 1 and len(self._keys) > 1 else None

    def _beside(self, each: Said, before: Said | None) -> str | None:
        """Return the party of somebody whom the one before met, or who accompanied them: She met President Ruiz."""
        if len(self._keys) != _BOTH:
            return None
        if visited := self._visited(each, before):
            return self._other(visited)
        if before is None or before.sentence != each.sentence:
            return self._of_first(each)
        met = self._met_by.get(before.person.start)
        own, first = met or self._own(before), max(before.person.end, before.person.role_end)
        if met and self._encounters.is_next(each, first):  # met Ruiz and spoke with Novak
            self._met_by[each.person.start] = met
            return self._other(met)
        return self._other(own) if self._encounters.is_joined(each, first) else self._by_verb(each, own, first)

    def _of_first(self, each: Said) -> str | None:
        """Return the party of the first person of a sentence, by who acts in it without an office, or before."""
        if self._encounters.receives(each):
            subject = self._acting.subject
            return self._other(self._own(subject) if subject else self._home)
        actor, subject = self._acting.before(each), self._acting.implied
        told = acting_party(self._names, each, self._keys) or (self._parties[subject.person.start] if subject else None)
        own = self._own(actor) if actor else told or self._implied(each) or self._home
        return self._by_verb(each, own, each.sentence.start)

    def _implied(self, each: Said) -> str | None:
        """Return the party of who acted last in the paragraph, where a sentence says nobody: the visit goes on."""
        subject = self._acting.subject
        paragraph = self._article.paragraph_at(each.person.start)
        if subject is None or self._article.paragraph_at(subject.person.start) != paragraph:
            return None
        near = min(each.person.near or each.person.start, each.person.start)
        before = self._article.words_in(each.sentence.start, near)  # il capo della diplomazia è stato ricevuto dal
        return None if any(is_office(word.folded) for word in before) else self._own(subject)

    def _by_verb(self, each: Said, own: str | None, first: int) -> str | None:
        """Return the party of somebody who accompanied, or was met by, one of a party whose name ends at a place."""
        if own is None or own not in self._keys:
            return None
        if self._encounters.is_with(each, first):
            return own
        if not self._encounters.is_met(each, first):
            return None
        self._met_by[each.person.start] = own
        return self._other(own)

    def _other(self, own: str | None) -> str | None:
        """Return the other of two parties."""
        return next(key for key in self._keys if key != own) if own in self._keys else None

    def _visited(self, each: Said, before: Said | None) -> str | None:
        """Return the party that somebody visits: the visit of Minister Novak to Malta, King Olav visits Malta."""
        end = max(each.person.end, each.person.role_end)
        places = (m for m in self._names.within(end, each.sentence.end) if m.start >= end and not m.is_adjective)
        place = next((m for m in places if m.keys[0] in self._keys), None)
        if place is None or not INTO.fullmatch(self._article.plain, end, place.start):
            return None
        is_head = before is None or before.sentence != each.sentence or self._joined.is_pair(before, each)
        is_guest = self._encounters.is_visitor(each) or (is_head and self._encounters.travels(each, place.start))
        return place.keys[0] if is_guest else None

    def _own(self, each: Said) -> str | None:
        """Return the party of one who acts: a surname that the text has no full name of may be anybody's."""
        if not each.person.role:
            holder = self._acting.holder(each)
            return self._own(holder) if holder else None
        word = fold(each.person.name)
        known = self._parties[each.person.start] or self._by_surname.get(surname(each)) or self._by_word.get(word)
        known = known or self._offices.of([each])
        is_full = " " in each.person.name or surname(each) in self._full
        return known or (self._home if is_full else None)

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
            key = self._parties[each.person.start] or self._by_surname.get(surname(each))
            role = fold(each.person.role)
            if key in (None, self._home) and not each.person.is_absent and is_single(role):
                found.setdefault(role, surname(each))
        return found

    def _opposite(self, said: Sequence[Said]) -> tuple[str | None, Basis] | None:
        """Return the party of one of two leaders who are named together, of whom the text says no country.

        They are of the two parties: this one of that of which the other is not, else home's may be the one named first.
        """
        other = next(key for key in self._keys if key != self._home)
        for each in said:
            partner, is_first = self._partners.get(each.person.start, (None, False))
            if partner and (told := self._by_surname.get(surname(partner))):
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
        if _OWNED.fullmatch(self._article.plain, each.person.near, each.person.role_start) or hosts(before, each):
            return None
        if not self._joined.is_listed(before, each):
            return None
        is_apart = self._home is not None and ";" in self._joined.between(before, each) and tells_own(before)
        if is_apart and self._parties[before.person.start] != self._home:
            return None
        key = self._parties[before.person.start]
        if key is not None and len(key) > _CODE and fold(each.person.role) in governing():
            return None  # the president of the commission and Prime Minister Ruiz
        self._listed[each.person.start] = before
        return key

    def _is_couple(self, before: Said, each: Said) -> bool:
        """Tell the only two of a sentence, who met: Minister Novak and Minister Ruiz discussed trade."""
        is_two = self._holders[each.sentence] == _BOTH and len(self._keys) == _BOTH
        return is_two and act_together(self._names, {*self._keys} - {self._home}, before, each)
