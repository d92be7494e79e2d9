"""The country that a text is told from where nobody says it: its own ministers, and the language that it is in."""

from collections.abc import Sequence

from coopdb.author.draft import cues
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.names import Names
from coopdb.author.draft.prominence import Party
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import BODY

_TWO = 2  # parties, which make a meeting


def told_from(names: Names, ranked: Sequence[Party], people: Sequence[Said]) -> str | None:
    """Return the country of the ministers of whom a text does not say it, which is one where its language is spoken.

    `ranked` are the countries and organisations that the text names, the surest first. The country is the surest of
    those that speak the language, else the one that the language is mostly written in. None where two act already,
    or where everybody is of a country.
    """
    acting = [each for each in ranked[:_TWO] if each.is_acting]
    if len(acting) != 1 or acting[0] != ranked[0] or not any(map(_is_own, people)):
        return None
    spoken = cues.codes("spoken_in", names.language)
    named = [each.key for each in ranked[1:] if each.is_country and each.key in spoken]
    usual = [key for key in cues.codes("written_in", names.language) if key != ranked[0].key]
    return next(iter([*named, *usual]), None)


def doubt_home(home: str) -> Doubt:
    """Return the doubt at a home country that the text does not name beside its ministers."""
    return Doubt(("participants",), "the text does not say whose its own ministers are", (home,))


def _is_own(each: Said) -> bool:
    person = each.person
    is_near = each.sentence.rank < BODY and not person.is_absent and not person.is_counterpart
    return is_near and bool(person.role) and each.country is None
