"""How much speaks for each party that a text names: its mentions, and the people who are told to have met."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.prominence import ATTENDING, BY_RANK, EARLY, SPOKEN_OF, Party, scores_of, summed
from coopdb.author.draft.telling.another_time import BEFORE_OR_TO_COME, had_been, speaks_of
from coopdb.author.draft.text.text import BACKGROUND, LEAD, TITLE, Article
from coopdb.author.draft.words import cues

_MET = 3.0  # in relation to a name alone: the country of somebody who is told to have been there


class Ranking(NamedTuple):
    """The countries and organisations that a text names, the surest first; those named early; names of several."""

    parties: tuple[Party, ...]
    early: tuple[Party, ...]
    ambiguous: tuple[NamedParty, ...]


class MeantParties:
    """Tells what a name means by what else the text names."""

    def __init__(self, article: Article, names: Names) -> None:
        sure = [mention for mention in names.mentions if len(mention.keys) == 1]
        self._named = {mention.keys[0] for mention in sure if mention.kind != "city"}
        self._places = {mention.keys[0] for mention in sure}
        institutions: dict[str, str] = cues.table()["institutions"]
        near = {mention.keys[0] for mention in sure if article.rank_at(mention.start) <= LEAD}
        titled = {mention.keys[0] for mention in sure if article.rank_at(mention.start) == TITLE}
        self._as = {
            key: each
            for part, whole in institutions.items()
            if part in self._named and whole in self._named
            for key, each in [(part, whole) if whole in titled or part not in near else (whole, part)]
        }

    def meant(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return the one country that is meant among several: the one named elsewhere, else the usual one."""
        named = self._told(keys) or [*filter(cues.table()["usual_last"].__contains__, keys)]
        return (named[0],) if len(named) == 1 else keys

    def is_guess(self, keys: tuple[str, ...]) -> bool:
        """Tell a name of several countries of which nothing in the text says which: Congo."""
        return len(keys) > 1 and not self._told(keys)

    def _told(self, keys: tuple[str, ...]) -> list[str]:
        usual = cues.table()["usual"]
        named = [*filter(self._named.__contains__, keys)] or [*filter(usual.__contains__, keys)]
        return named or [*filter(self._places.__contains__, keys)]

    def whole(self, key: str) -> str:
        """Return whom an institution acts for where the text names both: its union in the title, else itself."""
        return self._as.get(key, key)


def rank_parties(article: Article, names: Names, people: Sequence[Said]) -> Ranking:
    """Sum up what speaks for each country and organisation that a text names; `people` are all that it names."""
    known = MeantParties(article, names)
    scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]] = defaultdict(list)
    ambiguous: list[NamedParty] = []
    absent = {each.country for each in people if each.country and each.person.is_absent}
    for mention in names.mentions:
        keys = known.meant(mention.keys)
        if len(keys) != 1 or known.is_guess(mention.keys):
            ambiguous.append(mention)
        if len(keys) != 1:
            continue
        found = (known.whole(keys[0]), mention.kind != "organization")
        is_spoken_of = mention in absent and article.rank_at(mention.start) > TITLE
        told = [(1.0, SPOKEN_OF)] if is_spoken_of else _scores(names)[mention]
        scores[found] += [(score, mention, rule) for score, rule in told]
    for key, is_country, mention, score in _of_people(article, people, known, names.language):
        scores[key, is_country].append((score, mention, ATTENDING))
    begun = article.sentences[:EARLY][-1:]
    early = {key for key, found in scores.items() for _, m, _ in found if begun and m.start < begun[0].end}
    ranked = sorted(summed(article, scores, early), key=lambda party: -party.score)
    firsts = [each for each in ranked if (each.key, each.is_country) in early]
    return Ranking(tuple(ranked), tuple(firsts), tuple(ambiguous))


@lru_cache(maxsize=1)
def _scores(names: Names) -> Mapping[NamedParty, Sequence[tuple[float, str]]]:
    """Return what each mention of a text counts: parties are ranked before its meetings are told apart, and again."""
    return {each: tuple(scores_of(names.article, names, each)) for each in names.mentions}


def _of_people(
    article: Article, people: Sequence[Said], known: MeantParties, language: str | None
) -> Iterator[tuple[str, bool, NamedParty, float]]:
    """Yield the countries of the people who met, each with its weight."""
    for each in people:
        keys = known.meant(each.country.keys) if each.country else ()
        if (
            each.country
            and len(keys) == 1
            and not each.person.is_absent
            and article.rank_at(each.person.start) < BACKGROUND
        ):
            folded = article.folded(each.sentence)
            is_of_other = speaks_of(folded, *BEFORE_OR_TO_COME) or had_been(folded, language)
            told = article.says(each.sentence, "may_meet") and not is_of_other
            weight = BY_RANK[article.rank_at(each.person.start)] * _MET
            yield (
                known.whole(keys[0]),
                each.country.kind != "organization",
                each.country,
                weight * (1 if told else 0.4),
            )
