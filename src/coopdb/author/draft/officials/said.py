"""Everybody that a text names beside an office, or by a full name, each time that it does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from coopdb.author.draft.names.leaders import acts, leader_country
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.affiliation import Affiliations
from coopdb.author.draft.officials.arabic import arabic_people
from coopdb.author.draft.officials.country import stated_country
from coopdb.author.draft.officials.met_there import Read, with_hosts
from coopdb.author.draft.officials.office_levels import leads
from coopdb.author.draft.officials.offices import people_in
from coopdb.author.draft.officials.person import Person, Words
from coopdb.author.draft.text.text import BACKGROUND, Passage
from coopdb.author.draft.words import cues
from coopdb.text import fold
from coopdb.vocabulary.entry import Entry


class Said(NamedTuple):
    """A person at one place of the text, and the country that the text says beside it."""

    person: Person
    sentence: Passage
    country: NamedParty | None


def by_sentence(people: Iterable[Said]) -> Mapping[Passage, Sequence[Said]]:
    """Map each sentence to those whom it names."""
    found = defaultdict[Passage, list[Said]](list)
    for each in people:
        found[each.sentence].append(each)
    return found


def read_people(names: Names) -> tuple[Said, ...]:
    """Read everybody that a text names beside an office, or by a full name."""
    words, affiliations = Words(names.language), Affiliations(names)
    found = [
        (person, sentence)
        for sentence in names.article.sentences
        if sentence.rank < BACKGROUND
        for person in _in_sentence(names, words, sentence)
    ]
    others = {fold(person.name) for person, _ in found if _is_of_other_meeting(names, person)}
    own = ((person, sentence) for person, sentence in found if fold(person.name) not in others)
    read = (_read(names, affiliations, person, sentence) for person, sentence in own)
    return tuple(Said(person, sentence, country) for person, sentence, country in with_hosts(names, read))


def _is_of_other_meeting(names: Names, person: Person) -> bool:
    """Tell the office of a country that was at another meeting of the text, and not at this one."""
    return any(person.near <= each.start < person.role_end for each in names.passed_over)


def _read(names: Names, affiliations: Affiliations, person: Person, sentence: Passage) -> Read:
    """Return what is said of a person, with the country that the repository knows them to stand for, if any."""
    known = _known(names, person)
    codes = {each.country for each in known.offices if each.country} | {known.country} - {""} if known else set()
    if known and known.offices:
        person = person._replace(is_known=True)
    if _was_met_before(names, person, sentence):
        person = person._replace(is_absent=True)
    country = affiliations.led_by(person) or stated_country(names, person, sentence) or affiliations.of(person)
    if country is None and len(codes) == 1:
        country = NamedParty("country", (*codes,), person.start, person.end)
    elif country is None and not codes and (led := _led(names, person)):
        country = NamedParty("country", (led,), person.start, person.end)
    return person, sentence, country


def _led(names: Names, person: Person) -> str | None:
    """Return the country that somebody of this name led then, who has no other office; by the surname beside theirs."""
    is_full = " " in person.name
    is_leader = leads(person.role, names.language) if person.role else is_full and acts(names, person.start, person.end)
    return leader_country(names, person.name) if is_leader else None


def _was_met_before(names: Names, person: Person, sentence: Passage) -> bool:
    """Tell the one with whom a sentence begins as met before another: After Minister Ruiz, he met President Lund."""
    plain, first = names.article.plain, person.whole_start
    words = fold(plain[sentence.start : first]).split()
    while words and words[-1] in cues.spoken("articles", names.language):
        words.pop()
    is_behind = " ".join(words) in cues.spoken("after_which", names.language)
    return is_behind and plain.startswith(",", person.whole_end)


def _known(names: Names, person: Person) -> Entry | None:
    """Return whom the repository knows by this name, if it is one."""
    people = names.words.people
    found = people.resolve(person.name) if people.entries else ()
    return people[found[0].key] if len(found) == 1 else None


def _in_sentence(names: Names, words: Words, sentence: Passage) -> list[Person]:
    """Return the people of a sentence in their order; in an Arabic one names in Latin letters are read once."""
    arabic = [*arabic_people(names, sentence)]
    starts = {each.start for each in arabic}
    latin = (each for each in people_in(names, words, sentence) if each.start not in starts)
    return sorted((*arabic, *latin), key=attrgetter("start"))
