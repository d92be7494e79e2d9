"""Tells a text about others: the country that it is read in, or written in, took no part."""

from collections.abc import Sequence

from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.homes import is_own, says_ours
from coopdb.author.draft.parties.prominence import ENOUGH, OFFICE, TOGETHER, Party, scores_of
from coopdb.author.draft.text.text import LEAD, TITLE, Passage
from coopdb.text import fold

_LEADS = 2  # sentences of the lead that say what a text is about
_BEHIND = 2  # sentences behind those in which nobody stands of whom the text says no country


def others_met(names: Names, home: str, ranked: Sequence[Party], people: Sequence[Said]) -> frozenset[str]:
    """Return the countries of others who met, where a text says so first, and of home nothing, or only in passing."""
    if says_ours(names.article):
        return frozenset()
    is_named = any(each.key == home and each.score >= ENOUGH for each in ranked)
    met = frozenset[str]() if is_named else _told_first(names, ranked, people)
    return met or _counterparts(names, home, ranked, people)


def _told_first(names: Names, ranked: Sequence[Party], people: Sequence[Said]) -> frozenset[str]:
    """Return the countries of which the title or the first sentences tell that they met.

    By their offices, or joined by a word for and; and nobody is named of whom the text does not say the country.
    """
    article = names.article
    acting = {each.key for each in ranked if each.is_country and each.is_acting and each.score >= ENOUGH}
    head = (*article.titles, *[each for each in article.sentences if each.rank == LEAD][:_LEADS])
    told = ((each, _met(names, each) & acting) for each in head)
    sentence, met = next(((each, met) for each, met in told if len(met) >= TWO_SIDES), (None, frozenset[str]()))
    known = {fold(each.person.name) for each in people if each.country is not None}
    others = [each for each in people if fold(each.person.name) not in known]
    is_told = sentence is not None and not any(_is_of_none(names, each, sentence) for each in others)
    return met if is_told else frozenset()


def _counterparts(names: Names, home: str, ranked: Sequence[Party], people: Sequence[Said]) -> frozenset[str]:
    """Return the two countries of counterparts whom title and lead name without home or its own people."""
    article = names.article
    near = [each for each in people if each.sentence.rank <= LEAD and not each.person.is_absent]
    if any(article.rank_at(each.start) <= LEAD and home in each.keys for each in names.mentions):
        return frozenset()
    if any(map(is_own, near)) or not any(each.person.is_counterpart for each in near):
        return frozenset()
    told = frozenset(each.country.keys[0] for each in near if each.country)
    is_of_two = len(told) == TWO_SIDES and home not in told and {each.key for each in ranked[:TWO_SIDES]} == told
    return told if is_of_two else frozenset()


def _met(names: Names, sentence: Passage) -> frozenset[str]:
    """Return the countries of which a sentence about a meeting names an office, or which it joins."""
    article = names.article
    if not (article.says(sentence, "may_meet") or article.says(sentence, "signed")):
        return frozenset()
    here = names.in_sentence(sentence)
    found = ((each, scores_of(article, names, each)) for each in here if each.kind == "country")
    return frozenset(each.keys[0] for each, scores in found if any(rule in (OFFICE, TOGETHER) for _, rule in scores))


def _is_of_none(names: Names, each: Said, told: Passage) -> bool:
    """Tell somebody at the head of a text, of whom its sentence says no country."""
    last = names.article.sentence_number(told.start) + _BEHIND
    is_near = each.sentence.rank == TITLE or names.article.sentence_number(each.person.start) <= last
    return is_near and each.country is None and not each.person.is_absent
