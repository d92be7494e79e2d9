"""The parties of a meeting: those that a text says met, not every country that it mentions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.text import Article
from coopdb.text import fold

_BY_RANK = {0: 4.0, 1: 3.0, 2: 1.0, 3: 0.3}
_OFFICE, _COUPLED, _CAPITAL, _PLACE, _PAST = 1.5, 1.0, 0.9, 0.4, 0.4  # in relation to a name alone
_ENOUGH, _THIRD = 3.5, 0.8  # what a party scores, and a third one in relation to the second
_GAP = 12  # characters of the longest link
_NEAR = 45  # characters between a country and the office it belongs to
_IN = re.compile(r"(?:\b(?:in|at|from|en|au|aux|à|a|em|no|na|i|aus)|في|ب)\s+$", re.IGNORECASE)
_OF = frozenset(["of", "the", "de", "du", "des", "d", "la", "le", "l", "da", "do", "von", "der", "och", "för"])
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


def find_parties(article: Article, names: Names, home: str | None) -> tuple[tuple[Party, ...], tuple[Ambiguous, ...]]:
    """Choose the parties, the surest first, and name what stays ambiguous."""
    known = {mention.keys[0] for mention in names.mentions if len(mention.keys) == 1}
    scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]] = defaultdict(list)
    ambiguous = []
    for mention in names.mentions:
        keys = _meant(mention.keys, known)
        if len(keys) != 1:
            ambiguous.append(Ambiguous(mention))
            continue
        found = (keys[0], mention.kind != "organization")
        scores[found] += [(score, mention, rule) for score, rule in _scores(article, names, mention)]
    parties = tuple(_chosen(sorted(_summed(article, scores), key=lambda party: -party.score), home))
    if home and len(parties) == 1 and parties[0].key != home and (title := article.title):
        at_home = NamedParty("country", (home,), title.start, title.end)
        parties = (*parties, Party(home, is_country=True, score=0.0, best=at_home, rule="home country"))
    prominent = (each for each in ambiguous if article.rank_at(each.mention.start) < 2)  # noqa: PLR2004  # title and lead
    return parties, tuple(prominent)


def _meant(keys: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    """Return the one country that is meant among several: the one named elsewhere, else the usual one."""
    if len(keys) == 1:
        return keys
    named = tuple(key for key in keys if key in known)
    return named if len(named) == 1 else tuple(key for key in keys if key in cues.table()["usual"])


def _scores(article: Article, names: Names, mention: NamedParty) -> Iterator[tuple[float, str]]:
    rank = article.rank_at(mention.start)
    sentence = article.sentence_at(mention.start)
    is_past = rank and article.says(sentence, "past")
    weight = _BY_RANK[rank] * (_PAST if is_past else 1)
    before = article.plain[max(mention.start - _NEAR, 0) : mention.start]
    if mention.kind == "city":
        if _capital_acts(article, names, mention):
            yield weight * _CAPITAL, "capital for its government"
        return
    as_place = _PLACE if _IN.search(before) and not mention.is_adjective else 1
    yield weight * as_place, "named in the title" if rank == 0 else "named"
    if has_office(article, mention):
        yield weight * _OFFICE, "office"
    if mention.is_half or _is_coupled(article, names, mention):
        yield weight * _COUPLED, "named together"


def _capital_acts(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell a capital that stands for its government: Rabat and Doha agreed."""
    name = fold(article.plain[mention.start : mention.end])
    before = article.plain[max(mention.start - 12, 0) : mention.start]
    return cues.places().get(name, ("", False))[1] and not _IN.search(before) and _is_coupled(article, names, mention)


def has_office(article: Article, mention: NamedParty) -> bool:
    """Tell whether an office or an authority of the country is named: Qatar's minister, la ministre marocaine."""
    sentence = article.sentence_at(mention.start)
    before = fold(article.plain[max(mention.start - 2 * _NEAR, sentence.start) : mention.start]).split()
    after = fold(article.plain[mention.end : min(mention.end + _NEAR, sentence.end)]).split()
    reach = 3 if mention.is_adjective else 11 if before and before[-1] in _OF else 1
    close = " ".join(after[: 5 if mention.is_adjective else 4]), " ".join(before[-reach:])
    return any(cues.pattern(name).search(text) for name in ("roles", "heads") for text in close)


def _is_coupled(article: Article, names: Names, mention: NamedParty) -> bool:
    """Tell whether it is joined to another party: Morocco and Qatar; المغرب وقطر."""
    for other in names.within(mention.start - _GAP, mention.end + _GAP):
        if other.keys != mention.keys:
            first, second = sorted((mention, other), key=lambda each: each.start)
            gap = article.plain[first.end : second.start]
            if len(gap) < _GAP and _LINK.fullmatch(gap):
                return True
    return False


def _summed(article: Article, scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]]) -> Iterator[Party]:
    """Sum up what speaks for each: at each rank the best mention counts in full, others little."""
    for (key, is_country), found in scores.items():
        total = 0.0
        for rank in _BY_RANK:
            for rule in {rule for _, _, rule in found}:
                here = sorted((s for s, m, r in found if r == rule and article.rank_at(m.start) == rank), reverse=True)
                total += sum(score / (1 + 4 * number) for number, score in enumerate(here[:4]))
        if found:
            best = max(found, key=lambda each: (each[0], -each[1].start))
            yield Party(key, is_country, total, best[1], best[2])


def _chosen(parties: Iterable[Party], home: str | None) -> Iterator[Party]:
    """Take two parties, and more where they are as prominent."""
    taken: list[Party] = []
    for party in parties:
        if len(taken) < 2:  # noqa: PLR2004  # two make a meeting
            if party.score >= _ENOUGH or (party.key == home and taken):
                taken.append(party)
        elif party.score >= _THIRD * taken[1].score and party.score >= 3 * _ENOUGH:
            taken.append(party)
    yield from taken
