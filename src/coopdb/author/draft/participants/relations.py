"""What sentences say of two whom they name: one met, accompanied or visited the other, or follows them in a list."""

from collections import Counter
from collections.abc import Mapping, Sequence

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.officials.met_by_side import (
    is_met_by,
    is_object,
    is_received_first,
    is_side,
    is_told_of_both,
    opens_received,
)
from coopdb.author.draft.officials.office_kinds import governing, hosts
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.officials.told_offices import acting_party
from coopdb.author.draft.participants.acting import Acting
from coopdb.author.draft.participants.balance import Balance, Clue
from coopdb.author.draft.participants.couples import act_together, is_minister, tells_own
from coopdb.author.draft.participants.encountering import Encounters
from coopdb.author.draft.participants.joined_people import JoinedPeople
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_CODE = 2  # letters of a country's code
_OWNED = pattern(r"[^\W\d_]+s\s+")  # a house that is not said to be another's: försvarsdepartementets


class Relations:
    """Puts into a balance what each sentence says of those whom it names, one behind the other.

    `listed` has those who follow somebody in a list, with these, and `paired` leaders who are named together.
    """

    def __init__(
        self,
        names: Names,
        said: Sequence[Said],
        keys: Sequence[str],
        home: str | None,
        numbers: Mapping[int, int],
        balance: Balance,
    ) -> None:
        """Read the sentences; `numbers` tells by the start of a name who it is."""
        self.listed: dict[int, tuple[Said, Said]] = {}
        self.paired = set[int]()
        self._names, self._article, self._keys, self._home = names, names.article, keys, home
        self._numbers, self._balance = numbers, balance
        self._encounters = Encounters(names)
        self._joined = JoinedPeople(names)
        self._acting = Acting(names.article, names.language)
        self._holders = Counter(each.sentence for each in said if each.person.role)
        self._lists = self._joined.count_lists([each for each in said if each.person.role])
        is_titled = len(names.titled) == TWO_SIDES and {*names.titled} == {*keys}
        self._first = names.titled[0] if is_titled else home  # in whose order leaders may be named
        self._company = set[int]()  # those of whom only a pronoun says whom they go with
        self._leader: Said | None = None  # of the delegation that the text has named last
        self._delegation = -1, ""  # which acted last, and where its sentence ends
        self._met_by: dict[int, int] = {}  # who met somebody, by where they are named
        self._read(said)

    def _read(self, said: Sequence[Said]) -> None:
        """Weigh what each sentence says of those whom it names, one behind the other."""
        official = {self._number(each) for each in said if each.person.role or each.person.is_acting}
        before = head = None  # the one before, and the last one before who has an office
        for each in said:
            if before and before.sentence == each.sentence:
                self._beside(each, before if self._number(before) in official or not head else head)
            else:
                head = None
                self._of_first(each)
            if len(self._keys) == TWO_SIDES:
                self._balance.speak(self._number(each), self._visited(each, before), -Clue.VISITED)
            self._acting.see(each)
            self._leader = each if self._encounters.leads(each) else self._leader
            before = each
            head = each if self._number(each) in official else head

    def _beside(self, each: Said, before: Said) -> None:
        """Weigh what a sentence says of two who are named one behind the other."""
        number, first = self._number(each), before.person.whole_end
        pair = self._names, before.person, each.person, each.sentence
        is_sure = each.country is not None or self._holders[each.sentence] == TWO_SIDES
        is_of_two = is_sure or self._lists[each.sentence] == TWO_SIDES
        if (is_of_two and is_object(*pair)) or (is_sure and is_received_first(*pair)):
            self._meet(each, self._number(before))
            return
        if self._is_pair(before, each) or self._is_couple(before, each) or self._act_as_two(before, each):
            self._balance.part(number, self._number(before), Clue.TOGETHER)
            self.paired |= {number, self._number(before)}
            self._balance.speak(self._number(before), self._first, Clue.FIRST)
        elif self._is_listed(each, before):
            if not each.country:
                self._balance.follow(number, self._number(before), Clue.LISTED)
                self.listed[number] = (before, each)
            elif self._joined.are_royal(before, each) or (not before.country and self._number(before) in self._company):
                # King Olav and Queen Maja of Norway; Lund, and Dahl, ambassador of Norway
                self._balance.follow(self._number(before), number, Clue.LISTED)
            return
        if each.person.is_counterpart:
            self._balance.part(number, self._number(before), Clue.COUNTERPART)
        met_by = self._met_by.get(before.person.start)
        if met_by is not None and self._encounters.is_next(each, first):  # met Ruiz and spoke with Novak
            self._meet(each, met_by)
            return
        actor = self._actor(before) if met_by is None else met_by
        if actor is not None and self._encounters.is_joined(each, first):
            self._balance.part(number, actor, Clue.MET)
        elif actor is not None:
            self._by_verb(each, actor, first, self._number(before))

    def _of_first(self, each: Said) -> None:
        """Weigh what a sentence says of the first whom it names, by who acts in it without an office, or before."""
        first = each.sentence.start
        if opens_received(self._names, each.person, each.sentence):
            return  # by one who is named behind
        if self._encounters.receives(each):
            subject = self._actor(self._acting.subject) if self._acting.subject else None
            if subject is not None:
                self._balance.part(self._number(each), subject, Clue.MET)
            else:
                self._balance.speak(self._number(each), self._home, -Clue.UNNAMED)
            return
        if self._leader and self._encounters.is_of_delegation(each):
            self._balance.follow(self._number(each), self._number(self._leader), Clue.LISTED)
            return
        if self._is_leader(each):
            self._balance.speak(self._number(each), self._delegation[1], Clue.MET)
            return
        actor = self._acting.before(each)
        if actor is None and (told := acting_party(self._names, each, self._keys)):
            self._of_told(each, told)
        elif found := actor or self._acting.implied or self._implied(each):
            if (number := self._actor(found)) is not None:
                is_sure = actor is not None and not self._acting.is_called_by_pronoun(each)
                self._by_verb(each, number, first, weight=Clue.LISTED if is_sure else Clue.UNNAMED)
        elif self._home:
            self._by_verb_of(each, self._home, first, Clue.UNNAMED)

    def _of_told(self, each: Said, told: NamedParty) -> None:
        """Weigh what a sentence says of the first whom it names, by the country that acts before them."""
        pair, is_delegation = (self._names, each.person, told, each.sentence), is_side(self._names, told, each.sentence)
        self._delegation = (each.sentence.end, told.keys[0]) if is_delegation else self._delegation
        if not is_delegation or not is_met_by(*pair):
            self._by_verb_of(each, told.keys[0], told.end, Clue.MET)
        elif not is_told_of_both(*pair):
            self._balance.speak(self._number(each), told.keys[0], -Clue.MET)

    def _is_leader(self, each: Said) -> bool:
        """Tell who led the delegation of the sentence before: it was led by; not: the talks were led by."""
        end, start = self._delegation[0], each.sentence.start
        if end < 0 or self._article.plain[end:start].strip() or not self._encounters.leads(each):
            return False
        opening = fold(self._article.plain[start : each.person.whole_start])
        is_other = not cues.spoken("articles", self._names.language).isdisjoint(opening.split()[:1])
        return not is_other and not cues.word_list("may_meet", self._names.language).is_in(opening)

    def _implied(self, each: Said) -> Said | None:
        """Return who acted last in the paragraph, where a sentence says nobody: the visit goes on."""
        subject = self._acting.subject
        paragraph = self._article.paragraph_at(each.person.start)
        if subject is None or self._article.paragraph_at(subject.person.start) != paragraph:
            return None
        near = each.person.whole_start
        before = self._article.words_in(each.sentence.start, near)  # il capo della diplomazia è stato ricevuto dal
        return None if any(is_office(word.folded) for word in before) else subject

    def _by_verb(self, each: Said, actor: int, first: int, near: int | None = None, weight: int = Clue.LISTED) -> None:
        """Weigh that somebody accompanied, or was met by, one who acts, and whose name ends at a place.

        Who goes with one whom the sentence does not name may go with the other of the sentence before.
        """
        if self._encounters.is_with(each, first):
            self._balance.follow(self._number(each), actor if near is None else near, weight)
            if weight < Clue.LISTED:
                self._company.add(self._number(each))
        elif self._encounters.is_met(each, first):
            self._meet(each, actor)

    def _by_verb_of(self, each: Said, party: str, first: int, weight: int) -> None:
        """Weigh that somebody accompanied, or was met by, one of a party whom the sentence does not name."""
        if self._encounters.is_with(each, first):
            self._balance.speak(self._number(each), party, weight)
        elif self._encounters.is_met(each, first):
            self._balance.speak(self._number(each), party, -weight)

    def _meet(self, each: Said, actor: int) -> None:
        self._met_by[each.person.start] = actor
        self._balance.part(self._number(each), actor, Clue.MET)

    def _visited(self, each: Said, before: Said | None) -> str | None:
        """Return the party that somebody visits: the visit of Minister Novak to Malta, King Olav visits Malta."""
        end = each.person.whole_end
        places = (m for m in self._names.beginning(end, each.sentence.end) if not m.is_adjective)
        place = next((m for m in places if m.keys[0] in self._keys), None)
        if place is None or each.country or not each.person.role or each.person.is_absent:
            return None
        if self._encounters.visits(each, place.start):
            return place.keys[0]
        if not self._encounters.goes_to(each, place.start):
            return None
        is_head = before is None or before.sentence != each.sentence or self._is_pair(before, each)
        is_guest = self._encounters.is_visitor(each) or (is_head and self._encounters.travels(each, place.start))
        return place.keys[0] if is_guest else None

    def _act_as_two(self, before: Said, each: Said) -> bool:
        """Tell the only two of a sentence, who presided or signed together: was co-chaired by Novak and Ruiz.

        Of those who signed, the second is an ambassador: was signed by Minister Novak and Ambassador Ruiz.
        """
        is_two = self._holders[each.sentence] == TWO_SIDES == len(self._keys) and each.sentence == before.sentence
        if not is_two or not self._joined.is_listed(before, each):
            return False
        folded = self._article.folded(each.sentence)
        is_guest = is_minister(before) and is_envoy(each.person.role) and not (before.country or each.country)
        signs = is_guest and cues.word_list("signed_by", self._names.language).is_in(folded)
        return signs or cues.word_list("co_chaired", self._names.language).is_in(folded)

    def _is_pair(self, before: Said, each: Said) -> bool:
        """Tell two leaders who are named together; not: was received by President Ruiz and Prime Minister Berg."""
        return before.person.start not in self._met_by and self._joined.is_pair(before, each)

    def _number(self, each: Said) -> int:
        return self._numbers[each.person.start]

    def _actor(self, each: Said) -> int | None:
        """Return the number of one who acts: a surname that the text has no full name of may be anybody's."""
        if each.person.role or each.person.is_acting:
            return self._number(each)
        holder = self._acting.holder(each)
        return self._number(holder) if holder else None

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
        is_two = self._holders[each.sentence] == TWO_SIDES == len(self._keys)
        return is_two and act_together(self._names, {*self._keys} - {self._home}, before, each)
