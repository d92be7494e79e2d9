"""The guest whose office only the title tells, and with whose name the text begins: Kenya's president comes."""

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.country import stated_country
from coopdb.author.draft.officials.office import reach_before
from coopdb.author.draft.officials.person import Person, WordKind, Words, tokens
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import LEAD
from coopdb.author.draft.words import cues


def with_titled_guest(names: Names, said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Give the first one named, with whom the lead begins and who has no office there, that of the title."""
    first = said[0] if said else None
    if first is None or first.person.role or first.country or first.sentence.rank != LEAD:
        return said
    leads = (each for each in names.article.sentences if each.rank == LEAD)
    receives = cues.word_list("receives", names.language)
    if next(leads) != first.sentence or first.person.start > first.sentence.start:
        return said
    title = None if receives.is_in(names.article.folded(first.sentence)) else _titled(names)
    if title is None:
        return said
    office = title.person
    guest = first.person._replace(role=office.role, role_start=office.role_start, role_end=office.role_end)
    return first._replace(person=guest, country=title.country), *said[1:]


def _titled(names: Names) -> Said | None:
    """Return the only office that the title names, if it says whose it is."""
    if len(names.article.titles) != 1:
        return None
    title = names.article.titles[0]
    words = Words(names.language)
    found = tokens(names, words, title)
    places = [number for number, each in enumerate(found) if each.kind is WordKind.OFFICE]
    if len(places) != 1 or words.is_counterpart(found[places[0]].text.lower()):
        return None

    def gap(number: int) -> str:
        return names.article.plain[found[number - 1].end if number else title.start : found[number].start]

    near, start = reach_before(found, gap, places[0])
    end = found[places[0]].end
    person = Person("", names.article.plain[start:end], end, end, start, end, near=near)
    country = stated_country(names, person, title)
    return Said(person, title, country) if country else None
