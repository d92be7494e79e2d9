"""Names leaders beside the countries that a text names: who leads one may stand for it."""

from functools import lru_cache

from coopdb.author.draft.names.leaders import country_led, find_leaders
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.name_cut import named_people
from coopdb.author.draft.officials.office_levels import leads
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.words import cues
from coopdb.text import fold


@lru_cache(maxsize=1)  # the whole text is asked twice, as its people are
def with_leaders(names: Names) -> Names:
    """Return the names of a text with those of leaders, but for surnames that somebody else in it has."""
    people = [each.person for each in named_people(names)]
    others = {each.surname for each in people if _is_somebody_else(names.language, each)}
    return names.joined(find_leaders(names, others))


def _is_somebody_else(language: str | None, person: Person) -> bool:
    """Tell the full name of somebody else than a leader, one of another office, and a monarch's given name."""
    is_full = " " in person.name
    if person.role and not is_full:
        return not leads(person.role, language) or not cues.spoken("crowned").isdisjoint(fold(person.role).split())
    return is_full and country_led(person.name, None) is None
