"""Names leaders beside the countries that a text names: who leads one may stand for it."""

from functools import lru_cache

from coopdb.author.draft.names.leaders import find_leaders, leader_country
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.name_cut import named_people
from coopdb.author.draft.officials.office_levels import leads
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.words import cues
from coopdb.text import fold


@lru_cache(maxsize=1)  # the whole text is asked twice, as its people are
def with_leaders(names: Names) -> Names:
    """Return the names of a text with those of leaders; a surname alone once the text has the full name or the office.

    None that somebody else in the text has, and none for the given name of a monarch.
    """
    people = [each.person for each in named_people(names)]
    known = {each.surname for each in people if _is_leader(names, each)}
    others = {each.surname for each in people if " " in each.name and leader_country(names, each.name) is None}
    offices = {fold(each.name) for each in people if each.role and not leads(each.role, names.language)}
    return names.joined(find_leaders(names, known - others, offices))


def _is_leader(names: Names, person: Person) -> bool:
    is_crowned = not cues.spoken("crowned").isdisjoint(fold(person.role).split())
    is_named = " " in person.name or (leads(person.role, names.language) and not is_crowned)
    return is_named and leader_country(names, person.name) is not None
