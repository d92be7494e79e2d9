"""Finds the heads of state and of government that a text names without their country: Macron received Merz."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.text.text import TITLE, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import PREFIXES, is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.leaders import Leader, leaders_called, longest_names

_FORMER = 15  # years after an office in which a full name still means its holder
_NEAR = 1  # years around an office in which the surname alone does
_AND = "و"
_SHORTEST = 4  # letters of a name behind a letter that Arabic writes before it
# Letters that languages write for one another at the beginning of a name: Wladimir, Vladimir.
_ALIKE = str.maketrans("wyiqczgh", "vjjkksjj")


def country_led(name: str, on: Period | None) -> str | None:
    """Return the country that somebody of a name, in full or the surname alone, led at some time.

    None where it is nobody's, or that of leaders of several countries.
    """
    folded = fold(name)
    if " " in folded:
        return _one(leaders_called(folded), on, _FORMER)
    return _one(leaders_called(folded), on, _NEAR) if on else None


def _one(found: Iterable[Leader], on: Period | None, years: int) -> str | None:
    """Return the country that those of a name led then."""
    countries = {each.country for each in found if on is None or _is_of(each, on, years)}
    return countries.pop() if len(countries) == 1 else None


def _is_of(leader: Leader, on: Period, years: int) -> bool:
    """Tell who was in office then, or up to so many years before, or will be in a year."""
    first = on.since and on.since.replace(year=max(on.since.year - years, date.min.year), day=1)
    last = on.until and on.until.replace(year=min(on.until.year + _NEAR, date.max.year), day=1)
    return leader.days.overlaps(Period(first, last))


def find_leaders(names: Names, others: Collection[str]) -> tuple[NamedParty, ...]:
    """Find the names of leaders, where no name of a country stands; `others` are surnames of somebody else."""
    found = _Finder(names, others)
    return tuple(found.mentions())


class _Finder:
    """Finds the names of leaders in one article."""

    def __init__(self, names: Names, others: Collection[str]) -> None:
        self._names, self._article, self._others = names, names.article, others
        self._taken = frozenset(place for each in names.mentions for place in range(each.start, each.end))
        plain = self._article.plain
        self._small = frozenset(word.folded for word in self._article.words if plain[word.start].islower())

    def mentions(self) -> Iterator[NamedParty]:
        """Yield them, in the order of the text."""
        words, number = self._article.words, 0
        while number < len(words):
            used = 1
            if self._may_begin(words[number]):
                country, used = self._at(words, number)
                here = words[number : number + used]
                if (
                    country
                    and country not in self._names.absent
                    and self._taken.isdisjoint(range(here[0].start, here[-1].end))
                ):
                    yield NamedParty("country", (country,), here[0].start, here[-1].end)
            number += used

    def _may_begin(self, word: Word) -> bool:
        first = self._article.plain[word.start]
        return first.isupper() or is_arabic(first)

    def _at(self, words: tuple[Word, ...], number: int) -> tuple[str | None, int]:
        """Return the country of the leader whose name begins with a word, and how many words the name has."""
        for first in _forms(words[number].folded):
            for length in range(min(longest_names().get(first, 0), len(words) - number), 1, -1):
                rest = [word.folded for word in words[number + 1 : number + length]]
                for last in _endings(rest[-1]):
                    name = " ".join((first, *rest[:-1], last))
                    if found := leaders_called(name):
                        return _one(found, self._names.on, _FORMER), length
        return self._alone(words, number), 1

    def _alone(self, words: tuple[Word, ...], number: int) -> str | None:
        """Return the country of the leader whose surname stands alone."""
        if self._names.on is None:
            return None
        for folded in (form for first in _forms(words[number].folded) for form in _endings(first)):
            found = leaders_called(folded)
            country = _one(found, self._names.on, _NEAR)
            if country and folded not in self._small and folded not in self._others:
                return country if self._is_meant(words, number, found) else None
        return None

    def _is_meant(self, words: tuple[Word, ...], number: int, found: tuple[Leader, ...]) -> bool:
        """Tell a leader from another of the surname: Brigitte Macron; in Arabic an office must stand before it.

        Nouns have a capital in German, and all words in titles of English.
        """
        here = words[number]
        before = self._beside(words[number - 1], here) if number else None
        if is_arabic(self._article.plain[here.start]):
            return before is not None and is_office(before.folded.removeprefix(_AND))
        is_title, language = self._article.rank_at(here.start) == TITLE, self._names.language
        if cues.has_trait(language, "capital_nouns") or (is_title and cues.has_trait(language, "capital_titles")):
            return True
        if number + 1 < len(words) and self._beside(here, words[number + 1]) and self._has_capital(words[number + 1]):
            return False
        if before is None or not self._has_capital(before) or is_office(before.folded):
            return True
        given = {each.initial.translate(_ALIKE) for each in found}
        return before.folded in cues.spoken("honorifics") or before.folded[0].translate(_ALIKE) in given

    def _beside(self, one: Word, other: Word) -> Word | None:
        """Return the first of two words that only a space parts."""
        return one if self._article.plain[one.end : other.start] == " " else None

    def _has_capital(self, word: Word) -> bool:
        return self._article.plain[word.start].isupper()


def _forms(folded: str) -> Iterator[str]:
    """Yield a word, and without a letter that Arabic writes before it."""
    yield folded
    if folded[0] in PREFIXES and len(folded) > _SHORTEST:
        yield folded[1:]


def _endings(folded: str) -> Iterator[str]:
    """Yield a word, and without the s of a genitive: Putins."""
    yield folded
    if folded.endswith("s") and len(folded) > _SHORTEST:
        yield folded[:-1]
