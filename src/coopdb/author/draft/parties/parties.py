"""The parties of a meeting: those that a text says met, not every country that it mentions."""

from collections.abc import Iterator, Sequence

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.names.alliances import named_groups
from coopdb.author.draft.names.names import TWO_SIDES, NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.parties.between import met_between
from coopdb.author.draft.parties.bystander import others_met
from coopdb.author.draft.parties.enumeration import PartyList, listed_parties
from coopdb.author.draft.parties.homes import doubt_home, goals, says_ours, told_from, visited_country
from coopdb.author.draft.parties.prominence import ENOUGH, GROUPED, LISTED, Party, names_meeting_of_two
from coopdb.author.draft.parties.ranking import rank_parties
from coopdb.author.draft.parties.several import stood_together
from coopdb.author.draft.parties.two_sides import holders_by_sentence
from coopdb.author.draft.text.text import BACKGROUND, BODY, LEAD, TITLE, Article, Passage
from coopdb.author.draft.words import cues
from coopdb.text import fold
from coopdb.vocabulary.entry import Period

_LIKELY = 2.0  # what the party of a counterpart scores at least
_THIRD = 0.8  # what a third party scores in relation to the second
_TWO_MORE = 10.5  # what a third party scores at least
_DOUBTFUL_GROUP = Doubt(("participants",), "the text names a group of countries; whether all of them were there")


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
    is_meant = home is not None and _is_meant(article, home, people, _others(ranked, home))
    ranked = _with_goal(names, ranked, home) if home and is_meant else ranked
    if (members := named_groups(names, on)) and not _is_beside_two(article, members, ranked):
        return _of_groups(names, members, ranked, home if is_meant else None), (_DOUBTFUL_GROUP,)
    doubts = [_may_be_several(article, each) for each in ranking.ambiguous if article.rank_at(each.start) <= LEAD]
    visits = goals(names, people)
    if home is None and (told := told_from(names, ranked, people, visits)):
        home, is_meant = told, True
        doubts += [doubt_home(told)] if told not in names.countries else []
    if home and (others := others_met(names, home, ranked, people)):
        home, is_meant, ranked = None, False, tuple(sorted(ranked, key=lambda each: each.key not in others))
    early = _without_absent(ranking.early, people)
    parties = tuple(_chosen(names, ranked, early, home, is_meant=is_meant and visits == 1))
    if home:
        parties = _with_home(article, parties, home, is_visiting=is_meant and visits > 1)
    if any(each.person.is_counterpart and each.sentence.rank < BODY for each in people):
        parties = _with_counterpart(article, parties, ranked, home if is_meant else None)
    return _with_host(names, parties, people, home, is_meant=is_meant), tuple(doubts)


def _with_home(article: Article, parties: tuple[Party, ...], home: str, *, is_visiting: bool) -> tuple[Party, ...]:
    """Return the parties with home, which is the other of one, or the third where its minister visits two."""
    is_third = is_visiting and home not in {each.key for each in parties}
    is_other = len(parties) == 1 and parties[0].key != home and bool(article.paragraphs)
    return (*parties, _at_home(article, home)) if is_third or is_other else parties


def _with_host(
    names: Names, parties: tuple[Party, ...], people: Sequence[Said], home: str | None, *, is_meant: bool
) -> tuple[Party, ...]:
    """Return the parties with the country that one of them visits, where no other is found."""
    if (
        {each.key for each in parties} <= {home}
        and home
        and is_meant
        and _meets_there(names.article, people)
        and (host := visited_country(names, home, is_received=_is_received(names)))
    ):
        return (_at_home(names.article, home), Party(host.keys[0], True, 0.0, host, "visited"))  # noqa: FBT003
    if len(parties) == 1 and home is None and parties[0].is_acting and (host := visited_country(names, parties[0].key)):
        return (*parties, Party(host.keys[0], True, 0.0, host, "visited"))  # noqa: FBT003  # a country
    return parties


def _is_received(names: Names) -> bool:
    """Tell a lead that says of somebody that others received them: was received by Minister Ruiz."""
    received = cues.word_list("receives", names.language)
    return any(each.rank == LEAD and received.is_in(names.article.folded(each)) for each in names.article.sentences)


def _meets_there(article: Article, people: Sequence[Said]) -> bool:
    """Tell that a sentence of the lead says of two people that they meet: will travel to China and see President Li."""
    return any(
        len(holders) >= TWO_SIDES and each.rank == LEAD and article.says(each, "may_meet")
        for each, holders in holders_by_sentence(people).items()
    )


def _without_absent(parties: Sequence[Party], people: Sequence[Said]) -> list[Party]:
    """Leave out the countries of people who are only spoken of, where nobody else of them is named."""
    spoken_of = {each.country.keys[0] for each in people if each.country and each.person.is_absent}
    there = {each.country.keys[0] for each in people if each.country and not each.person.is_absent}
    return [each for each in parties if each.key not in spoken_of - there]


def _is_beside_two(article: Article, members: Sequence[NamedParty], ranked: Sequence[Party]) -> bool:
    """Tell a group that is only where two others met: Norway and Japan at the G7 summit."""
    is_titled = any(article.rank_at(each.start) == TITLE for each in members)
    acting = [each for each in ranked[:TWO_SIDES] if each.is_country and each.is_acting and each.score >= ENOUGH]
    return not is_titled and len(acting) == TWO_SIDES


def _of_pair(article: Article, ranked: Sequence[Party], met: Sequence[str]) -> tuple[Party, ...]:
    """Return two parties that are known to have met, the surer first."""
    found = [each for each in ranked if each.key in met]
    named = {each.key for each in found}
    return (*found, *(_at_home(article, key) for key in met if key not in named and article.paragraphs))


def _with_counterpart(
    article: Article, parties: tuple[Party, ...], ranked: Sequence[Party], home: str | None
) -> tuple[Party, ...]:
    """Return the only sure party, or home, with the likeliest country, where one is said to have met a counterpart."""
    own = parties[0].key if parties else home
    if len(parties) >= TWO_SIDES or own is None:
        return parties
    others = [each for each in ranked if each.is_country and each.key != own and each.score >= _LIKELY][:1]
    return (*(parties or (_at_home(article, own),)), *others) if parties or others else parties


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
    return tuple(each._replace(best=by_key[each.key], rule=LISTED) for each in ranked if each.key in by_key)


def _of_groups(
    names: Names, members: Sequence[NamedParty], ranked: Sequence[Party], home: str | None
) -> tuple[Party, ...]:
    """Return the members of the groups that met, whom the title names beside them, and home where it is meant."""
    article = names.article
    found = {each.key: each for each in ranked if each.is_country and each.key in names.titled}
    grouped = {each.keys[0]: each for each in members}
    parties = [Party(key, True, 0.0, each, GROUPED) for key, each in grouped.items()]  # noqa: FBT003  # a country
    parties += [each for key, each in found.items() if key not in grouped]
    if home and home not in grouped and home not in found:
        parties.append(_at_home(article, home))
    return tuple(parties)


def _others(ranked: Sequence[Party], home: str | None) -> int:
    """Return how many countries other than home may have met."""
    return sum(each.is_country and each.score >= ENOUGH and each.key != home for each in ranked)


def _with_goal(names: Names, ranked: tuple[Party, ...], home: str) -> tuple[Party, ...]:
    """Put the country first that home's own minister visits, where nobody else acts: a trip to Kyiv, and US weapons."""
    others = [each for each in ranked if each.key != home]
    goal = visited_country(names, home) if others and not others[0].is_acting else None
    found = next((each for each in others if goal and each.key == goal.keys[0]), None)
    if found is None:
        return ranked
    first = found._replace(score=max(found.score, others[0].score, ENOUGH))
    return (first, *[each for each in ranked if each.key != found.key])


def _is_meant(article: Article, home: str, people: Sequence[Said], others: int) -> bool:
    """Tell that the home country is plainly meant where it is not named: its own minister, our president, المملكة.

    Where two `others` may have met, somebody far down of whom no country is told may be one of theirs.
    """
    foreign = {word for each in people if each.country for word in fold(each.person.name).split()}
    reach = BODY if others >= TWO_SIDES else BACKGROUND
    own = any(
        each.person.role and each.country is None and not each.person.is_absent
        for each in people
        if each.sentence.rank < reach and each.person.surname not in foreign
    )
    near = [each for each in article.sentences if each.rank in (TITLE, LEAD)]
    return (
        own
        or says_ours(article)
        or (home in cues.table()["kingdoms"] and any("المملكة" in article.text(each) for each in near))
    )


def _chosen(
    names: Names, parties: Sequence[Party], early: Sequence[Party], home: str | None, *, is_meant: bool
) -> Iterator[Party]:
    """Take two parties, and more where they are as prominent and `early`; home is one where it is named or meant."""
    own = next((party for party in parties if party.key == home), None)
    taken = [party for party in parties[:2] if party.score >= ENOUGH]
    if own and own not in taken and (taken or is_meant):
        taken = [*taken[:1], own]
    elif home and is_meant and own is None:
        taken = taken[:1]
    yield from taken
    if len(taken) == TWO_SIDES and not any(names_meeting_of_two(names, each) for each in _opening(names.article)):
        least = max(_THIRD * min(party.score for party in taken), _TWO_MORE)
        keys = {party.key for party in taken}
        rest = early if met_between(names) != keys else ()
        thirds = [each for each in rest if each not in taken and each.score >= least]
        yield from (each for each in thirds if _is_told_beside(names, each.key, keys))


def _opening(article: Article) -> tuple[Passage, ...]:
    """Return the sentences of the title, and the first below it."""
    return (*article.titles, *[each for each in article.sentences if each.rank == LEAD][:1])


def _is_told_beside(names: Names, key: str, others: set[str]) -> bool:
    """Tell a third party that title or lead name beside another; alone it may be somebody who was met before."""
    near = (each for each in names.article.sentences if each.rank <= LEAD)
    found = (names.in_sentence(one) for one in near)
    told = ({each.keys[0] for each in here if each.kind != "city"} for here in found)
    return any(key in here and here & others for here in told)
