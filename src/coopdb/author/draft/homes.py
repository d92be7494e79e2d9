"""The country that a text is told from where nobody says it: its own ministers, and the language that it is in."""

from collections.abc import Sequence
from itertools import pairwise

from coopdb.author.draft import cues
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.names import Names
from coopdb.author.draft.prominence import ENOUGH, Party, is_linked
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import BODY, TITLE

_TWO = 2  # parties, which make a meeting
_NEAR, _REACH = 3, 40  # words and characters between relations and those who have them
_COMMON = "en"  # the language that those write in who speak another


def told_from(names: Names, ranked: Sequence[Party], people: Sequence[Said], visited: int = 1) -> str | None:
    """Return the country of the ministers of whom a text does not say it, which is one where its language is spoken.

    `ranked` are the countries and organisations that the text names, the surest first, `visited` the number of those
    that act and are others'. The country is the surest of those that speak the language or have relations with the
    first, else the one that the language is mostly written in. None where one more acts, or where everybody is of a
    country.
    """
    acting = [each for each in ranked[: max(visited, _TWO)] if each.is_acting and each.score >= ENOUGH]
    if not acting or len(acting) != visited or acting[0] != ranked[0] or not any(map(is_own, people)):
        return None
    return _likeliest(names, ranked[visited:], ranked[0].key)


def _likeliest(names: Names, ranked: Sequence[Party], first: str) -> str | None:
    language = names.language
    spoken, usual = cues.codes("spoken_in", language), cues.codes("written_in", language)
    related = _related(names, first)
    weight = 1 if language == _COMMON else 2
    named = [(weight * (each.key in spoken) + (each.key in related), each) for each in ranked if each.is_country]
    found = [(strength, each) for strength, each in named if strength]
    best = max(found, key=lambda each: (each[0], each[1].score), default=None)
    return best[1].key if best else next((key for key in usual if key != first), None)


def _related(names: Names, first: str) -> frozenset[str]:
    """Return the countries that the text says to have relations with another: ties between Finland and Estonia."""
    said = cues.spoken("relations", names.language)
    found = set[str]()
    for one, other in pairwise(names.of_kind("country")):
        if first in (pair := {one.keys[0], other.keys[0]}) and is_linked(names.article, one, other):
            before = names.article.words_in(one.start - _REACH, one.start)[-_NEAR:]
            found |= pair if not said.isdisjoint(word.folded for word in before) else set()
    return frozenset(found - {first})


def doubt_home(home: str) -> Doubt:
    """Return the doubt at a home country that the text does not name beside its ministers."""
    return Doubt(("participants",), "the text does not say whose its own ministers are", (home,))


def is_own(each: Said) -> bool:
    """Tell somebody of an office, or of the title, of whom the text says no country, at the head of it."""
    person = each.person
    is_near = each.sentence.rank < BODY and not person.is_absent and not person.is_counterpart
    return is_near and each.country is None and (bool(person.role) or each.sentence.rank == TITLE)
