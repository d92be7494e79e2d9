"""Groups of countries that meet under one name: the Nordic ministers, the Quad, with their members of the day."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.word_list import WordList
from coopdb.text import fold
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.tables import read_table

_REACH = 4  # words between the name of a group and what tells that it acts: Nordic and Baltic foreign ministers
_LEADS = 2  # sentences behind the title in which a group may be named


def named_groups(names: Names, on: Period | None) -> tuple[NamedParty, ...]:
    """Return the members, on the days `on` or today, of the groups that title or lead name as those who act.

    A title that names two countries is about those, unless it names the group too.
    """
    article = names.article
    titles = [each for each in article.sentences if each.rank == TITLE]
    reach = _LEADS if len(names.titled) < TWO_SIDES else 0
    others = [each for each in article.sentences if each.rank != TITLE][:reach]
    found = {
        member: NamedParty("country", (member,), start, end)
        for passage in reversed((*titles, *others))
        for key, start, end in _acting(names, passage)
        for member in _members(names, key, on)
    }
    return tuple(found.values())


def _acting(names: Names, passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Yield the groups that a passage names as acting, and where; not those in the name of an organisation."""
    article = names.article
    for start, end in places_in(article, passage, _finder()):
        name = fold(article.plain[start:end])
        behind = [word.folded for word in article.words_in(end, passage.end)[:_REACH]]
        if _is_of_organization(names, start, end) or not (
            any(map(_acts, (*behind, name))) or _is_of(names, passage, start)
        ):
            continue
        yield _groups()[name], start, end


def _is_of_organization(names: Names, start: int, end: int) -> bool:
    """Tell the name of a group in that of an organisation: the Nordic Council of Ministers."""
    found = names.within(start, end)
    return any(each.kind == "organization" and each.start <= start and end <= each.end for each in found)


def _is_of(names: Names, passage: Passage, start: int) -> bool:
    """Tell a group that is named behind those who act for it: leaders of the Quad, وزراء دول الشمال."""
    before = [word.folded for word in names.article.words_in(passage.start, start)]
    links = cues.joined(names.language, "of", "genitive_articles", "articles")
    while before and before[-1] in links:
        before.pop()
    return any(map(_acts, before[-2 if names.language == "ar" else -1 :]))  # وزراء خارجية دول الشمال


def _acts(folded: str) -> bool:
    """Tell a word for those who act for countries, alone or compounded: leaders, ministermötet."""
    words, tails = _acting_words()
    return folded in words or any(folded.endswith(tail) for tail in tails)


@cache
def _table() -> Mapping[str, Any]:
    found: Mapping[str, Any] = read_table("draft/alliances")
    return found


@cache
def _groups() -> Mapping[str, str]:
    """Map the names of groups, folded, to their keys."""
    return {fold(name): key for key, group in _table()["groups"].items() for name in group["names"]}


@cache
def _finder() -> WordList:
    return WordList(_groups())


@cache
def _acting_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words for those who act, and the endings of compounds of them, folded."""
    said: Sequence[str] = [*chain.from_iterable(_table()["acting"].values())]
    words = frozenset(fold(each) for each in said)
    return words, tuple(fold(each) for each in said if each.startswith("*"))


def _members(names: Names, key: str, on: Period | None) -> Iterator[str]:
    """Yield the members of a group that are states on some days; without days, those that are today."""
    countries = names.words.countries
    for member in _table()["groups"][key]["members"]:
        if countries[member].is_valid_on(on) if on else not countries[member].is_former:
            yield member
