"""Tells of whom a text says nothing by which they are of the home country, where they may as well be of another."""

from collections.abc import Mapping, Sequence

from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import Passage

_FEW = 2  # who are named in a sentence with one of another country


def is_untold(
    names: Names, own: Sequence[Said], named: Mapping[Passage, Sequence[Said]], home: str, others: int
) -> bool:
    """Tell somebody, of whom no office is told to be of home, who may be of another country.

    That is who never is the first that a sentence names, where none of theirs names home, or them and one of another
    country, and fewer than two `others` are known; and who is, where none of theirs names any country, and the text
    names two beside home.
    """
    here = [{m.keys[0] for m in names.in_sentence(each.sentence) if m.kind == "country"} for each in own]
    if any(named[each.sentence][0].person.start == each.person.start for each in own):
        return not any(here) and len({*names.countries} - {home}) >= TWO_SIDES
    is_beside = any(_is_beside_one(named[each.sentence]) for each in own)
    return others < TWO_SIDES and not is_beside and not any(home in each for each in here)


def _is_beside_one(named: Sequence[Said]) -> bool:
    """Tell the second that a sentence names, where it says the country of the first."""
    return len(named) <= _FEW and named[0].country is not None
