"""Meetings of one country's own people, one of whom is its ambassador to the other: no meeting of the two."""

from collections.abc import Sequence
from itertools import pairwise

from coopdb.author.draft.names.belonging import has_office, is_envoy
from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import Party
from coopdb.author.draft.parties.two_sides import are_joined
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import has_parted
from coopdb.text import fold


def meets_own_envoy(names: Names, parties: Sequence[Party], people: Sequence[Said]) -> bool:
    """Tell that a text says of one of two that its own ambassador to the other was met, and of nobody of the other.

    The Norwegian minister met Norway's ambassador to Kenya.
    """
    present = [each for each in people if each.person.role and not each.person.is_absent]
    if len(parties) != TWO_SIDES or {key for each in present for key in _keys(each)} != {*_own(present)}:
        return False
    others = {party.key for party in parties} - {*_own(present)}
    if len(others) != 1 or any(not each.country for each in present):
        return False
    if any(has_office(names.article, each) for each in names.mentions if each.keys[0] in others):
        return False
    return any(_is_met(names, before, each) for before, each in pairwise(present) if before.sentence == each.sentence)


def _own(people: Sequence[Said]) -> Sequence[str]:
    return _keys(people[0]) if people else ()


def _keys(said: Said) -> Sequence[str]:
    return said.country.keys if said.country else ()


def _is_met(names: Names, before: Said, each: Said) -> bool:
    """Tell an ambassador and another, of whom one met the other."""
    if is_envoy(before.person.role) == is_envoy(each.person.role) or are_joined(names, before, each):
        return False
    article, verbs = names.article, cues.meetings(names.language)
    between = " ".join(word.folded for word in article.words_in(before.person.whole_end, each.person.whole_start))
    opening = fold(article.plain[each.sentence.start : before.person.whole_start])
    return any(verbs.is_in(text) or has_parted(verbs, text, names.language) for text in (between, opening))
