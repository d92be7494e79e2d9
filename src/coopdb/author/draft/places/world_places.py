"""The other cities of the world, where a small word says that something was there: in Uppsala, em Florianópolis."""

from collections.abc import Iterator, Set
from itertools import pairwise

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.text.text import Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.script import is_arabic
from coopdb.vocabulary.cities import countries_of_city

_LONGEST = 3  # words of a name
_SHORTEST = 4  # letters of a name: shorter ones are words of some language
_APART = ".,;:()\n"
_BEHIND = 4  # characters between a city and its country


def find_world_places(names: Names, people: Set[str], parties: Set[str], language: str | None) -> Iterator[NamedParty]:
    """Yield the cities that stand behind a small word of place; `people` are the words of everybody's name.

    Where cities of several countries have the name, it is that of the country named behind it, or of the only one that
    met; else it means none.
    """
    small = cues.small_words("locatives", language) | cues.small_words("toward", language)
    heads = small | cues.spoken("visits_place", language) | cues.spoken("visits_inverted", language)
    words = names.article.words
    for number, (before, word) in enumerate(pairwise(words), 1):
        is_named = number > 1 and _is_named_city(words[number - 2], before, language)
        is_led = is_named or _is_led(names.article.plain, before, word, heads, language)
        if (word.folded in people and not is_named) or not is_led or not _may_begin(names.article.plain, word):
            continue
        if found := _at(names, words[number : number + _LONGEST], parties, language):
            yield found


def _is_led(plain: str, before: Word, word: Word, heads: Set[str], language: str | None) -> bool:
    """Tell a word in capitals behind a word of place; in Arabic, any word behind `the city of`."""
    if is_arabic(plain[word.start]):
        return before.folded in cues.spoken("city_words", language)
    written = plain[before.start : before.end].lower()
    return plain[word.start].isupper() and (written in heads or before.folded in heads)


def _is_named_city(noun: Word, link: Word, language: str | None) -> bool:
    """Tell what is called a city: na cidade de Tete, the city of Kumasi."""
    return link.folded in cues.spoken("of") and noun.folded in cues.spoken("city_words", language)


def _may_begin(plain: str, word: Word) -> bool:
    return plain[word.start].isupper() or is_arabic(plain[word.start])


def in_country_behind(names: Names, city: NamedParty) -> NamedParty | None:
    """Return a city in the country that is named right behind it, where there is one of the name: Valencia, Venezuela.

    Nothing where there is none: Athens, Georgia is of a state of another country.
    """
    plain = names.article.plain
    country = _behind(names, city.end)
    if country in ("", city.keys[0]) or names.words.countries[country].is_former:  # Prague, Czechoslovakia
        return city
    codes = countries_of_city(plain[city.start : city.end])
    return city._replace(keys=(country,)) if country in codes else None


def _behind(names: Names, end: int) -> str:
    """Return the country that stands behind a city, after a comma or in a bracket."""
    found = (each for each in names.beginning(end, end + _BEHIND) if each.kind == "country")
    each = next(found, None)
    if each is None or each.is_adjective or names.article.plain[end : each.start].strip() not in (",", "("):
        return ""
    return each.keys[0]


def _at(names: Names, words: tuple[Word, ...], parties: Set[str], language: str | None) -> NamedParty | None:
    """Return the city that begins at a word, the longest name first."""
    for length in range(len(words), 0, -1):
        start, end = words[0].start, words[length - 1].end
        name = " ".join(each.folded for each in words[:length])
        if len(name) < _SHORTEST or name in _no_places(language) or _is_broken(names, start, end):
            continue
        if country := _country(names, countries_of_city(name), end, parties):
            return NamedParty("city", (country,), start, end)
    return None


def _is_broken(names: Names, start: int, end: int) -> bool:
    """Tell words of two clauses, and what is the name of something else."""
    written = names.article.plain[start:end]
    is_other = any(each.start < end and start < each.end for each in names.within(start, end))
    return is_other or any(mark in written for mark in _APART)


def _country(names: Names, countries: tuple[str, ...], end: int, parties: Set[str]) -> str:
    """Return the country of the name of a city, or nothing where it may be any of several."""
    if len(countries) == 1:
        return countries[0]
    behind = _behind(names, end)
    meant = [each for each in countries if each == behind or (not behind and each in parties)]
    return meant[0] if len(meant) == 1 else ""


def _no_places(language: str | None) -> Set[str]:
    """Return the words that are no city, though there is one of the name: months, weekdays, nouns, first names."""
    return telling_words.months().keys() | telling_words.weekdays().keys() | cues.spoken("no_places", language)
