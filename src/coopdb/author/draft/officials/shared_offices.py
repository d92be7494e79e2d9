"""Offices that several share: the French and German ministers, A and B; A and B, respectively minister and envoy."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.office import conjunctions, is_plural
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import is_link
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_WORD = pattern(r"[^\W\d_]+")
_OWNED = pattern(r"^['’]s")
_AND_END = pattern(r"[\s,]*[^\W\d_]+\s+\Z")  # before the next office
_FAR = 12  # characters between two who are named one behind the other
_REACH = 100  # characters beside an office in which all the countries are named whose it is
_AHEAD = 3  # words behind `and` in which the next office begins: et l'ancien ministre


def with_own_offices(names: Names, said: Sequence[Said]) -> tuple[Said, ...]:
    """Return everybody, and those who share the words for their offices each with their own, or their country."""
    return tuple(each for row in _rows(names, said) for each in _told_apart(names, row))


def _rows(names: Names, said: Sequence[Said]) -> Iterator[Sequence[Said]]:
    """Yield those who are named one behind the other, with a comma, `and` or a title between them."""
    row: list[Said] = []
    for each in said:
        if row and not _follows(names, row[-1], each):
            yield row
            row = []
        row.append(each)
    yield row


def _follows(names: Names, before: Said, each: Said) -> bool:
    first, last = before.person.end, each.person.start
    between = names.article.plain[first:last] if first <= last <= first + _FAR else "."
    links = conjunctions() | cues.spoken("honorifics", names.language)
    return not set(".;:\n") & set(between) and links.issuperset(fold(between).split())


def _told_apart(names: Names, row: Sequence[Said]) -> Sequence[Said]:
    """Return those of a row each with an office or a country, where the words for their offices tell one for each."""
    last = row[-1].person if len(row) > 1 else None
    if last is None or not last.role:
        return row
    if any(each.person.role and each.person.role_start != last.role_start for each in row):
        return row
    countries = _countries(names, row[-1].sentence, last)
    if is_plural(last.role, names.language, _word_before(names, last, countries)):
        if len({each.keys for each in countries}) != len(row) or len(countries) != len(row):
            return row
        office = last.role_start, last.role_end
        places = zip(row, countries, strict=True)
        return [_with_office(names, each, office, last.near)._replace(country=own) for each, own in places]
    parts = _in_turn(names, last.role_start, last.role_end)
    if len(parts) != len(row):
        return row
    return [_with_country(_with_office(names, *own, own[1][0]), countries) for own in zip(row, parts, strict=True)]


def _word_before(names: Names, last: Person, countries: Sequence[NamedParty]) -> str:
    """Return the word before an office and the adjectives of its countries: die norwegischen und kenianischen."""
    start = min([last.role_start, *(each.start for each in countries)])
    return next((each.folded for each in reversed(names.article.words_in(max(start - _FAR, 0), start))), "")


def _countries(names: Names, sentence: Passage, last: Person) -> Sequence[NamedParty]:
    """Return the countries that the words for an office name, and the adjectives of others right before them."""
    start = max(sentence.start, last.near - _REACH)
    named = [each for each in names.beginning(start, last.role_end) if each.kind == "country"]
    low = bisect_left(named, last.near, key=attrgetter("start"))
    while 0 < low < len(named) and _is_joined(names, named[low - 1], named[low]):
        low -= 1
    envoys = any(map(is_envoy, last.role.split()))
    return [each for each in named[low:] if not (envoys and _is_destination(names, each))]


def _is_destination(names: Names, mention: NamedParty) -> bool:
    """Tell a country that ambassadors are sent to: the ambassadors of Kenya and Norway in Togo."""
    before = names.article.words_in(max(mention.start - _FAR, 0), mention.start)[-1:]
    return any(word.folded in cues.small_words("destinations", names.language) for word in before)


def _is_joined(names: Names, one: NamedParty, other: NamedParty) -> bool:
    """Tell two countries, named alike, with nothing but `and`, a comma or an article between them.

    Not behind a preposition: in Denmark, Sweden's ministers.
    """
    between = _OWNED.sub("", names.article.plain[one.end : other.start]).strip("-–/ ")
    is_near = len(between) <= _FAR and "\n" not in between
    is_joined = one.is_adjective == other.is_adjective and is_near and is_link(between, "of")
    return is_joined and (one.is_adjective or not _is_place(names, one))


def _is_place(names: Names, mention: NamedParty) -> bool:
    """Tell a country behind a preposition, which is where somebody is or goes."""
    before = names.article.words_in(max(mention.start - _FAR, 0), mention.start)[-1:]
    prepositions = cues.joined(names.language, "locatives", "toward", "with", "from")
    return any(word.folded in prepositions for word in before)


def _in_turn(names: Names, start: int, end: int) -> list[tuple[int, int]]:
    """Return from where to where each of the offices stands that are told behind `respectively`."""
    plain = names.article.plain
    words = [*_WORD.finditer(plain, start, end)]
    if fold(words[0][0]) not in cues.spoken("respectively", names.language):
        return []
    starts = [words[1].start()]
    for number, word in enumerate(words[:-1]):
        ahead = [fold(each[0]) for each in words[number + 1 : number + 1 + _AHEAD]]
        if fold(word[0]) in conjunctions() and any(map(is_office, ahead)):
            starts.append(words[number + 1].start())
    ends = [start + len(_AND_END.sub("", plain[start:each])) for each in starts[1:]]
    return [*zip(starts, [*ends, end], strict=True)]


def _with_office(names: Names, each: Said, office: tuple[int, int], near: int) -> Said:
    """Return somebody with an office, and where the words begin that say whose it is."""
    start, end = office
    role = " ".join(names.article.plain[start:end].split())
    return each._replace(person=each.person._replace(role=role, role_start=start, role_end=end, near=near))


def _with_country(each: Said, countries: Sequence[NamedParty]) -> Said:
    """Return somebody with the country that their office tells, which may be told of all together."""
    first, last = each.person.role_start, each.person.role_end
    own = [country for country in countries if first <= country.start < last] or countries[: len(countries) == 1]
    return each._replace(country=next(iter(own), each.country))
