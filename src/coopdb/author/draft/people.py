"""The people of a meeting: names beside offices, and the party that each stands for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise

from coopdb.author.draft.arabic import arabic_people
from coopdb.author.draft.names import Names
from coopdb.author.draft.parties import Party
from coopdb.author.draft.person import FULL_NAME, Person, offices, persons_in
from coopdb.author.draft.text import Article, Passage
from coopdb.text import fold

_LONGEST = 220  # characters of an office with its portfolio
_NEAR, _BEFORE, _AFTER = 30, 28, 12  # characters between a name and its office, before both to the party, and after
_WORDS = 100  # characters of the words that name an office
_LINK = re.compile(r"\s*,\s*(?:the\s+|le\s+|la\s+|l[’'])?", re.IGNORECASE)
# What an office ends at: a verb, or the end of the sentence, but not the point of an abbreviation.
_STOP = re.compile(
    r"\s+(?:s[’']est|se sont|s[’']entre|a\s|ont\s|est\s|avec\s|has\s|have\s|had\s|met\s|and met|was\s|were\s|said"
    r"|will\s|who\s|qui\s|lors|during|on\s|at\s+(?:the|a|his|her)\s|hat\s|haben|ist\s|har\s|och\s+(?=[A-Z])"
    r"|se reuni|ha\s|han\s"
    r"|signed|on behalf|welcomed|received|visited|this\s|ce\s|cette\s|à\s(?=[A-Z])|en marge|held|in\s(?=[A-Z]))"
    r"|(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bProf)(?<!\bMme)\.(?=\s|$)|[;:()\n“”«»\"]"
)
_STOP_BEHIND = re.compile(rf"{_STOP.pattern}|,\s+(?=[A-ZÀ-Þ][\w’'-]+\s+[A-ZÀ-Þ]|and |et |a |who |qui |met |to )|,\s*$")
_VERB = re.compile(r"\s+(?:a|s[’']est|has|met|held|hat|har|se|ha)\s")


def find_people(article: Article, names: Names, parties: tuple[Party, ...]) -> tuple[Person, ...]:
    """Find the people beside offices, each once, and give those without a country what is left."""
    found: dict[str, Person] = {}
    for person in _all(article, names):
        found.setdefault(fold(person.name).split()[-1], person)
    known = [replace(person, party=_party(article, names, person, parties)) for person in found.values()]
    return tuple(_with_rest(known, parties))


def _all(article: Article, names: Names) -> Iterator[Person]:
    sentences = [sentence for sentence in article.sentences if sentence.rank in (1, 2)]
    for sentence in sentences:
        yield from _before(article, names, sentence)
        yield from _behind(article, names, sentence)
        yield from arabic_people(article, sentence.start, sentence.end)
    for one, other in pairwise(sentences):
        yield from _continued(article, names, one, other)


def _before(article: Article, names: Names, sentence: Passage) -> Iterator[Person]:
    """Find offices before names: Minister for Trade Chan Chun Sing; le ministre des Communications, M. Al Mannai."""
    plain = article.plain
    for (first, last), (following, _) in pairwise([*offices(article, sentence.start, sentence.end), (sentence.end, 0)]):
        limit = min(_stop(plain, last, sentence.end), last + _LONGEST, following)
        for name, start, match in [*persons_in(names, plain, last, limit)][-1:]:
            end = match.start() if start == match.start(1) else start
            yield _person(plain, name, start, first, end)


def _behind(article: Article, names: Names, sentence: Passage) -> Iterator[Person]:
    """Find names before offices: Mohammed Al Mannai, Minister of Communications."""
    plain = article.plain
    for name, start, match in persons_in(names, plain, sentence.start, sentence.end):
        if not (link := _LINK.match(plain, match.end(), sentence.end)):
            continue
        near = min(link.end() + _NEAR + _WORDS, sentence.end)
        for first, last in islice(offices(article, link.end(), near), 1):
            if first - link.end() < _NEAR and "," not in plain[link.end() : first]:
                stop = _STOP_BEHIND.search(plain, last, sentence.end)
                yield _person(plain, name, start, link.end(), stop.start() if stop else sentence.end)


def _continued(article: Article, names: Names, one: Passage, other: Passage) -> Iterator[Person]:
    """Join the subject of a sentence to the office that the next one begins with: La ministre chargée du numérique."""
    plain = article.plain
    for first, last in islice(offices(article, other.start, other.end), 1):
        end = _stop(plain, last, other.end)
        if first - other.start < _AFTER and not FULL_NAME.search(plain, last, end):
            for name, start, match in persons_in(names, plain, one.start, one.end):
                if _VERB.match(plain, match.end()):
                    yield _person(plain, name, start, first, end)


def _stop(plain: str, start: int, end: int) -> int:
    found = _STOP.search(plain, start, end)
    return found.start() if found else end


def _person(plain: str, name: str, start: int, role_start: int, role_end: int) -> Person:
    role = plain[role_start:role_end].rstrip(" ,")
    return Person(
        " ".join(name.split()), " ".join(role.split()), start, start + len(name), role_start, role_start + len(role)
    )


def _party(article: Article, names: Names, person: Person, parties: tuple[Party, ...]) -> str | None:
    """Tell whom a person stands for: the party named in the office, else nearest before it, else just behind."""
    keys = {party.key for party in parties}
    sentence = article.sentence_at(person.role_start)
    low, high = min(person.start, person.role_start), max(person.end, person.role_end)
    near = (each for each in names.within(low - _BEFORE, high + _AFTER) if each.kind != "city")
    named = [each for each in near if each.keys[0] in keys]
    around = [each for each in named if max(low - _BEFORE, sentence.start) <= each.start < high + _AFTER]
    within = [each for each in around if person.role_start - 2 <= each.start < person.role_end]
    before = [each for each in around if each.end <= person.role_start]
    chosen = within[:1] or before[-1:] or around[:1]
    return chosen[0].keys[0] if chosen else None


def _with_rest(people: Iterable[Person], parties: tuple[Party, ...]) -> Iterator[Person]:
    """Give people without a party the one that nobody else stands for, when there is but one."""
    people = list(people)
    taken = {person.party for person in people}
    free = [party.key for party in parties if party.key not in taken]
    for person in people:
        yield replace(person, party=free[0]) if person.party is None and len(free) == 1 else person
