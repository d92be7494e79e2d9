"""Finds the heads of state and of government that a text names without their country: Macron received Merz."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.text.text import TITLE, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import PREFIXES, is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.leaders import Leader, leaders_called, longest_name
from coopdb.vocabulary.vocabularies import Vocabularies

_FORMER = 15  # years after an office in which somebody of the full name is still told to be of the country
_NEAR = 1  # years around an office in which a name stands for the country
_AND = "و"
_BEFORE = 60  # characters before a name in which its office stands
_TITLE = 3  # words of an office before a name
_OWNS = pattern("['’]")
_NUMBER = pattern("[ivx]+")
_SHORTEST = 4  # letters of a name behind a letter that Arabic writes before it


def leader_country(names: Names, name: str) -> str | None:
    """Return the country that somebody of a name, in full or the surname alone, led at the time of a text, or before.

    None where it is nobody's, or that of leaders of several countries, or where the repository knows somebody else.
    """
    folded = fold(name)
    return country_led(folded, names, _FORMER if " " in folded else _NEAR, leaders_called(folded))


def country_led(name: str, names: Names, years: int, found: Iterable[Leader]) -> str | None:
    """Return the one country that leaders of a name led at the time of a text, or so many years before."""
    if names.on is None and " " not in name:
        return None
    countries = {each.country for each in found if names.on is None or _is_of(each, names.on, years)}
    if len(countries) != 1 or not countries.issuperset(_own_people(names.words).get(name, countries)):
        return None
    return countries.pop()


@lru_cache(maxsize=4)
def _own_people(words: Vocabularies) -> Mapping[str, frozenset[str]]:
    """Map the names and surnames of the people that the repository knows, folded, to whose they are."""
    found = defaultdict[str, set[str]](set)
    for entry in words.people.entries.values():
        own = {each.country for each in entry.offices if each.country} | {entry.country} - {""}
        for name in (*entry.labels.values(), *(each for every in entry.aliases.values() for each in every)):
            found[fold(name)] |= own
            found[fold(name).rpartition(" ")[2]] |= own
    return {name: frozenset(own) for name, own in found.items()}


def _is_of(leader: Leader, on: Period, years: int) -> bool:
    """Tell who was in office then, or up to so many years before, or will be in a year."""
    first = on.since and on.since.replace(year=max(on.since.year - years, date.min.year), day=1)
    last = on.until and on.until.replace(year=min(on.until.year + _NEAR, date.max.year), day=1)
    return leader.days.overlaps(Period(first, last))


def find_leaders(names: Names, known: Collection[str], others: Collection[str]) -> tuple[NamedParty, ...]:
    """Find the names of leaders, where no name of a country stands.

    `known` are surnames that may stand alone, `others` full names of those who have another office.
    """
    found = _Finder(names, known, others)
    return tuple(found.mentions())


def acts(names: Names, start: int, end: int) -> bool:
    """Tell the name of a leader from what is his, or has his name: Putin's war, the Tony Blair Institute.

    A monarch has a title before the name: the Universidad Carlos III has not.
    """
    article = names.article
    before = [word.folded for word in article.words_in(max(start - _BEFORE, 0), start)][-_TITLE:]
    is_titled = bool(before) and (is_office(before[-1]) or before[-1] in cues.spoken("honorifics"))
    while before and (is_office(before[-1]) or before[-1] in cues.spoken("honorifics")):
        before.pop()
    if before and before[-1] in cues.small_words("of", names.language):
        return False
    last = fold(article.plain[start:end]).rpartition(" ")[2]
    if _OWNS.match(article.plain, end) or (_NUMBER.fullmatch(last) and not is_titled):
        return False
    return article.plain[end : end + 1] != " " or not is_capital(names, end + 1)


def is_capital(names: Names, start: int) -> bool:
    """Tell a capital that only names have there: nouns have one in German, and all words in some titles."""
    is_title = names.article.rank_at(start) == TITLE and names.has_capital_title
    if is_title or cues.has_trait(names.language, "capital_nouns"):
        return False
    return names.article.plain[start : start + 1].isupper()


class _Finder:
    """Finds the names of leaders in one article."""

    def __init__(self, names: Names, known: Collection[str], others: Collection[str]) -> None:
        self._names, self._article, self._known, self._others = names, names.article, known, others
        self._taken = frozenset(place for each in names.mentions for place in range(each.start, each.end))

    def mentions(self) -> Iterator[NamedParty]:
        """Yield them, in the order of the text."""
        words, number = self._article.words, 0
        while number < len(words):
            used = 1
            if self._may_begin(words[number]):
                country, used = self._at(words, number)
                start, end = words[number].start, words[number + used - 1].end
                is_free = used > 1 or self._taken.isdisjoint(range(start, end))
                if country and country not in self._names.absent and is_free:
                    yield NamedParty("country", (country,), start, end)
            number += used

    def _may_begin(self, word: Word) -> bool:
        first = self._article.plain[word.start]
        return first.isupper() or is_arabic(first)

    def _at(self, words: tuple[Word, ...], number: int) -> tuple[str | None, int]:
        """Return the country of the leader whose name begins with a word, and how many words the name has."""
        for first in _forms(words[number].folded):
            for length in range(min(longest_name(first), len(words) - number), 1, -1):
                name = " ".join((first, *(word.folded for word in words[number + 1 : number + length])))
                if found := leaders_called(name):
                    is_meant = name not in self._others and self._acts(words[number], words[number + length - 1])
                    return (country_led(name, self._names, _NEAR, found) if is_meant else None), length
            if first in self._known and self._acts(words[number], words[number]) and self._is_alone(words, number):
                return country_led(first, self._names, _NEAR, leaders_called(first)), 1
        return None, 1

    def _acts(self, first: Word, last: Word) -> bool:
        return acts(self._names, first.start, last.end)

    def _is_alone(self, words: tuple[Word, ...], number: int) -> bool:
        """Tell a surname alone; in Arabic, where words have no capital, an office must stand before it."""
        is_told = number > 0 and is_office(words[number - 1].folded.removeprefix(_AND))
        return is_told or not is_arabic(self._article.plain[words[number].start])


def _forms(folded: str) -> Iterator[str]:
    """Yield a word, and without a letter that Arabic writes before it."""
    yield folded
    if folded[0] in PREFIXES and len(folded) > _SHORTEST:
        yield folded[1:]
