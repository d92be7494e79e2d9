"""The parties of a meeting: those that a text says met, not every country that it mentions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coopdb.author.draft import cues
from coopdb.author.draft.alliances import named_groups
from coopdb.author.draft.enumeration import PartyList, listed_parties
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.homes import says_ours, told_from, visited
from coopdb.author.draft.names import NamedParty, Names
from coopdb.author.draft.prominence import BESIDE, BY_RANK, EARLY, ENOUGH, GROUPED, LISTED, Party, scores_of, summed
from coopdb.author.draft.said import Said
from coopdb.author.draft.several import stood_together
from coopdb.author.draft.text import BACKGROUND, BODY, LEAD, TITLE, Article
from coopdb.vocabulary.entry import Period

_MET = 3.0  # in relation to a name alone: the country of somebody who is told to have been there
_LIKELY = 2.0  # what the party of a counterpart scores at least
_THIRD = 0.8  # what a third party scores in relation to the second
_TWO = 2  # parties, which make a meeting
_DOUBTFUL_GROUP = Doubt(("participants",), "the text names a group of countries; whether all of them were there")


@dataclass(frozen=True, slots=True)
class Ranking:
    """The countries and organisations that a text names, the surest first; those named early; names of several."""

    parties: tuple[Party, ...]
    early: tuple[Party, ...]
    ambiguous: tuple[NamedParty, ...]


class _Known:
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
    known = _Known(article, names)
    scores: dict[tuple[str, bool], list[tuple[float, NamedParty, str]]] = defaultdict(list)
    ambiguous: list[NamedParty] = []
    for mention in names.mentions:
        keys = known.meant(mention.keys)
        if len(keys) != 1 or known.is_guess(mention.keys):
            ambiguous.append(mention)
        if len(keys) != 1:
            continue
        found = (known.whole(keys[0]), mention.kind != "organization")
        scores[found] += [(score, mention, rule) for score, rule in scores_of(article, names, mention)]
    for key, is_country, mention, score in _of_people(article, people, known):
        scores[key, is_country].append((score, mention, BESIDE))
    begun = article.sentences[:EARLY][-1:]
    early = {key for key, found in scores.items() for _, m, _ in found if begun and m.start < begun[0].end}
    ranked = sorted(summed(article, scores, early), key=lambda party: -party.score)
    firsts = [each for each in ranked if (each.key, each.is_country) in early]
    return Ranking(tuple(ranked), tuple(firsts), tuple(ambiguous))


def find_parties(  # what is known beside the text
    article: Article,
    names: Names,
    home: str | None,
    people: Sequence[Said] = (),
    on: Period | None = None,
    met: Sequence[str] = (),
) -> tuple[tuple[Party, ...], tuple[Doubt, ...]]:
    """Choose the parties, the surest first, and doubt what is not certain.

    `people` are all that the text names, `on` the days on which the members of a group are asked for, `met` the
    countries of one of several meetings, where that is known.
    """
    ranking = rank_parties(article, names, people)
    ranked = ranking.parties
    if met:
        return _of_pair(article, ranked, met), ()
    if (listing := listed_parties(article, names, home)).parties:
        return _listed(listing.parties, ranked), tuple(_unknown(article, listing))
    if together := stood_together(names):
        return _listed(together, ranked), ()
    is_meant = home is not None and _is_meant(article, home, people)
    if (members := named_groups(names, on)) and not _is_beside_two(article, members, ranked):
        return _of_groups(names, members, ranked, home if is_meant else None), (_DOUBTFUL_GROUP,)
    if home is None and (told := told_from(names, ranked, people)):
        home, is_meant = told, True
    parties = tuple(_chosen(ranked, ranking.early, home, is_meant=is_meant))
    if home and len(parties) == 1 and parties[0].key != home and article.paragraphs:
        parties = (*parties, _at_home(article, home))
    if len(parties) == 1 and any(each.person.is_counterpart and each.sentence.rank < BODY for each in people):
        parties = (*parties, *_counterparts(ranked, parties[0])[:1])
    if len(parties) == 1 and home is None and parties[0].is_acting and (host := visited(names, parties[0].key)):
        parties = (*parties, Party(host.keys[0], True, 0.0, host, "visited"))  # noqa: FBT003  # a country
    prominent = (each for each in ranking.ambiguous if article.rank_at(each.start) <= LEAD)
    return parties, tuple(_may_be_several(article, each) for each in prominent)


def _is_beside_two(article: Article, members: Sequence[NamedParty], ranked: Sequence[Party]) -> bool:
    """Tell a group that is only where two others met: Norway and Japan at the G7 summit."""
    is_titled = any(article.rank_at(each.start) == TITLE for each in members)
    acting = [each for each in ranked[:_TWO] if each.is_country and each.is_acting and each.score >= ENOUGH]
    return not is_titled and len(acting) == _TWO


def _of_pair(article: Article, ranked: Sequence[Party], met: Sequence[str]) -> tuple[Party, ...]:
    """Return two countries that are known to have met, the surer first."""
    found = [each for each in ranked if each.is_country and each.key in met]
    named = {each.key for each in found}
    return (*found, *(_at_home(article, key) for key in met if key not in named and article.paragraphs))


def _counterparts(ranked: Sequence[Party], party: Party) -> list[Party]:
    """Return the countries that may have met the only sure party, where it is said to have met a counterpart."""
    return [each for each in ranked if each.is_country and each.key != party.key and each.score >= _LIKELY]


def _at_home(article: Article, home: str) -> Party:
    """Return the home country as a party that is meant and not named, with the first paragraph as its place."""
    first = article.paragraphs[0]
    at_home = NamedParty("country", (home,), first.start, first.end)
    return Party(home, is_country=True, score=0.0, best=at_home, rule="home country")


def _may_be_several(article: Article, mention: NamedParty) -> Doubt:
    text = article.plain[mention.start : mention.end]
    return Doubt(("participants",), f"{text} may mean several countries", mention.keys)


def _unknown(article: Article, listing: PartyList) -> Iterator[Doubt]:
    """Yield a doubt for each name of a list that is not known."""
    for start, end in listing.unknown:
        text = " ".join(article.plain[start:end].split())
        yield Doubt(("participants",), f"{text} is listed with the parties, and is not known", (text,))


def _listed(listed: Sequence[NamedParty], ranked: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties of a list of those who met, the surest first."""
    by_key = {each.keys[0]: each for each in listed}
    return tuple(replace(each, best=by_key[each.key], rule=LISTED) for each in ranked if each.key in by_key)


def _of_groups(
    names: Names, members: Sequence[NamedParty], ranked: Sequence[Party], home: str | None
) -> tuple[Party, ...]:
    """Return the members of the groups that met, whom the title names beside them, and home where it is meant."""
    article = names.article
    titled = {each.keys[0] for each in names.of_kind("country") if article.rank_at(each.start) == TITLE}
    found = {each.key: each for each in ranked if each.is_country and each.key in titled}
    grouped = {each.keys[0]: each for each in members}
    parties = [Party(key, True, 0.0, each, GROUPED) for key, each in grouped.items()]  # noqa: FBT003  # a country
    parties += [each for key, each in found.items() if key not in grouped]
    if home and home not in grouped and home not in found:
        parties.append(_at_home(article, home))
    return tuple(parties)


def _of_people(
    article: Article, people: Sequence[Said], known: "_Known"
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
            told = article.says(each.sentence, "meeting") and not article.says(each.sentence, "past")
            weight = BY_RANK[article.rank_at(each.person.start)] * _MET
            yield (
                known.whole(keys[0]),
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
        or says_ours(article)
        or (home in cues.table()["kingdoms"] and any("المملكة" in article.text(each) for each in near))
    )


def _chosen(parties: Sequence[Party], early: Sequence[Party], home: str | None, *, is_meant: bool) -> Iterator[Party]:
    """Take two parties, and more where they are as prominent and `early`; home is one where it is named or meant."""
    own = next((party for party in parties if party.key == home), None)
    taken = [party for party in parties[:2] if party.score >= ENOUGH]
    if own and own not in taken and (taken or is_meant):
        taken = [*taken[:1], own]
    elif home and is_meant and own is None:
        taken = taken[:1]
    yield from taken
    if len(taken) == 2:  # noqa: PLR2004  # two make a meeting
        least = min(party.score for party in taken)
        yield from (each for each in early if each not in taken and each.score >= max(_THIRD * least, 3 * ENOUGH))
