"""The country that a text says beside a person: in the office, behind the name, or by the side that is told of."""

import re

from coopdb.author.draft import cues
from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.person import Person
from coopdb.author.draft.text import Article, Passage
from coopdb.text import fold

_FROM = re.compile(
    r"\s*(?:,?\s*(?:of|from|de|du|d[’']|da|do|aus|von|från|di)\s*(?:the|la|l[’']|el|o|a)?\s*|\()", re.IGNORECASE
)
_MINISTER = re.compile(r"-\s?minist", re.IGNORECASE)
_KINDS = ("country", "organization", "city")  # the surest first
_ARTICLES = frozenset({"the", "la", "le", "el", "den", "o", "a", "l"})
_AROUND = 24  # characters around a country that may say that it is a side, and before an office that is known


def stated_country(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the country that the text says beside a name or its office."""
    beside = _mentions(names, person.near, person.role_end) if person.role else []
    own = (each for each in beside if not _is_destination(names.article, each, person))
    told = [each for each in own if not _is_field(names.article, each)]
    chosen = min(told, key=lambda each: _KINDS.index(each.kind), default=None)
    return chosen or _behind(names, person) or _side(names, person, sentence) or _by_title(names, person)


def _mentions(names: Names, start: int, end: int) -> list[NamedParty]:
    return [each for each in names.within(start, end) if start - 2 <= each.start < end]


def _is_field(article: Article, mention: NamedParty) -> bool:
    """Tell what a minister is for from whose he is: an EU-minister is of a country."""
    return mention.kind == "organization" and _MINISTER.match(article.plain, mention.end) is not None


def _is_destination(article: Article, mention: NamedParty, person: Person) -> bool:
    """Tell the country that an ambassador is sent to: Sveriges ambassadör i Moldavien."""
    is_sent = fold(person.role).split()[0] not in cues.spoken("ministers", "ar")  # وزير الخارجية بجمهورية ليتوانيا
    if mention.is_adjective or mention.start <= person.role_start or not is_sent:
        return False
    before = article.plain[person.near : mention.start].lower().split()
    while before and before[-1].strip("’'") in _ARTICLES:
        before.pop()
    return bool(before) and before[-1] in cues.small_words("destinations", None)


def _behind(names: Names, person: Person) -> NamedParty | None:
    """Return the country behind a name: Horacio Cartes (Paraguay), Anna Berg of Norway."""
    link = _FROM.match(names.article.plain, person.end)
    if link is None:
        return None
    found = [each for each in names.within(link.end(), link.end() + 1) if each.start == link.end()]
    return found[0] if found and found[0].kind != "city" else None


def _side(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the side that a sentence says people are on: on the Swedish side; من الجانب الليتواني."""
    first = min(person.near or person.start, person.start)
    for mention in reversed([each for each in _mentions(names, sentence.start, first) if each.kind != "city"]):
        around = fold(names.article.plain[max(mention.start - _AROUND, sentence.start) : mention.end + _AROUND]).split()
        if not cues.spoken("sides", names.language).isdisjoint(around):
            return mention
    return None


def _by_title(names: Names, person: Person) -> NamedParty | None:
    """Return the country that an office is known to be of: the Pope; the Bundeskanzler, unless Austria is named."""
    words = f" {fold(names.article.plain[max(person.near - _AROUND, 0) : person.end])} "
    key = next((key for name, key in cues.known_offices().items() if f" {name} " in words), None)
    if key is None or not _rivals(key).isdisjoint(names.countries):
        return None
    return NamedParty("country", (key,), person.start, person.end)


def _rivals(key: str) -> frozenset[str]:
    """Return the countries that have the same office as one that is known for it."""
    return frozenset(cues.table()["known_offices_shared"].get(key, ()))
