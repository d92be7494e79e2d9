"""Tells the meetings of one text apart: one party that met several others in turn, each told of in its own words."""

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.meetings.asides import Asides
from coopdb.author.draft.meetings.lists import MEETS, Lists
from coopdb.author.draft.meetings.meeting_sentences import encounters
from coopdb.author.draft.names.alliances import named_groups
from coopdb.author.draft.names.belonging import has_office
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import is_linked, is_of_report
from coopdb.author.draft.parties.trips import common_party, is_abroad, toured
from coopdb.author.draft.text.text import BACKGROUND, TITLE, Article, Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.parted_verbs import has_parted
from coopdb.author.draft.words.script import is_arabic

_SERIES = range(2, 21)  # meetings that one text may tell of, each of which is read by itself
_MOST_READ = 500_000  # characters of all of them together: a longer text is not parted
_OFFICES = ("heads_of_state", "heads_of_government", "ministers")
_LIST = 3  # countries in one breath that are a list
_FIELD = 2  # words of the field of an Arabic office
_BEFORE_NAME = 4  # words before a name in which "with" makes somebody no subject


class ToldMeeting(NamedTuple):
    """What tells of one meeting: its text, its two countries, those that were at the others, and what is doubtful."""

    article: Article
    met: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()


def split(names: Names, wording: Phrasing, home: str | None, people: Sequence[Said]) -> tuple[ToldMeeting, ...]:
    """Return an article a meeting, and whom it is not about: the whole one, unless a party met others in turn.

    A sentence that tells of a meeting, and names the office of one other party, is about the meeting with that one.
    `people` are all that the text names.
    """
    return _Trip(names, wording, home, people).parts()


class _Trip:
    """Reads a text as one about several meetings of one party."""

    def __init__(self, names: Names, wording: Phrasing, home: str | None, people: Sequence[Said]) -> None:
        self._names, self._wording, self._article = names, wording, names.article
        self._people = people
        self._asides, self._lists = Asides(wording), Lists(names, wording, people)
        self._is_abroad = is_abroad(names)
        self._common = common_party(names, wording, home, people)
        self._body = [each for each in self._article.sentences if TITLE < each.rank < BACKGROUND]

    def parts(self) -> tuple[ToldMeeting, ...]:
        whole = (ToldMeeting(self._article),)
        if (
            self._common is None
            or named_groups(self._names, None)
            or len({*self._names.titled} - {self._common}) == 1
            or self._says("together")
        ):
            return whole
        listed = self._listed()
        about = self._by_paragraph() or self._by_sentence()
        in_lists = {each.keys[0] for _, found in listed for each in found}
        named: Set[str] = in_lists if about.keys() <= in_lists else about.keys()
        named = named or toured(self._names, self._wording, self._common)
        others = [key for key in dict.fromkeys(each.keys[0] for each in self._names.mentions) if key in named]
        if len(others) not in _SERIES:
            return whole
        if len(others) * len(self._article.plain) > _MOST_READ:
            doubt = Doubt((), "the text tells of several meetings, and is too long to be split", tuple(others))
            return (ToldMeeting(self._article, doubts=(doubt,)),)
        return tuple(self._part(other, others, about, listed) for other in others)

    def _says(self, name: str) -> bool:
        return any(self._wording.says(each, name) for each in self._wording.opening)

    def _others(self, sentence: Passage) -> list[NamedParty]:
        """Return the other parties that a sentence names."""
        found = self._names.in_sentence(sentence)
        return [
            each
            for each in found
            if (each.kind == "country" or each.keys[0] in self._organizations)
            and self._common not in each.keys
            and not is_of_report(self._article, self._names, each)
        ]

    @cached_property
    def _holders(self) -> frozenset[NamedParty]:
        """What the text says of whom somebody holds an office of."""
        told = (each.country for each in self._people if each.person.role and not each.person.is_absent)
        return frozenset(each for each in told if each is not None)

    @cached_property
    def _organizations(self) -> frozenset[str]:
        """The organisations of which the text names somebody."""
        return frozenset(each.keys[0] for each in self._holders if each.kind == "organization")

    def _by_paragraph(self) -> dict[str, list[Passage]]:
        """Return the sentences of each meeting where every paragraph names the office of one other party at most."""
        found: dict[str, list[Passage]] = {}
        inside: dict[Passage | None, list[Passage]] = {}
        for sentence in self._body:
            inside.setdefault(self._article.paragraph_at(sentence.start), []).append(sentence)
        for paragraph in self._article.paragraphs:
            if TITLE < paragraph.rank < BACKGROUND:
                keys = self._acting(paragraph)
                if len(keys) > 1 or not keys.isdisjoint(self._names.titled):
                    return {}
                for key in keys:
                    found.setdefault(key, []).extend(inside[paragraph])
        is_told = self._says("separately") or all(any(map(self._meets, each)) for each in found.values())
        return found if len(found) > 1 and is_told else {}

    def _by_sentence(self) -> dict[str, list[Passage]]:
        """Return the sentences that tell of a meeting with one other party each, where they are said to be several.

        The text says that they were separate, or on a tour, or where each of the next begins.
        """
        found: dict[str, list[Passage]] = {}
        for sentence in self._body:
            keys = self._acting(sentence)
            if len(keys) == 1 and self._meets(sentence):
                found.setdefault(keys.pop(), []).append(sentence)
        follow = all(self._wording.says(passages[0], "next_stop") for passages in list(found.values())[1:])
        is_told = follow or self._says("separately") or self._says("tour")
        is_trip = len(self._names.titled) > 1 and self._is_abroad
        return found if len(found) > 1 and (is_told or is_trip) else {}

    def _acting(self, passage: Passage) -> set[str]:
        """Return the other parties of whom a passage names the office, and which nobody else is told to have met."""
        acting = [each for each in self._others(passage) if self._holds(each) and not self._heads_list(each)]
        told = [each for each in acting if not self._asides.has(self._article.sentence_at(each.start))]
        found = {each.keys[0] for each in told} or self._seated(passage)
        return found if len(found) != 1 or self._has_no_other_subject(passage, *found) else set()

    def _heads_list(self, mention: NamedParty) -> bool:
        """Tell the first of three or more in one breath, who were only there: ambassadors of Ghana, Togo and Mali."""
        sentence = self._article.sentence_at(mention.start)
        listed = self._names.beginning(mention.start, sentence.end)[:_LIST]
        return len(listed) == _LIST and all(is_linked(self._article, one, other) for one, other in pairwise(listed))

    def _seated(self, passage: Passage) -> set[str]:
        """Return the countries of the title in whose cities a passage names an office, on a trip to them."""
        article = self._article
        if not self._is_abroad or not any(map(is_office, article.folded(passage).split())):
            return set()
        cities = {each.keys[0] for each in self._names.in_sentence(passage) if each.kind == "city"}
        return cities & {*self._names.titled} - {self._common}

    def _has_no_other_subject(self, passage: Passage, key: str) -> bool:
        """Tell a passage that does not begin with somebody of a third country: he met her, and then flew on."""
        words = self._article.words_in(passage.start, passage.end)
        number = next((number for number, word in enumerate(words) if word.folded in self._surnames), None)
        if number is None or {self._surnames[words[number].folded]} & {key, self._common}:
            return True
        behind = cues.joined(None, "with", "after_which", "counterparts")
        return any(word.folded in behind for word in words[max(number - _BEFORE_NAME, 0) : number])

    @cached_property
    def _surnames(self) -> Mapping[str, str]:
        """The last names of the people whose country the text says, folded, with that country."""
        return {
            each.person.surname: each.country.keys[0]
            for each in self._people
            if each.country is not None and len(each.country.keys) == 1
        }

    def _holds(self, mention: NamedParty) -> bool:
        return mention in self._holders or self._has_office(mention)

    def _has_office(self, mention: NamedParty) -> bool:
        """Tell whether an office of a country is named; in Arabic its field stands between: وزير خارجية كينيا."""
        is_held = has_office(self._article, mention)
        if is_held or not is_arabic(self._article.plain[mention.start]):
            return is_held
        sentence = self._article.sentence_at(mention.start)
        offices = [hit for name in _OFFICES for hit in self._wording.hits(sentence, name)]
        return any(
            hit.end <= mention.start and len(self._article.words_in(hit.end, mention.start)) <= _FIELD
            for hit in offices
        )

    def _meets(self, sentence: Passage) -> bool:
        language, text = self._names.language, self._article.folded(sentence)
        is_told = self._wording.says(sentence, *MEETS) or self._article.says(sentence, "may_meet")
        is_told = is_told or has_parted(encounters(language), text, language)
        return is_told and not self._asides.has(sentence)

    def _listed(self) -> list[tuple[Passage, list[NamedParty]]]:
        """Return the sentences that list others who were met separately, with one mention of each."""
        found = []
        for sentence in self._body:
            once = {each.keys[0]: each for each in reversed(self._others(sentence))}
            is_each = bool(self._lists.again(sentence)) and all(map(self._holds, once.values()))
            is_told = is_each or self._wording.says(sentence, "separately", "each_by_each")
            if len(once) > 1 and is_told and self._meets(sentence):
                found.append((sentence, sorted(once.values(), key=lambda each: each.start)))
        return found

    def _part(
        self,
        other: str,
        others: Sequence[str],
        about: Mapping[str, Sequence[Passage]],
        listed: Sequence[tuple[Passage, list[NamedParty]]],
    ) -> ToldMeeting:
        """Return what is told of the meeting with one of the others."""
        spans = [
            (each.start, each.end) for each, owner in self._owned(about, {each for each, _ in listed}) if owner != other
        ]
        for sentence, mentions in listed:
            spans += [span for key, span in self._lists.items(sentence, mentions) if key != other]
        met = (self._common, other) if self._common else (other,)
        return ToldMeeting(self._article.without(spans), met, frozenset(others) - {other})

    def _owned(self, about: Mapping[str, Sequence[Passage]], listed: Set[Passage]) -> list[tuple[Passage, str]]:
        """Return the sentences of each meeting: what follows in the same paragraph, or names that party alone."""
        starts = {sentence: key for key, passages in about.items() for sentence in passages}
        found: list[tuple[Passage, str]] = []
        owner, paragraph = None, None
        for sentence in self._body if about else ():
            named = {each.keys[0] for each in self._others(sentence)} & set(about)
            if len(named) > 1 and sentence in listed:
                continue
            here = self._article.paragraph_at(sentence.start)
            owner = owner if here == paragraph else None
            paragraph = here
            owner = starts.get(sentence) or (next(iter(named)) if len(named) == 1 else None if named else owner)
            if owner:
                found.append((sentence, owner))
        return found
