"""Tells a text about others: the country that it is read in, or written in, took no part."""

from collections.abc import Sequence

from coopdb.author.draft.homes import says_ours
from coopdb.author.draft.names import Names
from coopdb.author.draft.prominence import ENOUGH, OFFICE, TOGETHER, Party, scores_of
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import LEAD, TITLE, Passage
from coopdb.text import fold

_TWO = 2  # parties, which make a meeting
_LEADS = 2  # sentences of the lead that say what a text is about
_BEHIND = 2  # sentences behind those in which nobody stands of whom the text says no country


def others_met(names: Names, home: str, ranked: Sequence[Party], people: Sequence[Said]) -> frozenset[str]:
    """Return the countries of others, where a text says first that they met, and home not at all, or only in passing.

    The title or the first sentences tell that two or more met, by their offices or joined by a word for and, and name
    nobody of whom the text does not say the country.
    """
    article = names.article
    acting = {each.key for each in ranked if each.is_country and each.is_acting and each.score >= ENOUGH}
    if any(each.key == home and each.score >= ENOUGH for each in ranked) or says_ours(article):
        return frozenset()
    head = (*article.titles, *[each for each in article.sentences if each.rank == LEAD][:_LEADS])
    told = ((each, _met(names, each) & acting) for each in head)
    sentence, met = next(((each, met) for each, met in told if len(met) >= _TWO), (None, frozenset[str]()))
    known = {fold(each.person.name) for each in people if each.country is not None}
    others = [each for each in people if fold(each.person.name) not in known]
    is_told = sentence is not None and not any(_is_of_none(names, each, sentence) for each in others)
    return met if is_told else frozenset()


def _met(names: Names, sentence: Passage) -> frozenset[str]:
    """Return the countries of which a sentence about a meeting names an office, or which it joins."""
    article = names.article
    if not (article.says(sentence, "meeting") or article.says(sentence, "signed")):
        return frozenset()
    here = names.in_sentence(sentence)
    found = ((each, scores_of(article, names, each)) for each in here if each.kind == "country")
    return frozenset(each.keys[0] for each, scores in found if any(rule in (OFFICE, TOGETHER) for _, rule in scores))


def _is_of_none(names: Names, each: Said, told: Passage) -> bool:
    """Tell somebody at the head of a text, of whom its sentence says no country."""
    last = names.article.sentence_number(told.start) + _BEHIND
    is_near = each.sentence.rank == TITLE or names.article.sentence_number(each.person.start) <= last
    return is_near and each.country is None and not each.person.is_absent
