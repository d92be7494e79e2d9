"""Finds what an article names: countries and organisations by any of their names, and cities."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from coopdb.author.draft.names.adjectives import is_adjective
from coopdb.author.draft.names.arabic_article import has_article, lacks_article
from coopdb.author.draft.names.codes import Codes
from coopdb.author.draft.names.namesakes import Namesakes, is_behind_holder, is_visited_by_holder
from coopdb.author.draft.names.written_in import is_language
from coopdb.author.draft.text.language import find_language
from coopdb.author.draft.text.text import TITLE, Article, Passage, Word
from coopdb.author.draft.words import cues, known_places
from coopdb.author.draft.words.name_forms import first_forms, first_words, forms
from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.index import HALF
from coopdb.vocabulary.vocabularies import Vocabularies

NamedKind = Literal["country", "organization", "city"]

_LONGEST = 7  # words of a name
_WIDEST = 80  # characters of one
_MEETING = "la reunion"  # which begins sentences, where La Réunion is an island
TWO_SIDES = 2  # countries or organisations, which make a meeting
_YEAR = pattern(r"(?<!\w)(?:18|19|20)\d\d(?!\w)")
_JOINED_TO = pattern(r"\s?[-–/]\s?(\w+)")
_HALF = pattern(r"[-–](?!pa[cz]if|sax|sachs|saks)", re.IGNORECASE)  # sino-indian, not Indo-Pacific
_COMMISSION = "european-commission"


class NamedParty(NamedTuple):
    """A name in the plain text: what it may mean, and whether it is an adjective."""

    kind: NamedKind
    keys: tuple[str, ...]
    start: int
    end: int
    is_adjective: bool = False
    is_half: bool = False


class Names:
    """Finds the names in one article."""

    def __init__(
        self,
        article: Article,
        words: Vocabularies,
        language: str | None = None,
        absent: frozenset[str] = frozenset(),
        on: Period | None = None,
    ) -> None:
        """Find the names in an article; those of `absent` countries are passed over.

        `on` is the day of the publication, where it is known.
        """
        self.article, self.words = article, words
        self.language = language or find_language(article)
        self.absent, self.on = absent, on
        self._first = first_words(words)
        self._lengths, self._cities = dict[str, int](), set[str]()
        self._codes = Codes(article, words, self.language)
        self._namesakes = Namesakes(article, words, self.language)
        named = tuple(self._find())
        found = tuple(each for each in named if not absent.issuperset(each.keys))
        self.passed_over = tuple(each for each in named if absent.issuperset(each.keys))
        surnames = self._namesakes.surnames
        otherwise = {key for each in found if self._text_of(each) not in surnames for key in each.keys}
        self.mentions = tuple(
            each for each in found if self._text_of(each) not in surnames or not otherwise.isdisjoint(each.keys)
        )
        self._starts = [mention.start for mention in self.mentions]

    def joined(self, more: Iterable[NamedParty]) -> "Names":
        """Return the names with more mentions of countries, in which no other stands: Luís Montenegro."""
        found, added = copy(self), tuple(more)
        inner = {place for each in added for place in range(each.start, each.end)}
        others = (each for each in self.mentions if each.start not in inner)
        found.mentions = tuple(sorted((*others, *added), key=attrgetter("start")))
        found._starts = [mention.start for mention in found.mentions]  # noqa: SLF001  # a Names too
        for listed in ("countries", "in_title", "titled"):  # which are told anew
            vars(found).pop(listed, None)
        return found

    def within(self, start: int, end: int) -> tuple[NamedParty, ...]:
        """Return the mentions that begin in a part of the text, and the one before it."""
        first = max(bisect_left(self._starts, start) - 1, 0)
        return self.mentions[first : bisect_left(self._starts, end, first)]

    def beginning(self, start: int, end: int) -> tuple[NamedParty, ...]:
        """Return the mentions that begin in a part of the text."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end, first)]

    def in_sentence(self, sentence: Passage) -> tuple[NamedParty, ...]:
        """Return the mentions that begin in a sentence, or in another passage."""
        return self.beginning(sentence.start, sentence.end)

    def of_kind(self, *kinds: NamedKind) -> tuple[NamedParty, ...]:
        """Return the mentions of some kinds, in the order of the text."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes of the countries that the article names."""
        return frozenset(each.keys[0] for each in self.mentions if each.kind == "country" and len(each.keys) == 1)

    @cached_property
    def in_title(self) -> tuple[NamedParty, ...]:
        """The countries in the title, in its order, one as often as it is named."""
        return tuple(each for each in self.of_kind("country") if self.article.rank_at(each.start) == TITLE)

    @cached_property
    def titled(self) -> tuple[str, ...]:
        """The codes of the countries that the title names, in its order, each once."""
        return tuple(dict.fromkeys(each.keys[0] for each in self.in_title))

    @property
    def has_capital_title(self) -> bool:
        """Tell a title that writes every word with a capital."""
        return self._namesakes.is_capitalized

    def _text_of(self, mention: NamedParty) -> str:
        return fold(self.article.plain[mention.start : mention.end])

    def _find(self) -> Iterator[NamedParty]:
        words = self.article.words
        number = 0
        while number < len(words):
            mention, used = self._at(words, number)
            if mention and self._is_meant(mention, words, number):
                yield mention
            number += used

    def _at(self, words: tuple[Word, ...], number: int) -> tuple[NamedParty | None, int]:
        longest = self._longest(words[number].folded)
        for length in range(min(longest, len(words) - number), 0, -1):
            here = words[number : number + length]
            written = self.article.plain[here[0].start : here[-1].end]
            if len(written) > _WIDEST or "\n" in written:
                continue
            name = " ".join(word.folded for word in here)
            if name == _MEETING and written.split()[-1].islower():
                continue
            written_so = tuple(forms(name, written))
            if not cues.listed("no_countries").isdisjoint(written_so):
                return None, length
            if length > 1 and name in cues.spoken("commissioners"):
                return NamedParty("organization", (_COMMISSION,), here[0].start, here[0].end), 1
            for form in written_so:
                start = self._start_of(form, here) if form != name else here[0].start
                if mention := self._named(form, start, here[-1].end):
                    return mention, length
        return None, 1

    def _longest(self, first: str) -> int:
        """Return how many words a name may have that begins with a word; 0 where none does."""
        if first not in self._lengths:
            self._lengths[first] = min(max(self._first.get(form, 0) for form in first_forms(first)), _LONGEST)
        return self._lengths[first]

    def _start_of(self, form: str, here: tuple[Word, ...]) -> int:
        """Return where a name begins after the letters that Arabic writes before it."""
        start, end = here[0].start, here[-1].end
        starts = (start + skipped for skipped in range(1, 4))
        return next((each for each in starts if fold(self.article.plain[each:end]) == form), start)

    def _named(self, name: str, start: int, end: int) -> NamedParty | None:
        written = self.article.plain[start:end]
        place = known_places.known_places().get(name)
        keys = self._countries(name)
        if (
            keys
            and self._codes.may_be(name, written, start)
            and has_article(self.article.plain, [self.words.countries[key] for key in keys], name, start, end)
            and not (place and self._is_city(place[0], keys, name, end))
        ):
            is_said_of = is_adjective(self.words, self.language, keys, name, written)
            if is_said_of or not written[0].islower():  # la réunion is not an island
                return NamedParty("country", keys, start, end, is_said_of)
        if (keys := self.words.countries.index().get(name + HALF, ())) and _HALF.match(self.article.plain, end):
            return NamedParty("country", keys, start, end, is_adjective=True, is_half=True)
        if (keys := self._organizations(name)) and self._codes.may_be(name, written, start):
            return NamedParty("organization", keys, start, end)
        is_bare = place is not None and lacks_article(self.article.plain, name, start, end)  # رياض is a man
        if place and not is_bare and not written.rpartition(" ")[2][0].islower():  # in the Hague
            return NamedParty("city", (place[0],), start, end)
        return None

    def _countries(self, name: str) -> tuple[str, ...]:
        """Return the countries of a name, those that exist today where there are any."""
        keys = self.words.countries.index().get(name, ()) or cues.regions().get(name, ())
        keys = keys or (cues.countries(self.language).get(name, ()) if self.language else ())
        today = tuple(key for key in keys if not self.words.countries[key].is_former)
        return today or tuple(key for key in keys if self._is_of_its_days(key))

    def _organizations(self, name: str) -> tuple[str, ...]:
        return self.words.organizations.index().get(name, ()) or cues.organizations(self.language).get(name, ())

    def _is_of_its_days(self, key: str) -> bool:
        """Tell whether a text has a year in which a former state was, or none: Hawaii is a state of the union now."""
        ends = [period.until.year for period in self.words.countries[key].periods if period.until]
        return not self._years or not ends or min(self._years) <= max(ends)

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(int(year) for year in _YEAR.findall(self.article.plain))

    def _is_city(self, country: str, keys: tuple[str, ...], name: str, end: int) -> bool:
        """Tell a city from a country of the same name: عمان before a dash, and then anywhere in the text."""
        if re.match(r"\s*(?:-|–|\(|\d)", self.article.plain[end : end + 4]):
            self._cities.add(name)
        return country not in keys and name in self._cities

    def _is_meant(self, mention: NamedParty, words: tuple[Word, ...], first: int) -> bool:
        """Tell a place from a part of another name: Frank Paris, Web Summit Qatar."""
        plain, written = self.article.plain, self.article.plain[mention.start : mention.end]
        is_inverted = cues.has_trait(self.language, "verb_second")
        if mention.kind == "city" and is_inverted and is_visited_by_holder(words, first, self.language):
            return True
        before = words[first - 1] if first else None
        if self._namesakes.has(mention.start, mention.end, mention.keys, before, is_adjective=mention.is_adjective):
            return False
        is_small = mention.is_adjective and written[0].islower()
        if is_small and is_language(self.article, mention.start, mention.end, self.language):
            return False
        if mention.is_adjective or not written[0].isupper() or before is None:
            return True
        word = plain[before.start : before.end]
        is_joined = plain[before.end : mention.start] == " " and word[:1].isupper() and word != word.upper()
        if mention.kind == "country" and is_joined and is_inverted:
            goes_on = plain[mention.end : mention.end + 2].strip()[:1].islower()
            is_joined = not goes_on and not is_behind_holder(words, first)
        is_named = " " in written.strip() or self._is_first_of_two(mention)
        if not is_joined or is_named or self.article.rank_at(mention.start) == TITLE:
            return True
        is_place = self._namesakes.is_name_before(before) or before.folded in known_places.known_places()
        return is_place or before.folded in cues.spoken("place_fillers")

    def _is_first_of_two(self, mention: NamedParty) -> bool:
        """Tell a country that a hyphen joins to another: Comisión Mixta Cuba-Panamá."""
        found = _JOINED_TO.match(self.article.plain, mention.end)
        return found is not None and fold(found[1]) in self.words.countries.index()
