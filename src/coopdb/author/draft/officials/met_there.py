"""The country of somebody who was met in a country that another visits: went to Kenya, where she met Minister Ruiz."""

from collections.abc import Iterable, Iterator

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.words import cues
from coopdb.text import fold

_REACH = 90  # characters between "where" and who was met there, and between the country and "where": from 3 to 5 May,

Read = tuple[Person, Passage, NamedParty | None]


def with_hosts(names: Names, read: Iterable[Read]) -> Iterator[Read]:
    """Yield everybody as read, with the country where they were met, if the text says no other of them anywhere."""
    read = tuple(read)
    told = {_surname(person) for person, _, country in read if country}
    for person, sentence, country in read:
        is_untold = country is None and person.role and not person.is_counterpart and _surname(person) not in told
        yield person, sentence, _visited(names, person, sentence) if is_untold else country


def _surname(person: Person) -> str:
    return fold(person.name).rpartition(" ")[2]


def _visited(names: Names, person: Person, sentence: Passage) -> NamedParty | None:
    """Return the country behind which "where" stands, before somebody."""
    near = min(person.near or person.start, person.start)
    words = names.article.words_in(max(near - _REACH, sentence.start), near)
    where = next((each for each in reversed(words) if each.folded in cues.spoken("where", names.language)), None)
    if where is None:
        return None
    before = (each for each in names.beginning(max(where.start - _REACH, sentence.start), where.start))
    last = next(reversed([each for each in before if each.kind == "country"]), None)
    return last if last and not last.is_adjective else None
