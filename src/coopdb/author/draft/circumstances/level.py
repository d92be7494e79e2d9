"""The level of a meeting: that of the highest offices of the sides, when it is the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.office_levels import (
    LEVELS,
    RANKS,
    OfficeLevel,
    level_of,
    office_of,
    unnamed_office,
    unnamed_offices,
)
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.phrase_lists import phrases_of
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.text.wording import Phrasing

_BOTH = {
    "both_heads_of_state": "head-of-state",
    "both_heads_of_government": "head-of-government",
    "both_ministers": "ministerial",
}
_LOWER: Mapping[tuple[str, ...], str] = {  # the level where the sides differ, as records have it
    ("head-of-government", "ministerial"): "ministerial",
    ("ministerial", "deputy-ministerial"): "ministerial",
    ("ambassadorial", "sub-national"): "sub-national",
}
_ALONE = ("ministerial", "parliamentary")  # of one side that is told alone: who meets a minister is nearly always one
_OTHERS = ("heads_of_state", "heads_of_government", "deputy_ministers", "ambassadors", "senior_officials", "lesser")
_OFFICES = tuple(dict.fromkeys((*LEVELS, *_OTHERS)))
_RULE = "highest office of both sides"
_MARGIN = 6  # words before a meeting of ministers that say that it was beside it

Balance = Mapping[str, OfficeLevel]


def find_level(
    wording: Phrasing, names: Names, people: Sequence[Person], parties: Sequence[str], language: str | None
) -> DraftFinding | None:
    """Find the level; where the sides differ, or one of them is not told, it may be a doubt with what it may be."""
    return _Levels(wording, names, people, parties, language).find()


@dataclass(frozen=True)
class _Levels:
    """Reads the levels of the offices of one meeting."""

    wording: Phrasing
    names: Names
    people: Sequence[Person]
    parties: Sequence[str]
    language: str | None

    def find(self) -> DraftFinding | None:
        """Find the level by the first sentence with the offices of two sides, else by all the text."""
        together = next(self._together(), None)
        if together:
            return self._of(together)
        sides = {party: side for party in self.parties if (side := self._highest(party, self._present))}
        present = {party: side for party in self.parties if (side := sides.get(party) or self._unnamed(party))}
        return self._state_visit(present) or self._of_ministers(present) or self._of_all(present)

    @cached_property
    def _present(self) -> list[Person]:
        return [each for each in self.people if not _is_witness(self.wording, each)]

    @cached_property
    def _by_sentence(self) -> Mapping[Passage, list[Person]]:
        """The people who were there, by the sentence that names them."""
        found: dict[Passage, list[Person]] = defaultdict(list)
        for each in self._present:
            found[self.wording.article.sentence_at(each.start)].append(each)
        return found

    def _together(self) -> Iterator[Balance]:
        """Yield for each sentence of title and lead the offices of two sides or more."""
        for sentence in (*self.wording.titles, *self.wording.leads):
            own = self._by_sentence.get(sentence, [])
            sides = {}
            for party in self.parties:
                found = self._highest(party, own) or self._unnamed_in(sentence, party)
                if found:
                    sides[party] = found
            equals = {each.party for each in own if each.is_counterpart and not self._level(each)} - sides.keys()
            if len(sides) >= TWO_SIDES or (sides and equals and not all(each.is_unnamed for each in sides.values())):
                yield sides

    def _level(self, person: Person) -> str | None:
        return level_of(person.role, phrases_of(self.language), self.language)

    def _highest(self, party: str, people: Sequence[Person]) -> OfficeLevel | None:
        """Return the highest office among the people of a side."""
        own = (office_of(self.wording, each) for each in people if each.party == party)
        return min(filter(None, own), key=lambda each: RANKS[each.level], default=None)

    def _unnamed(self, party: str) -> OfficeLevel | None:
        return unnamed_office(self.wording, self.names, party)

    def _unnamed_in(self, sentence: Passage, party: str) -> OfficeLevel | None:
        found = unnamed_offices(self.wording, self.names, party, sentence)
        return min(found, key=lambda each: RANKS[each.level], default=None)

    def _of(self, sides: Balance) -> DraftFinding:
        """Find the level of sides that are told together; a doubt where they differ much."""
        told = sorted(sides.values(), key=lambda each: each.start)
        levels = tuple(sorted({each.level for each in told}, key=RANKS.__getitem__))
        level = levels[0] if len(levels) == 1 else _LOWER.get(levels, "")
        rule = _RULE if level else "the sides were of different levels"
        return DraftFinding(level, told[0].start, told[0].end, rule, levels if len(levels) > 1 else ())

    def _of_all(self, sides: Balance) -> DraftFinding | None:
        """Find the level of sides that are told apart; of one side alone it may be a doubt."""
        equals = {each.party for each in self._present if each.is_counterpart and not self._level(each)}
        untold = {party for party in self.parties if party not in sides and party not in equals}
        levels = {each.level for each in sides.values()}
        if all(each.is_unnamed for each in sides.values()) and (untold or len(levels) != 1):
            return _of_both(self.wording)
        if len(levels) > 1 or (not untold and len(self.parties) >= TWO_SIDES):
            return self._of(sides)
        (level,) = levels
        first = min(sides.values(), key=lambda each: each.start)
        if len(self.parties) >= TWO_SIDES and self._is_equal(level, untold):
            return DraftFinding(level, first.start, first.end, "office of one side, and no other office is told")
        return DraftFinding("", first.start, first.end, "the office of one side alone is told", (level,))

    def _is_equal(self, level: str, untold: set[str]) -> bool:
        """Tell whether a side without an office was of the other's level: the prime minister met Kenya's."""
        strays = set(self._strays())
        if level in _ALONE and not strays & set(_OTHERS):
            return True
        return len(untold) == 1 and {LEVELS.get(name, "") for name in strays} == {level}

    def _strays(self) -> Iterator[str]:
        """Yield the lists of the offices of the opening that are not those beside names: the prime minister."""
        roles = [(each.role_start, each.role_end) for each in self.people]
        for sentence in self.wording.opening:
            hits = [(name, hit) for name in _OFFICES for hit in self.wording.hits(sentence, name)]
            for name, hit in hits:
                covers = (each for _, each in hits if each.start <= hit.start and hit.end <= each.end)
                is_part = any(each.end - each.start > hit.end - hit.start for each in covers)
                if not is_part and not any(low <= hit.start and hit.end <= high for low, high in roles):
                    yield name

    def _state_visit(self, sides: Balance) -> DraftFinding | None:
        """Find a visit of state, which a head of state makes."""
        for sentence in (*self.wording.titles, *self.wording.leads):
            for hit in self.wording.hits(sentence, "state_visit"):
                if {each.level for each in sides.values()} <= {"head-of-state"}:
                    return DraftFinding("head-of-state", hit.start, hit.end, "visit of state")
        return None

    def _of_ministers(self, sides: Balance) -> DraftFinding | None:
        """Find a conference of ministers, where nobody of a higher level is told."""
        if any(RANKS[each.level] < RANKS["ministerial"] for each in sides.values()):
            return None
        for sentence in (*self.wording.titles, *self.wording.leads):
            for hit in self.wording.hits(sentence, "ministers_together"):
                if not self.wording.is_after(sentence, "part_of", hit, _MARGIN):
                    return DraftFinding("ministerial", hit.start, hit.end, "meeting of ministers")
        return None


def _is_witness(wording: Phrasing, person: Person) -> bool:
    """Tell somebody in whose presence others signed."""
    start = min(person.near, person.start)
    sentence = wording.article.sentence_at(person.start)
    return any(each.end <= start for each in wording.hits(sentence, "witnesses"))


def _of_both(wording: Phrasing) -> DraftFinding | None:
    """Find the level where nobody is named: the two ministers."""
    for sentence in (*wording.titles, *wording.leads):
        for name, level in _BOTH.items():
            for hit in wording.hits(sentence, name):
                return DraftFinding(level, hit.start, hit.end, _RULE)
    return None
