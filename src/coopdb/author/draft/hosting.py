"""Who received whom at home: in his office, at the palace; they met in the country of the one who received."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.names import Names
from coopdb.author.draft.person import Person
from coopdb.author.draft.phrases import places_in
from coopdb.author.draft.text import BODY, Passage

_ARABIC = "؀"  # the first letter of the script


@dataclass(frozen=True, slots=True)
class Host:
    """The country of the one who received, and the words for the place."""

    country: str
    start: int
    end: int


def find_host(names: Names, people: Iterable[Person], parties: Iterable[str]) -> Host | None:
    """Find who received the others in a place of his own: `people` are those who met, `parties` their countries."""
    article, met, keys = names.article, tuple(people), frozenset(parties)
    for sentence in article.sentences:
        if sentence.rank < BODY and article.says(sentence, "receives"):
            for start, end in places_in(article, sentence, cues.pattern("own_places")):
                if country := _receiving(names, met, keys, sentence):
                    return Host(country, start, end)
    return None


def _receiving(names: Names, people: tuple[Person, ...], parties: frozenset[str], sentence: Passage) -> str | None:
    """Return whose country received: the one before the verb; behind `received by`, and in Arabic, the one after it."""
    article = names.article
    sides = sorted(_sides(names, people, parties, sentence))
    passive = next(places_in(article, sentence, cues.pattern("received_by")), None)
    active = next(places_in(article, sentence, cues.pattern("receives")), None)
    verb = passive or active
    if verb is None:
        return None
    if passive or article.plain[verb[0]] >= _ARABIC:
        return next((party for place, party in sides if place >= verb[1]), None)
    return next((party for place, party in reversed(sides) if place < verb[0]), None)


def _sides(
    names: Names, people: tuple[Person, ...], parties: frozenset[str], sentence: Passage
) -> Iterator[tuple[int, str]]:
    """Yield where a sentence names a party, or somebody of one."""
    for person in people:
        start = min(person.start, person.role_start)
        if person.party in parties and sentence.start <= start < sentence.end:
            yield start, str(person.party)
    for mention in names.within(sentence.start, sentence.end):
        if mention.start >= sentence.start and mention.keys[0] in parties and mention.kind == "country":
            yield mention.start, mention.keys[0]
