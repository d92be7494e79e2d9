"""What the text says beside the name of a place: that they met there, went there, or only something else of it."""

from collections.abc import Iterable, Set
from functools import cached_property
from itertools import pairwise, takewhile

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.places.place_names import PlaceNames
from coopdb.author.draft.places.unknown_places import UnknownPlaces
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.datelines import is_dateline, is_foot
from coopdb.author.draft.text.text import Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.text import fold

_BACK = 14  # words before a place that are looked at
_ATTACHED = ("ب", "لل")  # in and to, which Arabic writes before the word
_SIGNED = 6  # words between `done` and the place
_SEAT = 3  # words between an embassy, and whose it is, and the place
_REACH = 9  # words between a visit, or an invitation, and the place
_NAMED = 4  # words between the noun of an event and its place
_CLAUSE = 25  # characters from a place to the verb behind it
_TIMES = ("weekdays", "months", "last", "next")


class PlaceClues(PlaceNames):
    """Tells what stands before the names of places in one article; each list of words is read once."""

    def __init__(
        self,
        names: Names,
        people: Iterable[Person],
        language: str | None,
        parties: Set[str] = frozenset(),
    ) -> None:
        """Read the words of a language; `parties` are the countries that met."""
        super().__init__(names, people, language, parties)
        self.teller = Teller(names.article, language)

    @cached_property
    def _in(self) -> frozenset[str]:
        return cues.small_words("locatives", self.language)

    @cached_property
    def _toward(self) -> frozenset[str]:
        return cues.small_words("toward", self.language)

    @cached_property
    def _fillers(self) -> frozenset[str]:
        return cues.spoken("place_fillers", self.language)

    @cached_property
    def before_places(self) -> frozenset[str]:
        """The small words before a place, and before `the capital`, folded."""
        return self._fillers | {fold(each) for each in self._toward | self._in}

    @cached_property
    def _name_ends(self) -> frozenset[str]:
        """The last words of the names of everybody who is named: behind an office, a country is whose it is."""
        return frozenset(words[-1] for each in self.people if (words := fold(each.name).split()))

    def way(self, start: int, end: int) -> str:
        """Tell how a place is spoken of: `in`, `to` (somebody went there), `dateline`, `foot`, or as nothing."""
        if is_foot(self.article, start, end):
            return "foot"
        if is_dateline(self.article, start, end):
            return "dateline"
        sentence = self.article.sentence_at(start)
        words = self.article.words_in(sentence.start, start)[-_BACK:]
        if words and words[-1].end > start:  # Arabic writes the preposition before the word
            return self._attached(words, start)
        if (inner := self._unknown.before(words, start, end)) is not None:
            return "" if self._is_of_somebody(inner, start) else "in"
        number = self._skip_fillers(words)
        way = self._by_filler(words, number, start) or (self._by_word(words[:number], start) if number else "")
        return way or (self._by_word(words, start) if number == len(words) - 1 else "")  # a, which is an article too

    def _by_word(self, words: tuple[Word, ...], start: int) -> str:
        """Read the small word before a place, or the verb of who went there."""
        small, before = self._written(words[-1]), words[:-1]
        ways = (
            ("to", small in self._toward and (self._visit(before) or self._is_welcomed(before))),
            ("foot", small in self._in and self._is_done_at(before)),
            ("in", small in self._in and self._is_told(before, start)),
            ("to", self._is_visited(words)),
        )
        return next((way for way, is_so in ways if is_so), "")

    def _is_done_at(self, before: tuple[Word, ...]) -> bool:
        """Tell the foot of a document: done in duplicate at Oslo."""
        return 0 < len(before) <= _SIGNED and before[0].folded in cues.spoken("done_at", self.language)

    def _by_filler(self, words: tuple[Word, ...], number: int, start: int) -> str:
        """Read the preposition that Arabic writes before the word for a capital or a city: بالعاصمة, لمدينة."""
        first = words[number].folded if number < len(words) else ""
        if first.startswith("ب") and not self._is_of_somebody(words[:number], start):
            return "in"
        return "to" if first.startswith("لل") and self._visit(words[:number]) else ""

    def _attached(self, words: tuple[Word, ...], start: int) -> str:
        prefix = self.article.plain[words[-1].start : start]
        if prefix.endswith("ب") and self._is_told(words[:-1], start, is_attached=True):
            return "in"
        return "to" if prefix.startswith("ل") and self._visit(words[:-1]) else ""

    def is_about(self, start: int) -> bool:
        """Tell a place in what they talked about: spoke about the events in; no day or host event stands beside it."""
        sentence = self.article.sentence_at(start)
        if self._is_dated(start) or self.article.says(sentence, "margins"):
            return False
        before = self.article.words_in(sentence.start, start)[-_REACH:]
        abouts = cues.spoken("abouts", self.language)
        return any(
            one.folded in abouts and not other.folded.isdigit() and other.folded not in self._meetings
            for one, other in pairwise(before)
        )

    def is_of_event(self, start: int) -> bool:
        """Tell the place of an event with a name, or that others held: the Forum in Delhi, au sommet tenu à Delhi."""
        sentence = self.article.sentence_at(start)
        before = self.article.words_in(sentence.start, start)[-_NAMED:]
        nouns = cues.spoken("event_nouns", self.language)
        is_held = not telling_words.words("held_by_others").isdisjoint(each.folded for each in before)
        return any(each.folded in nouns and (is_held or self.article.plain[each.start].isupper()) for each in before)

    def _skip_fillers(self, words: tuple[Word, ...]) -> int:
        """Return how many words are left before articles, `the capital`, and whose capital it is."""
        number = len(words)
        while number and (words[number - 1].folded in self._fillers or self._is_of_capital(words, number)):
            number -= 1
            if words[number].folded.startswith(_ATTACHED):  # which ends what is to be skipped
                break
        return number

    def _is_of_capital(self, words: tuple[Word, ...], number: int) -> bool:
        """Tell whose a capital is: the Peruvian capital Lima, العاصمة الإسبانية مدريد."""
        is_beside = number < len(words) or (number > 1 and words[number - 2].folded in self._fillers)
        return is_beside and self._is_whose(words[number - 1])

    def _is_whose(self, word: Word) -> bool:
        """Tell the country of a capital: the Peruvian capital."""
        return any(each.is_adjective and each.end == word.end for each in self.names.within(word.start, word.end))

    def _written(self, word: Word) -> str:
        """Return a word as it is written, with the hyphen before it: Jae-in is no `in`."""
        start = word.start - self.article.plain.startswith("-", word.start - 1)
        return self.article.plain[start : word.end].lower()

    def _is_told(self, before: tuple[Word, ...], start: int, *, is_attached: bool = False) -> bool:
        """Tell `met the minister in Oslo` from `the embassy in Oslo`, `the war in Sudan`."""
        if self._is_of_somebody(before, start):
            return False
        if not before or not self._is_country(start):
            return True
        word = before[-1]
        if is_attached:  # the ambassador of Peru in Togo, whose preposition is written with it
            return word.folded in self._meetings
        return (
            word.folded.isdigit()
            or word.folded in self._openers
            or word.folded in self._name_ends
            or self.article.plain[word.end] in ",،"
            or any(each.end == word.end for each in self.names.within(word.start, word.end))
            or self._is_dated(start)
        )

    def _is_of_somebody(self, before: tuple[Word, ...], start: int) -> bool:
        """Tell a place where somebody or something else is: the embassy in Oslo, invited to Oslo, der in Kiel lebt."""
        near = {each.folded for each in (*before[-_SEAT:], *self._before_country(before)[-_SEAT:])}
        is_seat = not near.isdisjoint(cues.spoken("seats", self.language))
        return is_seat or self._is_invited(before) or self._is_lived_in(start)

    def _before_country(self, before: tuple[Word, ...]) -> tuple[Word, ...]:
        """Return what stands before the country right before a place: der Botschafter der Republik Kenia in Oslo."""
        found = self.names.within(before[-1].start, before[-1].end) if before else ()
        country = next((each for each in found if each.kind == "country" and each.end == before[-1].end), None)
        return tuple(each for each in before if each.end <= country.start) if country else ()

    def _is_dated(self, start: int) -> bool:
        """Tell a country behind which a day stands: signed by both in Singapore on 21 November, i Norge i tisdags."""
        end = self._ends[start]
        behind = self.article.words_in(end, end + _CLAUSE)[:3]
        days = telling_words.day_words(self.language)
        is_day = any(each.folded.isdigit() or each.folded in days for each in behind)
        return is_day and not any(mark in self.article.plain[end : behind[-1].start] for mark in ".;:")

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Where the names of places end, by where they begin; of two that begin together the first."""
        return {each.start: each.end for each in reversed(self.mentions)}

    @cached_property
    def _unknown(self) -> UnknownPlaces:
        return UnknownPlaces(self.names, self.language, self._ends)

    def _is_lived_in(self, start: int) -> bool:
        """Tell a place behind which a language with the verb at the end says who lives there: der in Kiel lebt."""
        verbs = cues.spoken("seats_behind", self.language)
        words = self.article.words_in(start, start + _CLAUSE)[1:] if verbs else ()
        return not verbs.isdisjoint(each.folded for each in words)

    @cached_property
    def _openers(self) -> frozenset[str]:
        """The words after which a country is where they met: also an office or a counterpart."""
        offices = cues.joined(None, "counterparts", "offices")
        return self._meetings | {said.split()[-1] for said in offices}

    @cached_property
    def _meetings(self) -> frozenset[str]:
        """The last words of what tells of a meeting, a visit or a time: met, talks, yesterday."""
        lists = ("may_meet", "place_openers", "visiting", "event_nouns")
        times = (name for each in _TIMES for name in telling_words.words(each))
        relative = (word for table in telling_words.relative_days().values() for word in table)
        met = (word for each in lists for word in cues.spoken(each))
        return frozenset(word for said in (*met, *times, *relative) for word in said.split()[-1:])

    def _is_country(self, start: int) -> bool:
        found = self.names.within(start, start + 1)
        return any(each.start == start and each.kind == "country" for each in found)

    def _visit(self, before: tuple[Word, ...]) -> bool:
        """Tell a place somebody went to: a visit to, will travel to."""
        near = {word.folded for word in before[-_REACH:]}
        return not near.isdisjoint(cues.spoken("visiting")) and not self._is_invited(before)

    def _is_welcomed(self, before: tuple[Word, ...]) -> bool:
        """Tell a place to which somebody was welcomed: welcomed the Prime Minister of Norway to Nairobi."""
        return not cues.spoken("welcoming", self.language).isdisjoint(word.folded for word in before)

    def _is_visited(self, before: tuple[Word, ...]) -> bool:
        """Tell a place after the verb itself: visited Kenya; or after who went there: besökte ministern Sverige."""
        verbs = cues.spoken("visits_place")
        if not before or self._is_invited(before):
            return False
        if before[-1].folded in verbs or self._is_visited_lately(before, verbs):
            return True
        is_person = before[-1].folded in self._people_words or before[-1].folded in cues.spoken("offices")
        return is_person and not {word.folded for word in before[-_REACH:]}.isdisjoint(cues.spoken("visits_inverted"))

    def _is_visited_lately(self, before: tuple[Word, ...], verbs: frozenset[str]) -> bool:
        """Tell a verb between which and the place there is only when that was: besökte nyligen, visitó ayer."""
        times = telling_words.day_words(self.language) | cues.spoken("lately", self.language)
        late = [*takewhile(lambda each: each.folded in times, reversed(before))]
        return 0 < len(late) < len(before) and before[-len(late) - 1].folded in verbs

    def _is_invited(self, before: tuple[Word, ...]) -> bool:
        """Tell a visit that somebody is only invited to."""
        text = f" {' '.join(word.folded for word in before)} "
        return cues.word_list("invites", self.language).is_in(text)
