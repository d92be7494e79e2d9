"""Everybody that a text names beside an office, or by a full name, each time that it does."""

from collections.abc import Iterator
from dataclasses import dataclass

from coopdb.author.draft.arabic import arabic_people
from coopdb.author.draft.country import stated_country
from coopdb.author.draft.language import find_language
from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.offices import people_in
from coopdb.author.draft.person import Person, Words
from coopdb.author.draft.text import BACKGROUND, Passage


@dataclass(frozen=True, slots=True)
class Said:
    """A person at one place of the text, and the country that the text says beside it."""

    person: Person
    sentence: Passage
    country: NamedParty | None


def read_people(names: Names) -> tuple[Said, ...]:
    """Read everybody that a text names beside an office, or by a full name."""
    words = Words(find_language(names.article))
    return tuple(
        Said(person, sentence, stated_country(names, person, sentence))
        for sentence in names.article.sentences
        if sentence.rank < BACKGROUND
        for person in _in_sentence(names, words, sentence)
    )


def _in_sentence(names: Names, words: Words, sentence: Passage) -> Iterator[Person]:
    yield from people_in(names, words, sentence)
    yield from arabic_people(names, sentence)
