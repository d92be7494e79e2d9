"""Who received whom at home: in his office, at the palace; they met in the country of the one who received."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import BACKGROUND, BODY, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.parted_verbs import parted
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList
from coopdb.text import fold

_NEAR = 120  # characters between the verb and the guest
_BEHIND = 80  # characters from the verb to the guest where he stands behind it, alone
_GUEST = 4  # words between `visiting` and whose the guest is
_AUXILIARY = 4  # words between an auxiliary and its verb
_PARTED = 23  # words between the parts of a verb
_ARTICLED = 2  # a preposition and an article
_FEW = 2  # words behind a place
_JOINED = 8  # words between two who are named as one


class Host(NamedTuple):
    """The country of the one who received, and the words that say so; `is_sure`: in a place of his own."""

    country: str
    start: int
    end: int
    is_sure: bool = True


def find_host(names: Names, people: Iterable[Person], parties: Iterable[str], teller: Teller) -> Host | None:
    """Find who received the others: `people` are those who met, `parties` their countries."""
    keys = frozenset(parties)
    known = tuple(each for each in people if each.party in keys)
    hosting = _Hosting(names, sorted(_balance(names, known, keys)), known, keys, teller)
    return hosting.at_own_place() or hosting.of_visitor() or hosting.receiving()


class _Hosting:
    """Reads the sentences of an article for who was at home; `sides`: where the text names a party, in order."""

    def __init__(
        self,
        names: Names,
        sides: list[tuple[int, str]],
        people: tuple[Person, ...],
        parties: frozenset[str],
        teller: Teller,
    ) -> None:
        self._names, self._article, self._teller = names, names.article, teller
        self._language = language = teller.language
        self._balance, self._parties = sides, parties
        self._people = sorted((min(each.start, each.role_start), str(each.party)) for each in people)
        envoys = cues.spoken("ambassadors", language)
        acting = {str(each.party) for each in people if envoys.isdisjoint(fold(each.role).split())}
        self._ambassadors = {str(each.party) for each in people} - acting
        self._offices = Stretches((each.role_start, each.role_end) for each in people)
        heads = cues.spoken("heads_of_state", language) | cues.spoken("heads_of_government", language)
        listed = WordList(heads)
        self._heads = {each.party for each in people if listed.is_in(f" {fold(each.role)} ")} - {None}
        self._all = [each for each in names.article.sentences if each.rank < BACKGROUND]
        self._read = [each for each in self._all if each.rank < BODY]

    def at_own_place(self) -> Host | None:
        """Find who received in a place of his own, or met there: in his office, at the palace, at the ministry."""
        for sentence in self._all:
            for start, end in places_in(self._article, sentence, cues.word_list("own_places", self._language)):
                if self._is_in_office(start) or self._is_of_embassy(sentence):
                    continue
                country = self._receiver(sentence) or self._owner(sentence, start, end)
                if country:
                    return Host(country, start, end)
        return None

    def _is_in_office(self, start: int) -> bool:
        """Tell the ministry that somebody's office names: Staatssekretär im Bundesministerium für Wirtschaft."""
        return self._offices.cover(start)

    def _is_of_embassy(self, sentence: Passage) -> bool:
        return cues.word_list("embassies", self._language).is_in(self._article.folded(sentence))

    def of_visitor(self) -> Host | None:
        """Find the host of who is called a visitor: met the visiting Kenyan minister."""
        for sentence in self._read:
            for start, end in places_in(self._article, sentence, cues.word_list("visiting_guest", self._language)):
                behind = self._article.words_in(end, sentence.end)[:_GUEST]
                named = self._names.beginning(end, behind[-1].end if behind else end)
                guest = next((each for each in named if each.kind == "country" and each.is_adjective), None)
                others = self._parties - set(guest.keys) if guest else frozenset()
                if len(others) == 1 and len(self._parties) == TWO_SIDES:
                    return Host(next(iter(others)), start, end, is_sure=False)
        return None

    def receiving(self) -> Host | None:
        """Find who received somebody of another party, wherever that was: at home, unless the text says otherwise."""
        for sentence in self._read:
            verb, country = self._verb(sentence), self._receiver(sentence)
            is_post = self._is_of_embassy(sentence) or country in self._ambassadors
            if verb and country and not is_post and self._is_guest_named(sentence, verb, country):
                return Host(country, *verb, is_sure=False)
        return None

    def _is_guest_named(self, sentence: Passage, verb: tuple[int, int], host: str) -> bool:
        """Tell a guest near the verb from what else one receives: a call, a letter, an invitation."""
        is_behind = not self._is_passive(sentence, verb[0]) and not self._is_last(verb)
        here = [(place, party) for place, party in self._here(sentence) if not is_behind or place >= verb[1]]
        guests = [place for place, party in here if party != host]
        near = min((abs(place - verb[1]) for place in guests), default=_NEAR + 1)
        most = _BEHIND if is_behind and not is_arabic(self._article.plain[verb[0]]) else _NEAR
        folded = {word.folded for word in self._article.words_in(verb[1], verb[1] + _NEAR)}
        return near <= most and folded.isdisjoint(cues.spoken("received_things", self._language))

    def _here(self, sentence: Passage) -> list[tuple[int, str]]:
        return self._balance[
            bisect_left(self._balance, (sentence.start, "")) : bisect_left(self._balance, (sentence.end, ""))
        ]

    def _verb(self, sentence: Passage) -> tuple[int, int] | None:
        passive = next(places_in(self._article, sentence, cues.word_list("received_by", self._language)), None)
        active = next(places_in(self._article, sentence, cues.word_list("receives", self._language)), None)
        return passive or active or self._parted(sentence)

    def _parted(self, sentence: Passage) -> tuple[int, int] | None:
        """Find the second part of a verb that receives: I dag tog ministern emot."""
        words = self._article.words_in(sentence.start, sentence.end)
        verbs, folded = cues.spoken("receives", self._language), [word.folded for word in words]
        apart = parted(folded, "parted_verbs", self._language, _PARTED)
        tails = (words[tail] for head, tail in apart if f"{folded[head]} {folded[tail]}" in verbs)
        return next(((word.start, word.end) for word in tails), None)

    def _receiver(self, sentence: Passage) -> str | None:
        """Return whose country received, as the language has it: before the verb, behind it, or first of all."""
        verb, here = self._verb(sentence), self._here(sentence)
        if verb is None:
            return None
        said = fold(self._article.plain[verb[0] : verb[1]])
        behind = next((party for place, party in here if place >= verb[1]), None)
        if said in cues.spoken("received_by", self._language):
            return behind
        if is_arabic(self._article.plain[verb[0]]):
            return self._before(verb[0]) if self._is_meant_before(verb[1]) else behind
        if self._is_passive(sentence, verb[0]):
            return self._agent(sentence, here)
        before = [party for place, party in here if place < verb[0]]
        return before[0 if self._is_last(verb) else -1] if before else None

    def _is_last(self, verb: tuple[int, int]) -> bool:
        """Tell a verb at the end of its sentence, far from the one who acts: hat die Ministerin empfangen."""
        return fold(self._article.plain[verb[0] : verb[1]]) in cues.spoken("receives_last", self._language)

    def _is_passive(self, sentence: Passage, verb: int) -> bool:
        """Tell who was received: right before the verb, or anywhere in a sentence with the verb at its end."""
        words = self._article.words_in(sentence.start, verb)
        near = words if cues.spoken("receives_last", self._language) else words[-_AUXILIARY:]
        return not cues.spoken("passives", self._language).isdisjoint(word.folded for word in near)

    def _agent(self, sentence: Passage, here: list[tuple[int, str]]) -> str | None:
        """Return who stands behind `by`: was received on Tuesday by the minister."""
        agents = cues.spoken("by_whom", self._language)
        words = self._article.words_in(sentence.start, sentence.end)
        start = next((word.end for word in words if word.folded in agents), sentence.end)
        return next((party for place, party in here if start <= place <= start + _NEAR), None)

    def _is_meant_before(self, end: int) -> bool:
        """Tell a host who is called only by his rank: استقبل معاليه."""
        ranks = {telling_words.with_article(each) for each in cues.small_words("of_rank", self._language)}
        following = self._article.words_in(end, end + _NEAR)[:_FEW]
        last = following[-1].end if following else end
        is_named = bisect_left(self._balance, (end, "")) < bisect_left(self._balance, (last, ""))
        first = self._article.plain[following[0].start : following[0].end] if following else ""
        return not is_named and telling_words.with_article(first) in ranks

    def _before(self, place: int) -> str | None:
        number = bisect_left(self._people, (place, ""))
        return self._people[number - 1][1] if number else None

    def _owner(self, sentence: Passage, start: int, end: int) -> str | None:
        """Return whose the place is where nobody is said to receive, in a sentence that tells of the meeting.

        A palace is that of the only head of state or government, if there is one; else the place is his who acts.
        """
        told = self._teller.at(start, start)
        if not self._is_in(sentence, start) or told.kind != "meeting" or len(self._parties) != TWO_SIDES:
            return None
        is_palace = cues.word_list("palaces", self._language).is_in(f" {fold(self._article.plain[start:end])} ")
        if is_palace and self._heads:
            return next(iter(self._heads)) if len(self._heads) == 1 else None
        here = [(place, party) for place, party in self._here(sentence) if place < start]
        if sentence.rank >= BODY and len({party for _, party in self._here(sentence)}) < TWO_SIDES:
            return None
        return self._accrediting() if here and self._act_together(here) else here[0][1] if here else None

    def _accrediting(self) -> str | None:
        """Return whose is not represented by an ambassador, where only the other is: he is at his post."""
        others = self._parties - self._ambassadors
        return next(iter(others)) if len(self._ambassadors) == 1 and len(others) == 1 else None

    def _act_together(self, here: list[tuple[int, str]]) -> bool:
        """Tell two who are named as one: the Kenyan and Norwegian ministers met in her office."""
        first, party = here[0]
        other = next((place for place, each in here if each != party), first)
        between = self._article.words_in(first, other)
        links = telling_words.words("and")
        return len(between) <= _JOINED and not links.isdisjoint(each.folded for each in between)

    def _is_in(self, sentence: Passage, start: int) -> bool:
        """Tell a place in which something was: at the ministry, im Kanzleramt, بمقر الوزارة."""
        if self._article.plain.startswith("ب", start):
            return True
        first = self._article.words_in(start, start + 1)
        near = (*self._article.words_in(sentence.start, start)[-_ARTICLED:], *first)
        return any(each.folded in cues.spoken("locatives", self._language) for each in near)


def _balance(names: Names, people: Iterable[Person], parties: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield where the text names a party, or somebody of one, also by the last name alone."""
    surnames = dict[str, str]()
    for person in people:
        yield min(person.start, person.role_start), str(person.party)
        surnames[person.surname] = str(person.party)
    yield from ((word.start, surnames[word.folded]) for word in names.article.words if word.folded in surnames)
    for mention in names.of_kind("country"):
        if mention.keys[0] in parties:
            yield mention.start, mention.keys[0]
