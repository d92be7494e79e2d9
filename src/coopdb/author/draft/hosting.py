"""Who received whom at home: in his office, at the palace; they met in the country of the one who received."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues, telling_words
from coopdb.author.draft.names import Names
from coopdb.author.draft.person import Person
from coopdb.author.draft.phrases import places_in
from coopdb.author.draft.text import BODY, Article, Passage
from coopdb.text import fold

_ARABIC = "؀"  # the first letter of the script


@dataclass(frozen=True, slots=True)
class Host:
    """The country of the one who received, and the words for the place."""

    country: str
    start: int
    end: int


def find_host(names: Names, people: Iterable[Person], parties: Iterable[str], language: str | None) -> Host | None:
    """Find who received the others in a place of his own: `people` are those who met, `parties` their countries."""
    article, sides = names.article, sorted(_sides(names, people, frozenset(parties)))
    for sentence in article.sentences:
        if sentence.rank < BODY:
            for start, end in places_in(article, sentence, cues.word_list("own_places", language)):
                if country := _receiving(article, sides, sentence, language):
                    return Host(country, start, end)
    return None


def _receiving(article: Article, sides: list[tuple[int, str]], sentence: Passage, language: str | None) -> str | None:
    """Return whose country received: the one before the verb; behind `received by`, and in Arabic, the one after it."""
    passive = next(places_in(article, sentence, cues.word_list("received_by", language)), None)
    active = next(places_in(article, sentence, cues.word_list("receives", language)), None)
    verb = passive or active or _parted(article, sentence, language)
    here = sides[bisect_left(sides, (sentence.start, "")) : bisect_left(sides, (sentence.end, ""))]
    if verb and (passive or article.plain[verb[0]] >= _ARABIC):
        return next((party for place, party in here if place >= verb[1]), None)
    return next((party for place, party in reversed(here) if verb and place < verb[0]), None)


def _parted(article: Article, sentence: Passage, language: str | None) -> tuple[int, int] | None:
    """Find the second part of a verb that receives: I dag tog ministern emot."""
    verbs = {fold(each) for each in cues.spoken("receives", language)}
    words = article.words_in(sentence.start, sentence.end)
    for head, tail in telling_words.parted_verbs(language):
        if f"{head} {tail}" in verbs and any(each.folded == head for each in words):
            return next(((each.start, each.end) for each in words if each.folded == tail), None)
    return None


def _sides(names: Names, people: Iterable[Person], parties: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield where the text names a party, or somebody of one, also by the last name alone."""
    surnames = dict[str, str]()
    for person in people:
        if person.party in parties:
            yield min(person.start, person.role_start), str(person.party)
            surnames[fold(person.name).rpartition(" ")[2]] = str(person.party)
    yield from ((word.start, surnames[word.folded]) for word in names.article.words if word.folded in surnames)
    for mention in names.of_kind("country"):
        if mention.keys[0] in parties:
            yield mention.start, mention.keys[0]
