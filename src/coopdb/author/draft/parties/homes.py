"""The country that a text is told from where nobody says it: its own ministers, and the language that it is in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.names.belonging import has_office, is_envoy, is_place, is_sent_to
from coopdb.author.draft.names.conflicts import is_onward
from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import ENOUGH, SPOKEN_OF, Party, is_capital, is_linked
from coopdb.author.draft.parties.received_at import received_at
from coopdb.author.draft.text.datelines import is_dateline
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.quotes import find_quotes
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import BODY, LEAD, TITLE, Article, Passage
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold

_NEAR, _REACH = 3, 40  # words and characters between relations and those who have them
_OPENING = 60  # characters of a report in which the name of its agency stands between marks
_MARKS = pattern(r"[()/:\n–—]|(?<!\w)-|-(?!\w)")
_COMMON = "en"  # the language that those write in who speak another


def told_from(names: Names, ranked: Sequence[Party], people: Sequence[Said], visited: int = 1) -> str | None:
    """Return the country of the ministers of whom a text does not say it, which is one where its language is spoken.

    `ranked` are the countries and organisations that the text names, the surest first, `visited` the number of those
    that act and are others'. The country is the post of an ambassador of the first, else the surest of those that
    speak the language or have relations with the first, else the one that the language is mostly written in. None
    where one more acts, or where everybody is of a country.
    """
    first, *others = ranked[: max(visited, TWO_SIDES)] or (None,)
    posted = _post(names, first.key, people) if first else None
    is_told = any(map(is_own, _of_no_country(people))) or (names.language != _COMMON and says_ours(names.article))
    is_told = is_told or _titles_office(names)
    if first is None or not _acts(first) or not (is_told or posted):
        return None
    if 1 + sum(_acts(each) and _may_be_met(names, each) for each in others) != visited:
        return None
    return posted or _likeliest(names, ranked[visited:], first.key, people)


def _of_no_country(people: Sequence[Said]) -> Iterator[Said]:
    """Yield those of whom the text says no country anywhere, by their surname."""
    told = {fold(each.person.name).split()[-1] for each in people if each.country}
    return (each for each in people if fold(each.person.name).split()[-1] not in told)


def _titles_office(names: Names) -> bool:
    """Tell a title with an office of whose country it says nothing: Bundespräsident: Berg reist nach Kenia."""
    article = names.article
    titled = any(is_office(word) for each in article.titles for word in article.folded(each).split())
    here = (each for each in names.mentions if article.rank_at(each.start) == TITLE)
    return titled and names.language != _COMMON and not any(has_office(article, each) for each in here)


def goals(names: Names, people: Sequence[Said]) -> int:
    """Return how many countries a title names that somebody whose country it does not say visits, at least one."""
    article = names.article
    visiting = cues.word_list("visiting", names.language)
    of_own = {each.sentence for each in people if each.country is None}
    for title in article.titles:
        verb = visiting.first(article.folded(title)) if title in of_own else None
        named = [each for each in names.in_sentence(title) if each.kind == "country"]
        if verb and not any(has_office(article, each) or _is_before(article, title, verb[0], each) for each in named):
            return max(len({each.keys[0] for each in named}), 1)
    return 1


def _is_before(article: Article, title: Passage, place: int, mention: NamedParty) -> bool:
    """Tell a name that stands before a place of the folded words of a title."""
    words = len(article.words_in(title.start, mention.start))
    return words < len(article.folded(title)[:place].split())


def _post(names: Names, first: str, people: Sequence[Said]) -> str | None:
    """Return the country to which title or lead say that an ambassador of another is sent: Kenya's envoy in Oslo.

    Else, where there is such an ambassador, that of the capital that the report begins with.
    """
    article = names.article
    for one, other in pairwise(names.mentions):
        is_near = len(article.words_in(one.end, other.start)) <= _NEAR and article.rank_at(other.start) <= LEAD
        if is_near and first in one.keys and first not in other.keys and is_sent_to(article, other):
            return other.keys[0]
    envoys = [each for each in people if each.country and first in each.country.keys and is_envoy(each.person.role)]
    return next((key for key in _capitals(names) if envoys and key != first), None)


def _acts(party: Party) -> bool:
    return party.is_acting and party.score >= ENOUGH


def _may_be_met(names: Names, party: Party) -> bool:
    """Tell a country, or an organisation of the title; others may only be visited as well."""
    return party.is_country or names.article.rank_at(party.best.start) == TITLE


def _likeliest(names: Names, ranked: Sequence[Party], first: str, people: Sequence[Said]) -> str | None:
    language = names.language
    spoken, usual = cues.codes("spoken_in", language), cues.codes("written_in", language)
    if filed := next((key for key in _filed_from(names, spoken) if key != first), None):
        return filed
    if host := received_at(names, first, people):
        return host
    related = _related(names, first)
    ranked = [each for each in ranked if each.rule != SPOKEN_OF]
    weight = 1 if language == _COMMON else 2
    named = [(weight * (each.key in spoken) + (each.key in related), each) for each in ranked if each.is_country]
    found = [(strength, each) for strength, each in named if strength]
    if best := max(found, key=lambda each: (each[0], each[1].score), default=None):
        return best[1].key
    seats = [key for key in _seats(names) if key in spoken] if language != _COMMON else _capitals(names)
    return next((key for key in (*seats, *usual) if key != first), None)


def _seats(names: Names) -> Iterator[str]:
    """Yield the countries whose cities, or seats of government, title or lead name."""
    article = names.article
    yield from (each.keys[0] for each in names.of_kind("city") if article.rank_at(each.start) <= LEAD)
    for sentence in article.sentences:
        folded = article.folded(sentence) if sentence.rank <= LEAD else ""
        yield from (_buildings()[folded[start:end]] for start, end in _named_buildings().find(folded))


def _filed_from(names: Names, spoken: Sequence[str]) -> Iterator[str]:
    """Yield the country of the news agency that a report begins with, then where it was written in the language."""
    sentences = names.article.sentences
    lead = next((each for each in sentences if each.rank == LEAD), sentences[0])
    opening = names.article.plain[lead.start : lead.start + _OPENING]
    agencies = (cues.agencies().get(fold(each), ("",)) for each in _MARKS.split(opening))
    yield from filter(None, (keys[0] for keys in agencies))
    yield from (key for key in _capitals(names) if key in spoken and names.language != _COMMON)


def _capitals(names: Names) -> list[str]:
    """Return the countries of the capitals that a report begins with: NAIROBI: Health Minister Odede received her."""
    article, cities = names.article, names.of_kind("city")
    return [each.keys[0] for each in cities if is_capital(article, each) and is_dateline(article, each.start, each.end)]


@cache
def _buildings() -> Mapping[str, str]:
    """Map the buildings to their country, in Arabic also with the letter that is written before them: بقصر قرطاج."""
    known = cues.buildings()
    return {**known, **{f"ب{name}": country for name, country in known.items() if is_arabic(name)}}


@cache
def _named_buildings() -> WordList:
    return WordList(_buildings())


def _related(names: Names, first: str) -> frozenset[str]:
    """Return the countries that the text says to have relations with another: ties between Finland and Estonia."""
    said = cues.spoken("relations", names.language)
    found = set[str]()
    for one, other in pairwise(names.of_kind("country")):
        if first in (pair := {one.keys[0], other.keys[0]}) and _is_pair(names.article, one, other):
            before = names.article.words_in(one.start - _REACH, one.start)[-_NEAR:]
            found |= pair if not said.isdisjoint(word.folded for word in before) else set()
    return frozenset(found - {first})


def _is_pair(article: Article, one: NamedParty, other: NamedParty) -> bool:
    """Tell two that are joined, or two adjectives of one noun: the Kenyan and Irish ties, العلاقات المصرية السعودية."""
    is_double = one.is_adjective and other.is_adjective and article.plain[one.end : other.start] == " "
    return is_double or is_linked(article, one, other)


def visited_country(names: Names, guest: str, *, is_received: bool = False) -> NamedParty | None:
    """Return the country that title or lead say somebody of another visits: a state visit to Kenya, in Berlin.

    Where the guest `is_received`, also one that is the object of a verb: visited Kenya.
    """
    article, places = names.article, cues.word_list("visiting", names.language)
    for sentence in article.sentences:
        if sentence.rank <= LEAD and places.is_in(article.folded(sentence)):
            for each in names.in_sentence(sentence):
                is_seat = each.kind == "country" or is_capital(article, each)
                is_other = guest not in each.keys and is_seat
                is_there = is_place(article, each) or _is_toward(article, each)
                is_there = is_there or (is_received and _is_visited(names, each))
                if is_other and is_there and not is_onward(article, each, names.language):
                    return each
    return None


def _is_visited(names: Names, mention: NamedParty) -> bool:
    """Tell a country right behind a verb of visiting, perhaps with the day between: besuchte am Dienstag Kenia."""
    before = names.article.words_in(max(mention.start - _REACH, 0), mention.start)
    times = cues.joined(names.language, "locatives", "articles") | telling_words.day_words(names.language)
    words = [word.folded for word in before if word.folded not in times]
    return not cues.spoken("visits_place", names.language).isdisjoint(words[-1:])


def _is_toward(article: Article, mention: NamedParty) -> bool:
    return _toward().search(article.plain, max(mention.start - _REACH, 0), mention.start) is not None


@cache
def _toward() -> re.Pattern[str]:
    """Return what finds the words before a country that somebody goes to, perhaps with a place there: nach Sylt."""
    name = r"(?-i:[^\W\d_a-z])\w+"
    toward = cues.either("goes_to")
    return re.compile(rf"\b{toward}\s+{cues.article()}(?:{name}(?:[ -]{name})?,\s+)?$", re.IGNORECASE)


def doubt_home(home: str) -> Doubt:
    """Return the doubt at a home country that the text does not name beside its ministers."""
    return Doubt(("participants",), "the text does not say whose its own ministers are", (home,))


def says_ours(article: Article) -> bool:
    """Tell a text that says in title or lead, and not in a quotation, that something is ours: notre pays."""
    head = [each for each in article.sentences if each.rank <= LEAD and article.says(each, "own")]
    quoted = Stretches(find_quotes(article) if head else ())
    own = cues.word_list("own")
    return any(not quoted.cover(start) for each in head for start, _ in places_in(article, each, own))


def is_own(each: Said) -> bool:
    """Tell somebody of an office, or of the title, of whom the text says no country, at the head of it."""
    person = each.person
    is_near = each.sentence.rank < BODY and not person.is_absent and not person.is_counterpart
    is_of_none = each.country is None or len(each.country.keys) > 1  # a Bundeskanzler
    return is_near and is_of_none and (bool(person.role) or each.sentence.rank == TITLE)
