"""Whose meetings a text about several tells of: of home, of whom the title names, of who travels to those it names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coopdb.author.draft.names.belonging import has_office
from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.homes import is_own, told_from
from coopdb.author.draft.parties.ranking import rank_parties
from coopdb.author.draft.telling.gathering import tells_of_gathering
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import has_and, is_link

_BEFORE = 12  # characters before a country that a trip is to
_FEW = 3  # sentences of title and lead that say where a trip goes


def is_abroad(names: Names) -> bool:
    """Tell a title about a trip to the countries that it names: Visit to Finland and Germany."""
    first = next(iter(names.in_title), None)
    plain = names.article.plain
    return (
        first is not None
        and cues.ending(names.language, "toward", "locatives").search(plain, max(first.start - _BEFORE, 0), first.start)
        is not None
    )


def common_party(names: Names, wording: Phrasing, home: str | None, people: Sequence[Said]) -> str | None:
    """Return the party of all meetings: home, where the text names it or its people, else the first of the title."""
    titled, has_own = names.titled, any(map(is_own, people))
    own = (each for each in people if each.country is None or each.country.keys == (home,))
    is_untitled = not titled and (has_own or any(each.person.role for each in own))
    if home and (is_untitled or home in names.countries or (has_own and is_abroad(names))):
        return home
    first = titled[0] if titled else None
    is_of_two = len(titled) >= TWO_SIDES and not is_abroad(names)
    if home or (first and not has_own) or is_of_two:
        return first
    ranked = rank_parties(names.article, names, people).parties
    told = told_from(names, ranked, people, max(len(titled), 1))
    if told or first or any(tells_of_gathering(names.article, each, names.language) for each in wording.titles):
        return told or first
    acting = [each.key for each in ranked[:TWO_SIDES] if each.is_country and each.is_acting]
    named = (each.country.keys[0] for each in people if each.country and each.person.role and not each.person.is_absent)
    first_named = next(named, None)  # on a tour
    return first_named if first_named in acting else next(iter(acting), None)


def toured(names: Names, wording: Phrasing, common: str) -> frozenset[str]:
    """Return the countries that title or lead say somebody of `common` travels to, where they are two or more.

    None where somebody of another country acts, or where the trip goes to a gathering of many.
    """
    article = names.article
    head = (*wording.titles, *wording.leads[:_FEW])
    if any(tells_of_gathering(article, each, names.language) for each in head):
        return frozenset()
    places = cues.word_list("visiting", names.language)
    found = (frozenset(_destinations(names, each)) for each in head if places.is_in(article.folded(each)))
    goals = next((each for each in found if len(each) >= TWO_SIDES), frozenset[str]())
    acting = {each.keys[0] for one in head for each in _named(names, one) if has_office(article, each)}
    return goals if common not in goals and acting <= goals | {common} else frozenset()


def _named(names: Names, sentence: Passage) -> list[NamedParty]:
    """Return the countries that a sentence names."""
    return [each for each in names.in_sentence(sentence) if each.kind == "country"]


def _destinations(names: Names, sentence: Passage) -> Iterator[str]:
    """Yield the countries of the first list of a sentence that stands behind a word such as to."""
    plain, is_goal = names.article.plain, False
    for one, other in pairwise(_named(names, sentence)):
        is_goal = (
            is_goal
            or cues.ending(names.language, "toward", "locatives").search(plain, max(one.start - _BEFORE, 0), one.start)
            is not None
        )
        between = plain[one.end : other.start]
        if is_goal and not ((has_and(between) or "," in between) and is_link(between, "toward", "locatives")):
            return
        if is_goal:
            yield from (one.keys[0], other.keys[0])
