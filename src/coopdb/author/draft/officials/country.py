"""The country that a text says beside a person: in the office, behind the name, or by the side that is told of."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.met_by_side import is_met_by, is_reception, is_side
from coopdb.author.draft.officials.person import Person, Words
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_OWNED = pattern(r"(?:['’]s|s['’])\s")
_OWNER = 100  # characters of a ministry before the office of one of its own
_CLAUSES = pattern(r"[;:,–—]")
_HYPHENS = ("-", "–", " - ", " – ")
_OF_OR_AT = "ب"  # رئيس المجلس بدولة قطر is of Qatar, السفير بقطر is sent there
_AND = "و"
_ON_SIDE = pattern(r"عن الجانب ")
_BESIDE = 2  # words from the house of a president to the country: présidence de la Côte d'Ivoire
_COUNTERPART = 40  # characters behind somebody in which their counterpart is told, with the country
_BRACKET = 60  # characters of a bracket that tells whose somebody is
_AROUND = 24  # characters before an office that is known


def stated_country(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the country that the text says beside a name or its office."""
    beside = _mentions(names, person.near, person.role_end) if person.role else []
    apart = (each for each in beside if not person.start <= each.start < person.end)  # محمد السوداني is of no Sudan
    own = (each for each in _of_one(names.article, apart) if not _is_destination(names.article, each, person))
    told = [each for each in own if not _is_portfolio(names.article, each, person)]
    parties = sorted((each for each in told if each.kind != "city"), key=lambda each: each.kind == "organization")
    chosen = next(iter(parties), None)  # a country rather than an organisation: Foreign, Commonwealth … Secretary
    chosen = chosen or _behind(names, person) or _by_title(names.article, person) or _side(names, person, sentence)
    if chosen or not is_envoy(person.role):  # an ambassador in Rome is not Rome's
        chosen = chosen or next((each for each in told if not is_reception(names, each, person, sentence)), None)
    return chosen or _of_ministry(names, person, sentence) or _of_presidency(names, person, sentence)


def _mentions(names: Names, start: int, end: int) -> list[NamedParty]:
    return [each for each in names.within(start, end) if start - 2 <= each.start < end]


def _of_one(article: Article, mentions: Iterable[NamedParty]) -> Iterator[NamedParty]:
    """Leave out two countries that a hyphen joins, which an office is about: the Kenya-Norway friendship group."""
    found = [*mentions]
    joined = [one.keys != two.keys and article.plain[one.end : two.start] in _HYPHENS for one, two in pairwise(found)]
    for each, before, behind in zip(found, [False, *joined], [*joined, False], strict=False):
        if not before and not behind:
            yield each


def _is_portfolio(article: Article, mention: NamedParty, person: Person) -> bool:
    """Tell what a minister is for from whose he is: an EU-minister is of a country, as one for the Commonwealth is."""
    if mention.kind != "organization":
        return False
    is_inside = person.role_start < mention.start < person.role_end
    is_minister = not cues.spoken("ministers").isdisjoint(fold(person.role).split()[:1])
    return (is_inside and is_minister) or _minister().match(article.plain, mention.end) is not None


def _is_destination(article: Article, mention: NamedParty, person: Person) -> bool:
    """Tell the country that an office deals with: Sveriges ambassadör i Moldavien, Special Envoy for Yemen."""
    is_sent = cues.spoken("ministers", "ar").isdisjoint(fold(person.role).split())  # وزير الخارجية بجمهورية ليتوانيا
    if mention.is_adjective or mention.start <= person.role_start or not is_sent:
        return False
    before = article.plain[person.near : mention.start].lower().split()
    while before and before[-1].strip("’'") in cues.spoken("articles"):
        before.pop()
    if before and before[-1] in cues.small_words("served", None):
        is_owner = article.plain.startswith(("'", "’"), mention.end)  # for Kenya's ministry
        return not is_owner and not cues.word_list("ambassadors").is_in(fold(person.role))
    if not before or before[-1] not in cues.small_words("destinations", None):
        return False
    words = (word.removeprefix("ال") for word in fold(person.role).split())
    return before[-1] != _OF_OR_AT or any(word in cues.spoken("sent") for word in words)


def _behind(names: Names, person: Person) -> NamedParty | None:
    """Return the country behind a name: Horacio Cartes (Paraguay), Anna Berg of Norway."""
    link = _from(names.language).match(names.article.plain, person.end)
    if link is None:
        return _in_name_of(names, person)
    found = [each for each in names.within(link.end(), link.end() + 1) if each.start == link.end()]
    found = found or (_in_bracket(names, link.end()) if link[0].endswith("(") else [])
    return found[0] if found and found[0].kind != "city" else None


def _in_name_of(names: Names, person: Person) -> NamedParty | None:
    """Return the country for which somebody acts, with nothing behind it: A for Norway and B for Chile."""
    link = _for_whom(names.language).match(names.article.plain, person.end)
    found = names.beginning(link.end(), link.end() + 1) if link else ()
    is_whole = bool(found) and _ended().match(names.article.plain, found[0].end) is not None
    return found[0] if is_whole and found[0].kind == "country" and not found[0].is_adjective else None


def _in_bracket(names: Names, start: int) -> list[NamedParty]:
    """Return the country at the end of a bracket, of which a body is: Ana Ruiz (Senate of Chile)."""
    end = names.article.plain.find(")", start, start + _BRACKET)
    found = [each for each in _mentions(names, start, max(end, start)) if each.end == end]
    before = names.article.words_in(start, found[0].start) if found else ()
    is_body = (
        bool(before)
        and before[-1].folded in cues.small_words("of", names.language)
        and not any(is_office(word.folded) for word in before)
    )
    return found if is_body else []


def _side(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the side that a sentence says people are on: on the Swedish side; من الجانب الليتواني."""
    first = person.whole_start
    for mention in reversed([each for each in _mentions(names, sentence.start, first) if each.kind != "city"]):
        if _has_counterpart(names, person, mention, sentence):
            return None
        clause = _CLAUSES.split(names.article.plain[sentence.start : mention.start])[-1]
        if is_side(names, mention, sentence) or _for().fullmatch(clause):
            return None if is_met_by(names, person, mention, sentence) else mention
    return _side_behind(names, person, sentence)


def _has_counterpart(names: Names, person: Person, mention: NamedParty, sentence: Passage) -> bool:
    """Tell somebody of another country, whose counterpart is of this one: Minister Ruiz and her Kenyan counterpart."""
    words, last = Words(names.language), person.whole_end
    behind = names.article.plain[last : min(last + _COUNTERPART, sentence.end)]
    is_told = any(words.is_counterpart(word.removeprefix(_AND)) for word in fold(behind).replace(",", " ").split())
    return is_told and any(each.keys == mention.keys for each in _mentions(names, last, last + len(behind)))


def _side_behind(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the side that an Arabic sentence tells behind a list of its people: فلان وفلان عن الجانب الروسي."""
    side = _ON_SIDE.search(names.article.plain, person.end, sentence.end)
    if side is None:
        return None
    return next((each for each in _mentions(names, side.end(), side.end() + 1) if each.kind != "city"), None)


def _of_ministry(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the country of a ministry whose somebody is: the UAE Ministry of Economy's Assistant Minister Ruiz."""
    first = min(person.near or person.start, person.start)
    found = _mentions(names, max(sentence.start, first - _OWNER), first)
    if not found or found[-1].kind != "country":
        return None
    between = names.article.plain[found[-1].end : person.start]
    is_owner = between.startswith(" ") and _OWNED.search(between) is not None and not set(",;.") & set(between)
    authorities = cues.spoken("authorities", names.language)
    return found[-1] if is_owner and not authorities.isdisjoint(fold(between).split()[:2]) else None


def _of_presidency(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the country whose presidency a sentence names before a president: the Kenyan presidency said that he met.

    It is the only country that the sentence names before him.
    """
    before = [each for each in _mentions(names, sentence.start, person.near) if each.start >= sentence.start]
    is_head = not cues.spoken("presidents", names.language).isdisjoint(fold(person.role).split())
    if not is_head or len({each.keys for each in before}) != 1:
        return None
    article, nouns = names.article, cues.spoken("presidencies", names.language)
    beside = (
        word.folded
        for each in before
        for word in (
            *article.words_in(sentence.start, each.start)[-_BESIDE:],
            *article.words_in(each.end, person.near)[:1],
        )
    )
    return before[0] if any(word in nouns for word in beside) else None


def _by_title(article: Article, person: Person) -> NamedParty | None:
    """Return the country that an office is known to be of: the Pope, خادم الحرمين."""
    before = _others().split(article.plain[max(person.near - _AROUND, 0) : person.near])[-1]
    words = f" {fold(before + article.plain[person.near : person.end])} "
    keys = next((keys for name, keys in cues.known_offices().items() if f" {name} " in words), None)
    return NamedParty("country", keys, person.start, person.end) if keys else None


@cache
def _from(language: str | None) -> re.Pattern[str]:
    """Return what matches what stands between a name and its country: in Dutch de is an article."""
    spoken = language if cues.small_words("of", language) else None
    of = rf"{cues.either('of', 'from', language=spoken)}\b['’]?\s*"
    return re.compile(rf"(?:\s*\([^()]{{1,60}}\)(?=\s*\w))?\s*(?:,?\s*{of}{cues.article()}|\()", re.IGNORECASE)


@cache
def _for_whom(language: str | None) -> re.Pattern[str]:
    """Return what matches what stands between a name and the country for which they act."""
    spoken = language if cues.small_words("in_name_of", language) else None
    return re.compile(rf" {cues.either('in_name_of', language=spoken)} {cues.article()}")


@cache
def _ended() -> re.Pattern[str]:
    """Return what matches what stands behind a country for which somebody acts."""
    return re.compile(rf"\s*(?:[,;.)]|$|{cues.either('list_and')}\b)", re.IGNORECASE)


@cache
def _for() -> re.Pattern[str]:
    """Return what matches what stands before a country in whose name somebody came: Por Belice participó Ruiz."""
    before = cues.either("in_name_of")
    return re.compile(rf"\s*{before}\s+{cues.article()}\s*", re.IGNORECASE)


@cache
def _minister() -> re.Pattern[str]:
    """Return what matches the rest of a compound for a minister: EU-minister."""
    return re.compile(rf"-\s?{cues.either('minister_stems')}", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    """Return what stands before another."""
    return re.compile(rf"[,;.]|\s{cues.either('list_and', 'with')}\s")
