"""Whose meetings a text about several tells of: of home, of whom the title names, of who travels to those it names."""

import re
from collections.abc import Sequence

from coopdb.author.draft.homes import is_own, told_from
from coopdb.author.draft.names import Names
from coopdb.author.draft.ranking import rank_parties
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import TITLE
from coopdb.author.draft.wording import Phrasing

_TWO = 2  # countries of a title
_TO = re.compile(
    r"(?:\b(?:in|to|nach|till|i|à|au|aux|en|a|em|ao|naar)|في|إلى|ل)\s+(?:the\s+|la\s+|l['’])?$", re.IGNORECASE
)
_BEFORE = 12  # characters before a country that a trip is to


def titled_countries(names: Names) -> tuple[str, ...]:
    """Return the codes of the countries that the title names, in its order."""
    article = names.article
    return tuple(each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == TITLE)


def is_abroad(names: Names) -> bool:
    """Tell a title about a trip to the countries that it names: Visit to Finland and Germany."""
    article = names.article
    first = next((each for each in names.of_kind("country") if article.rank_at(each.start) == TITLE), None)
    return first is not None and _TO.search(article.plain, max(first.start - _BEFORE, 0), first.start) is not None


def common_party(names: Names, wording: Phrasing, home: str | None, people: Sequence[Said]) -> str | None:
    """Return the party of all meetings: home, where the text names it or the title nobody, else its first."""
    titled, has_own = titled_countries(names), any(map(is_own, people))
    if home and (not titled or home in names.countries or (has_own and is_abroad(names))):
        return home
    first = titled[0] if titled else None
    is_of_two = len(set(titled)) >= _TWO and not is_abroad(names)
    if home or (first and not has_own) or is_of_two:
        return first
    ranked = rank_parties(names.article, names, people).parties
    told = told_from(names, ranked, people, max(len(set(titled)), 1))
    if told or first or any(names.article.says(each, "gathering") for each in wording.titles):
        return told or first
    return next((each.key for each in ranked[:_TWO] if each.is_country and each.is_acting), None)
