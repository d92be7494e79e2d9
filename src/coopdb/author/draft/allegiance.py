"""Whom a person stands for: the country that the text says, that of the one before in a list, or home."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum

from coopdb.author.draft import cues
from coopdb.author.draft.acting import Acting
from coopdb.author.draft.couples import act_together, is_heir, tells_own
from coopdb.author.draft.encountering import INTO, Encounters
from coopdb.author.draft.joined_people import JoinedPeople
from coopdb.author.draft.name_forms import is_office
from coopdb.author.draft.names import Names
from coopdb.author.draft.office_kinds import governing, hosts, is_of_mission, is_single, mission_of
from coopdb.author.draft.prominence import Party
from coopdb.author.draft.said import Said
from coopdb.author.draft.siding import Settled, Sides
from coopdb.author.draft.told_counterparts import told_by_counterparts
from coopdb.author.draft.told_offices import ToldOffices, acting_party, posted_to
from coopdb.text import fold

_CODE = 2  # letters of a country's code
_BOTH = 2  # parties, of which two leaders are
_OWNED = re.compile(r"[^\W\d_]+s\s+")  # a house that is not said to be another's: försvarsdepartementets

# How much each kind of clue says.
_STATED = 100  # the text says the country beside the office
_POSTED = 70  # a diplomat of the one embassy of the text, or an ambassador to a party
_MET = 60  # one met the other
_VISITED = 50
_COUNTERPART = 50
_OFFICE = 45  # an office that the text tells of one party alone
_LISTED = 40  # the one before in a list, or who accompanied another
_TOGETHER = 40  # two leaders who are named together
_UNNAMED = 20  # one who acts, whom the text does not name, met somebody
_ALIKE = 15  # two offices of which a government has one
_HOME = 10  # nothing else is told
_FIRST = 6  # the first of two


class Basis(Enum):
    """What a party rests on: the text says it, a rule, or the order of two names."""

    TOLD = "told"
    RULE = "rule"
    GUESS = "guess"


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
        """Weigh what is said of all; `people` has all that is said of each."""
        article, language = names.article, names.language
        self._article, self._said, self._names, self._people = article, said, names, people
        self._keys = [party.key for party in parties]
        self._encounters = Encounters(article, language)
        self._joined = JoinedPeople(names)
        self._acting = Acting(article, language)
        self._offices = ToldOffices(names, self._keys, said)
        self._met_by: dict[int, int] = {}  # who met somebody, by where they are named
        self._listed: dict[int, tuple[Said, Said]] = {}  # somebody and the one before them in a list
        self._paired = set[int]()  # two leaders who are named together
        self._numbers = {each.person.start: number for number, cluster in enumerate(people) for each in cluster}
        self._by_word: dict[str, int] = {}
        for each in said:
            self._numbers.setdefault(each.person.start, len(people) + len(self._numbers))
            for word in fold(each.person.name).split():
                self._by_word.setdefault(word, self._numbers[each.person.start])
        self._holders = Counter(each.sentence for each in said if each.person.role)
        self._stated = {self._number(each) for each in said if self._stated_party(each)}
        self._official = {self._number(each) for each in said if each.person.role}
        self._home = home if home in self._keys else None
        self._settled = self._settle()
        if home is None and len(self._keys) == _BOTH:
            self._home = self._told_home()
            self._settled = self._settle()

    def of(self, said: Sequence[Said]) -> tuple[str | None, Basis]:
        """Return the party of a person, and what it rests on; a country that is told and is not a party is None."""
        number = self._number(said[0])
        found = self._settled.get(number, Settled(None, 0))
        if number in self._stated:
            return (found.party if found.party in self._keys else None), Basis.TOLD
        is_guess = found.margin < (_ALIKE if number in self._paired else _HOME)
        return found.party, Basis.GUESS if found.party and is_guess else Basis.RULE

    def _told_home(self) -> str | None:
        """Return the party of all of whom the text says no country, but whom they met."""
        numbers = range(len(self._people))
        found = {
            each.party
            for number in numbers
            if number not in self._stated and (each := self._settled.get(number)) and each.margin
        }
        return found.pop() if len(found) == 1 else None

    def _settle(self) -> dict[int, Settled]:
        """Weigh everything that the text says of whom people stand for."""
        self._sides = Sides(self._keys)
        self._acting = Acting(self._article, self._names.language)
        self._met_by = {}
        self._listed = {}
        self._paired = set()
        for number, cluster in enumerate(self._people):
            self._by_office(number, cluster)
        self._by_statements()
        self._by_sentences()
        self._rivals()
        for number in range(len(self._people)) if self._home else ():
            if number not in self._paired:
                self._speak(number, self._home, _HOME)
        settled = self._sides.settle()
        if (heir := self._heir(settled)) is None:
            return settled
        self._speak(heir, self._home, _LISTED)
        return self._sides.settle()

    def _speak(self, number: int, party: str | None, weight: int) -> None:
        if party is not None:
            self._sides.speak(number, party, weight)

    def _by_statements(self) -> None:
        """Weigh what the text says beside an office, of a mission, and of those who met their counterparts."""
        met = told_by_counterparts(self._names, self._said, self._keys) if len(self._keys) == _BOTH else {}
        mission = mission_of(self._said)
        for each in self._said:
            number = self._number(each)
            if stated := self._stated_party(each):
                self._speak(number, stated, _STATED)
            elif mission in self._keys and is_of_mission(each):
                self._speak(number, mission, _POSTED)
            self._speak(number, met.get(each.person.start), _MET)

    def _by_sentences(self) -> None:
        """Weigh what each sentence says of those whom it names, one behind the other."""
        before = head = None  # the one before, and the last one before who has an office
        for each in self._said:
            if before and before.sentence == each.sentence:
                self._beside(each, before if self._number(before) in self._official or not head else head)
            else:
                head = None
                self._of_first(each)
            if len(self._keys) == _BOTH:
                self._speak(self._number(each), self._visited(each, before), -_VISITED)
            self._acting.see(each)
            before = each
            head = each if self._number(each) in self._official else head

    def _heir(self, settled: Mapping[int, Settled]) -> int | None:
        """Return who may stand for home, for which nobody else does, and whom a list alone gives another country."""
        if self._home is None or len(self._keys) != _BOTH:
            return None
        own = [each for each in self._said if each.person.role and not each.person.is_absent]
        if any(self._settled_at(settled, each) == self._home for each in own):
            return None
        found = {self._number(each) for each in own if self._settled_at(settled, each) in self._keys} - self._stated
        heirs = [each for each in found if each in self._listed and is_heir(self._names, *self._listed[each])]
        return heirs[0] if len(found) == len(heirs) == 1 else None

    def _settled_at(self, settled: Mapping[int, Settled], each: Said) -> str | None:
        found = settled.get(self._number(each))
        return found.party if found else None

    def _by_office(self, number: int, cluster: Sequence[Said]) -> None:
        """Weigh what the offices of somebody say."""
        if self._home and any(each.person.is_counterpart for each in cluster):
            self._speak(number, self._home, -_COUNTERPART)
        if len(self._keys) == _BOTH and (post := posted_to(self._names, cluster, self._keys)):
            self._speak(number, post, -_POSTED)
        self._speak(number, self._offices.of(cluster), _OFFICE)

    def _beside(self, each: Said, before: Said) -> None:
        """Weigh what a sentence says of two who are named one behind the other."""
        number, first = self._number(each), max(before.person.end, before.person.role_end)
        if self._joined.is_pair(before, each) or self._is_couple(before, each):
            self._sides.part(number, self._number(before), _TOGETHER)
            self._paired |= {number, self._number(before)}
            self._speak(self._number(before), self._home, _FIRST)
        elif self._is_listed(each, before):
            if not each.country:
                self._sides.follow(number, self._number(before), _LISTED)
                self._listed[number] = (before, each)
            return
        if each.person.is_counterpart:
            self._sides.part(number, self._number(before), _COUNTERPART)
        met_by = self._met_by.get(before.person.start)
        if met_by is not None and self._encounters.is_next(each, first):  # met Ruiz and spoke with Novak
            self._meet(each, met_by)
            return
        actor = self._actor(before) if met_by is None else met_by
        if actor is not None and self._encounters.is_joined(each, first):
            self._sides.part(number, actor, _MET)
        elif actor is not None:
            self._by_verb(each, actor, first, self._number(before))

    def _of_first(self, each: Said) -> None:
        """Weigh what a sentence says of the first whom it names, by who acts in it without an office, or before."""
        first = each.sentence.start
        if self._encounters.receives(each):
            subject = self._actor(self._acting.subject) if self._acting.subject else None
            if subject is not None:
                self._sides.part(self._number(each), subject, _MET)
            else:
                self._speak(self._number(each), self._home, -_UNNAMED)
            return
        actor = self._acting.before(each)
        if actor is None and (told := acting_party(self._names, each, self._keys)):
            self._by_verb_of(each, told, first, _MET)
        elif found := actor or self._acting.implied or self._implied(each):
            if (number := self._actor(found)) is not None:
                self._by_verb(each, number, first)
        elif self._home:
            self._by_verb_of(each, self._home, first, _UNNAMED)

    def _implied(self, each: Said) -> Said | None:
        """Return who acted last in the paragraph, where a sentence says nobody: the visit goes on."""
        subject = self._acting.subject
        paragraph = self._article.paragraph_at(each.person.start)
        if subject is None or self._article.paragraph_at(subject.person.start) != paragraph:
            return None
        near = min(each.person.near or each.person.start, each.person.start)
        before = self._article.words_in(each.sentence.start, near)  # il capo della diplomazia è stato ricevuto dal
        return None if any(is_office(word.folded) for word in before) else subject

    def _by_verb(self, each: Said, actor: int, first: int, near: int | None = None) -> None:
        """Weigh that somebody accompanied, or was met by, one who acts, and whose name ends at a place."""
        if self._encounters.is_with(each, first):
            self._sides.follow(self._number(each), actor if near is None else near, _LISTED)
        elif self._encounters.is_met(each, first):
            self._meet(each, actor)

    def _by_verb_of(self, each: Said, party: str, first: int, weight: int) -> None:
        """Weigh that somebody accompanied, or was met by, one of a party whom the sentence does not name."""
        if self._encounters.is_with(each, first):
            self._speak(self._number(each), party, weight)
        elif self._encounters.is_met(each, first):
            self._speak(self._number(each), party, -weight)

    def _meet(self, each: Said, actor: int) -> None:
        self._met_by[each.person.start] = actor
        self._sides.part(self._number(each), actor, _MET)

    def _visited(self, each: Said, before: Said | None) -> str | None:
        """Return the party that somebody visits: the visit of Minister Novak to Malta, King Olav visits Malta."""
        end = max(each.person.end, each.person.role_end)
        places = (m for m in self._names.within(end, each.sentence.end) if m.start >= end and not m.is_adjective)
        place = next((m for m in places if m.keys[0] in self._keys), None)
        if place is None or each.country or not each.person.role or each.person.is_absent:
            return None
        if self._encounters.visits(each, place.start):
            return place.keys[0]
        if not INTO.fullmatch(self._article.plain, end, place.start):
            return None
        is_head = before is None or before.sentence != each.sentence or self._joined.is_pair(before, each)
        is_guest = self._encounters.is_visitor(each) or (is_head and self._encounters.travels(each, place.start))
        return place.keys[0] if is_guest else None

    def _number(self, each: Said) -> int:
        return self._numbers[each.person.start]

    def _actor(self, each: Said) -> int | None:
        """Return the number of one who acts: a surname that the text has no full name of may be anybody's."""
        if each.person.role:
            return self._number(each)
        holder = self._acting.holder(each)
        return self._number(holder) if holder else None

    def _rivals(self) -> None:
        """Weigh that two hold offices of which a government has one each: the second in the text is of another."""
        holders: dict[str, Said] = {}
        for each in self._said:
            role = fold(each.person.role)
            if not each.person.is_absent and is_single(role):
                first = holders.setdefault(role, each)
                if {*fold(first.person.name).split()}.isdisjoint(fold(each.person.name).split()):
                    self._sides.part(self._number(first), self._number(each), _ALIKE)

    def _stated_party(self, each: Said) -> str | None:
        """Return the party that the text says, if it is one; an institution stands for what it is part of."""
        if each.country is None:
            return None
        wholes: dict[str, str] = cues.table()["institutions"]
        keys = each.country.keys
        found = {wholes.get(key, key) if key not in self._keys else key for key in keys} & {*self._keys}
        return keys[0] if not found else found.pop() if len(found) == 1 else None  # a Bundeskanzler may be of two

    def _is_listed(self, each: Said, before: Said) -> bool:
        """Tell one who stands for the party of the one before in a list."""
        if _OWNED.fullmatch(self._article.plain, each.person.near, each.person.role_start) or hosts(before, each):
            return False
        if not self._joined.is_listed(before, each):
            return False
        if fold(each.person.role) in governing() and before.country and len(before.country.keys[0]) > _CODE:
            return False  # the president of the commission and Prime Minister Ruiz
        return not (self._home is not None and ";" in self._joined.between(before, each) and tells_own(before))

    def _is_couple(self, before: Said, each: Said) -> bool:
        """Tell the only two of a sentence, who met: Minister Novak and Minister Ruiz discussed trade."""
        is_two = self._holders[each.sentence] == _BOTH and len(self._keys) == _BOTH
        return is_two and act_together(self._names, {*self._keys} - {self._home}, before, each)
