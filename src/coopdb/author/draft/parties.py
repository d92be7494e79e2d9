"""The parties of a meeting: those that a text says met, not every country that it mentions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coopdb.author.draft import cues
from coopdb.author.draft.enumeration import listed_parties
from coopdb.author.draft.known_places import known_places
from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.person import is_office
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import BACKGROUND, LEAD, TITLE, Article
from coopdb.text import fold

_BY_RANK = {0: 4.0, 1: 3.0, 2: 1.0, 3: 0.3}
_OFFICE, _COUPLED, _CAPITAL, _PLACE, _PAST = 1.5, 1.0, 0.9, 0.4, 0.4  # in relation to a name alone
_MET = 3.0  # in relation to a name alone: the country of somebody who is told to have been there
_ENOUGH, _THIRD = 3.5, 0.8  # what a party scores, and a third one in relation to the second
_LATE = 0.6
_EARLY = 3  # sentences, with the title, in which every party is named
_GAP = 12  # characters of the longest link
_NEAR = 45  # characters between a country and the office it belongs to
_IN = re.compile(r"(?:\b(?:(?i:in|at|from|en|au|aux|à|em|no|na|i|aus)|a)|في|ب)\s+$")
_OF = frozenset(["of", "the", "de", "du", "des", "d", "la", "le", "l", "da", "do", "von", "der", "och", "för"])
_CLAUSE = re.compile(r"[,;:.!?،؛]")
_LINK = re.compile(
    r"\s*(?:,|&|/|-|–|—|and|et|y|e|und|och|with|avec|con|com|mit|med|و|مع)\s*(?:the|le|la|l['’]|el|o|a)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the text has it: a country or an organisation, and the words that say so best."""

    key: str
    is_country: bool
    score: float
    best: NamedParty
    rule: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that may mean several countries."""

    mention: NamedParty


def find_parties(
    article: Article, names: Names, home: str | None, people: Sequence[Said] = ()
) -> tuple[tuple[Party, ...], tuple[Ambiguous, ...]]:
    """Choose the parties, the surest first, and name what stays ambiguous; `people` are all that the text names."""
    known = {mention.keys[0] for mention in names.mentions if len(mention.keys) == 1}
    scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]] = defaultdict(list)
    ambiguous = []
    for mention in names.mentions:
        keys = _meant(mention.keys, known)
        if len(keys) != 1:
            ambiguous.append(Ambiguous(mention))
            continue
        found = (_whole(keys[0], known), mention.kind != "organization")
        scores[found] += [(score, mention, rule) for score, rule in _scores(article, names, mention)]
    for key, is_country, mention, score in _of_people(article, people, known):
        scores[key, is_country].append((score, mention, "office of somebody who was there"))
    begun = article.sentences[:_EARLY][-1:]
    early = {key for key, found in scores.items() for _, m, _ in found if begun and m.start < begun[0].end}
    ranked = sorted(_summed(article, scores, early), key=lambda party: -party.score)
    firsts = [each for each in ranked if (each.key, each.is_country) in early]
    if listed := _listed(article, names, home, ranked):
        return listed, ()
    parties = tuple(_chosen(ranked, firsts, home, is_meant=home is not None and _is_meant(article, home, people)))
    if home and len(parties) == 1 and parties[0].key != home and (title := article.title):
        at_home = NamedParty("country", (home,), title.start, title.end)
        parties = (*parties, Party(home, is_country=True, score=0.0, best=at_home, rule="home country"))
    prominent = (each for each in ambiguous if article.rank_at(each.mention.start) <= LEAD)
    return parties, tuple(prominent)


def _listed(article: Article, names: Names, home: str | None, ranked: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties of a list of those who met, the surest first, and the organisations as sure as the last."""
    listed = {each.keys[0]: each for each in listed_parties(article, names, home)}
    scored = [replace(each, best=listed[each.key], rule="listed") for each in ranked if each.key in listed]
    return tuple(scored)


def _of_people(
    article: Article, people: Sequence[Said], known: set[str]
) -> Iterator[tuple[str, bool, NamedParty, float]]:
    """Yield the countries of the people who met, each with its weight."""
    for each in people:
        keys = _meant(each.country.keys, known) if each.country else ()
        if (
            each.country
            and len(keys) == 1
            and not each.person.is_absent
            and article.rank_at(each.person.start) < BACKGROUND
        ):
            told = article.says(each.sentence, "meeting") and not article.says(each.sentence, "past")
            weight = _BY_RANK[article.rank_at(each.person.start)] * _MET
            yield (
                _whole(keys[0], known),
                each.country.kind != "organization",
                each.country,
                weight * (1 if told else 0.4),
            )


def _is_meant(article: Article, home: str, people: Sequence[Said]) -> bool:
    """Tell that the home country is plainly meant where it is not named: its own minister, our president, المملكة."""
    own = any(each.person.role and each.country is None and not each.person.is_absent for each in people)
    near = [each for each in article.sentences if each.rank in (TITLE, LEAD)]
    return (
        own
        or any(article.says(each, "own") for each in near)
        or (home in cues.table()["kingdoms"] and any("المملكة" in article.text(each) for each in near))
    )


def _meant(keys: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    """Return the one country that is meant among several: the one named elsewhere, else the usual one."""
    if len(keys) == 1:
        return keys
    named = tuple(key for key in keys if key in known)
    return named if len(named) == 1 else tuple(key for key in keys if key in cues.table()["usual"])


def _whole(key: str, known: set[str]) -> str:
    """Return what an institution is part of, where the text names that too: the commission acts for its union."""
    whole: str = cues.table()["institutions"].get(key, key)
    return whole if whole in known else key


def _scores(article: Article, names: Names, mention: NamedParty) -> Iterator[tuple[float, str]]:
    rank = article.rank_at(mention.start)
    sentence = article.sentence_at(mention.start)
    is_past = rank > TITLE and article.says(sentence, "past")
    weight = _BY_RANK[rank] * (_PAST if is_past else 1)
    before = article.plain[max(mention.start - _NEAR, 0) : mention.start]
    if mention.kind == "city":
        if _capital_acts(article, names, mention):
            yield weight * _CAPITAL, "capital for its government"
        return
    is_noun = not mention.is_adjective or article.plain[mention.start].isupper()
    as_place = _PLACE if is_noun and _IN.search(before) else 1
    yield weight * as_place, "named in the title" if rank == TITLE else "named"
    if as_place == 1 and has_office(article, mention):
        yield weight * _OFFICE, "office"
    if mention.is_half or _is_coupled(article, names, mention):
        yield weight * _COUPLED, "named together"


def _capital_acts(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell a capital that stands for its government: Rabat and Doha agreed."""
    name = fold(article.plain[mention.start : mention.end])
    before = article.plain[max(mention.start - 12, 0) : mention.start]
    return known_places().get(name, ("", False))[1] and not _IN.search(before) and _is_coupled(article, names, mention)


def has_office(article: Article, mention: NamedParty) -> bool:
    """Tell whether an office or an authority of the country is named: Qatar's minister, la ministre marocaine."""
    sentence = article.sentence_at(mention.start)
    before = fold(article.plain[max(mention.start - 2 * _NEAR, sentence.start) : mention.start]).split()
    behind = article.plain[mention.end : min(mention.end + _NEAR, sentence.end)]
    after = fold(behind if mention.is_adjective else _CLAUSE.split(behind, maxsplit=1)[0]).split()
    reach = 3 if mention.is_adjective else 11 if before and before[-1] in _OF else 1
    close = " ".join(after[: 5 if mention.is_adjective else 4]), " ".join(before[-reach:])
    return any(cues.word_list("heads").is_in(text) or any(map(is_office, text.split())) for text in close)


def _is_coupled(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell whether it is joined to another party: Morocco and Qatar; المغرب وقطر."""
    for other in names.within(mention.start - _GAP, mention.end + _GAP):
        if other.keys != mention.keys:
            first, second = sorted((mention, other), key=lambda each: each.start)
            gap = article.plain[first.end : second.start]
            if len(gap) < _GAP and _LINK.fullmatch(gap):
                return True
    return False


def _summed(
    article: Article, scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]], early: set[tuple[str, bool]]
) -> Iterator[Party]:
    """Sum up what speaks for each: at each rank the best mention counts in full, others little, late ones less."""
    for (key, is_country), found in scores.items():
        total = 0.0
        for rank in _BY_RANK:
            for rule in {rule for _, _, rule in found}:
                here = sorted((s for s, m, r in found if r == rule and article.rank_at(m.start) == rank), reverse=True)
                total += sum(score / (1 + 4 * number) for number, score in enumerate(here[:4]))
        if found:
            best = max(found, key=lambda each: (each[0], -each[1].start))
            yield Party(key, is_country, total * (1 if (key, is_country) in early else _LATE), best[1], best[2])


def _chosen(parties: Sequence[Party], early: Sequence[Party], home: str | None, *, is_meant: bool) -> Iterator[Party]:
    """Take two parties, and more where they are as prominent and `early`; home is one where it is named or meant."""
    own = next((party for party in parties if party.key == home), None)
    taken = [party for party in parties[:2] if party.score >= _ENOUGH]
    if own and own not in taken and (taken or is_meant):
        taken = [*taken[:1], own]
    elif home and is_meant and own is None:
        taken = taken[:1]
    yield from taken
    if len(taken) == 2:  # noqa: PLR2004  # two make a meeting
        least = min(party.score for party in taken)
        yield from (each for each in early if each not in taken and each.score >= max(_THIRD * least, 3 * _ENOUGH))
