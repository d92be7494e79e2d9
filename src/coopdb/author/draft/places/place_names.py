"""The names of places in an article: which they are, and what has only the name of one."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from operator import attrgetter

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.officials.spoken_of import SpokenOf
from coopdb.author.draft.places.world_places import find_world_places, in_country_behind
from coopdb.author.draft.text.quotes import find_quotes
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.known_places import known_places
from coopdb.text import fold
from coopdb.vocabulary.cities import countries_of_city

_BEHIND = 24  # characters behind a place that tell that it is only a part of a name
_AROUND = 25  # characters beside the adjective of a country in which its capital may stand


class PlaceNames:
    """Finds the names of places in one article, in a language; `parties` are the countries that met."""

    def __init__(self, names: Names, people: Iterable[Person], language: str | None, parties: Set[str]) -> None:
        """Take the people whose names are no places."""
        self.names, self.article, self.language = names, names.article, language
        self.people = tuple(people)
        self.parties = parties
        self.spoken_of = SpokenOf(names)

    @property
    def is_english(self) -> bool:
        """Tell a language in which a place stands before what it belongs to: the Oslo Forum."""
        return self.language in {"en", None}

    @cached_property
    def quotes(self) -> Stretches:
        """Where the text has somebody's own words."""
        return Stretches(find_quotes(self.article))

    @cached_property
    def mentions(self) -> tuple[NamedParty, ...]:
        """The names of countries and places in the order of the text, other cities of the world included."""
        world = find_world_places(self.names, self._people_words, self.parties, self.language)
        known = (in_country_behind(self.names, each) if each.kind == "city" else each for each in self.names.mentions)
        return tuple(sorted((*filter(None, known), *world, *self._journeys()), key=attrgetter("start")))

    def _journeys(self) -> Iterator[NamedParty]:
        """Yield the places in compounds that say where somebody went: på Stockholmsbesök, Romreise."""
        tails = tuple(cues.spoken("journeys", self.language))
        for word in self.article.words if tails else ():
            tail = next((each for each in tails if word.folded.endswith(each) and each != word.folded), "")
            stem = word.folded.removesuffix(tail) if tail else ""
            name = next((each for each in (stem, stem.removesuffix("s")) if each in known_places()), "")
            if name:
                yield NamedParty("city", (known_places()[name][0],), word.start, word.start + len(name))

    def is_journey(self, mention: NamedParty) -> bool:
        """Tell where somebody went, in a compound: Stockholmsbesök, China-Reise."""
        word = next(iter(self.article.words_in(mention.end, mention.end + _AROUND)), None)
        journeys = cues.spoken("journeys", self.language)
        is_joined = word is not None and self.article.plain[mention.end : word.start] in ("-", "–")
        if word is not None and is_joined and word.folded in journeys:
            return True
        first = next(iter(self.article.words_in(mention.start, mention.start + 1)), None)
        return first is not None and first.end > mention.end and first.folded.endswith(tuple(journeys or ("\0",)))

    def gives_name(self, end: int) -> bool:
        """Tell a building by which a meeting is called: the Downing Street talks."""
        behind = self.article.words_in(end, end + _AROUND)[:1]
        encounters = cues.spoken("encounters", self.language)
        return self.is_english and any(
            self.article.plain[end : each.start] == " " and each.folded in encounters for each in behind
        )

    def is_place(self, mention: NamedParty) -> bool:
        """Tell what may be a place: a city, or a country that is not the adjective of something."""
        if mention.kind == "country":
            return (self._is_noun(mention) or self._is_city_too(mention)) and not mention.is_half
        return mention.kind == "city"

    def _is_noun(self, mention: NamedParty) -> bool:
        """Tell a name from an adjective of another language: Jordanien is a country in German."""
        folded = fold(self.article.plain[mention.start : mention.end])
        labels = (self.names.words.countries[key].labels.get(self.language or "", "") for key in mention.keys)
        return not mention.is_adjective or any(fold(label) == folded for label in labels)

    def is_genitive(self, mention: NamedParty) -> bool:
        """Tell the name of whose something is: Sveriges ambassad."""
        folded = fold(self.article.plain[mention.start : mention.end])
        tables = (self.names.words.countries.index(), cues.regions())
        return mention.kind == "country" and folded.endswith("s") and not any(folded in table for table in tables)

    def is_part(self, mention: NamedParty) -> bool:
        """Tell what only has a place in its name: Norway's, Sveriges, China-Singapore, the Oslo Forum."""
        behind = self.article.plain[mention.end : mention.end + _BEHIND]
        is_joined = behind.startswith(("'s ", "’s ")) or re.match(r"[-–/]\w", behind) is not None
        if is_joined or self.is_genitive(mention):
            return True
        part = re.match(r" ([A-Z]\w*[a-z])", behind) if self.is_english else None
        words = cues.spoken("city_words", self.language)
        is_city = part is not None and mention.kind == "city" and fold(part[1]) in words
        return part is not None and not is_city  # Suwon City, but the Oslo Forum

    def _is_city_too(self, mention: NamedParty) -> bool:
        written = self.article.plain[mention.start : mention.end]
        return written[0].isupper() and fold(written) in known_places()

    def capital_of(self, mention: NamedParty) -> tuple[int, int] | None:
        """Return where a capital stands that is told by the adjective of its country: the Kenyan capital."""
        if mention.kind != "country" or not mention.is_adjective:
            return None
        words = self.article.words_in(max(mention.start - _AROUND, 0), mention.end + _AROUND)
        near = (
            [each for each in words if each.end < mention.start][-1:],
            [each for each in words if each.start > mention.end][:1],
        )
        beside = (
            each for found in near for each in found if each.folded in cues.spoken("capital_words", self.language)
        )
        capital = next(beside, None)
        return (min(mention.start, capital.start), max(mention.end, capital.end)) if capital else None

    def is_capital(self, mention: NamedParty) -> bool:
        """Tell the capital from the country of its name, by the word before it: العاصمة تونس."""
        before = self.article.words_in(max(mention.start - _AROUND, 0), mention.start)[-1:]
        is_named = any(each.folded in cues.spoken("capital_words", self.language) for each in before)
        written = self.article.plain[mention.start : mention.end]
        return is_named and set(mention.keys) <= set(countries_of_city(fold(written)))

    @cached_property
    def _people_words(self) -> frozenset[str]:
        """The words of names and offices of everybody who is named."""
        spoken = " ".join(f"{each.name} {each.role}" for each in self.people)
        return frozenset(fold(spoken).split())
