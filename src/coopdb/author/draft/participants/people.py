"""The people of a meeting: each once, with an office and the party that each stands for, if they were there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from coopdb.author.draft.days.timing import Timing
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.officials.standing import Standing
from coopdb.author.draft.participants.allegiance import Allegiance, Basis
from coopdb.author.draft.participants.bare_actors import with_actors
from coopdb.author.draft.participants.encountering import Encounters
from coopdb.author.draft.participants.presence import Presence
from coopdb.author.draft.parties.prominence import Party
from coopdb.author.draft.text.text import TITLE, Article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_name_particle
from coopdb.text import fold
from coopdb.vocabulary.entry import Period

_NAMESAKES = 50  # full names with a word in common that are compared
_FEWEST = 2  # words of a full name
_STANDINGS: Mapping[Basis, Standing] = MappingProxyType(
    {Basis.GUESS: Standing.GUESSED, Basis.OTHER: Standing.ELSEWHERE}
)


def find_people(
    names: Names,
    named: Sequence[Said],
    parties: tuple[Party, ...],
    timing: Timing,
    home: str | None = None,
    on: Period | None = None,
) -> tuple[Person, ...]:
    """Find the people that were there on the days of a meeting, each once; who has no country has what is left.

    `on` is the day of the publication, where it is known.
    """
    said = tuple(with_actors(names, named, {each.key for each in parties}))
    presence = Presence(names, said, timing, on.since if on else None)
    clusters = [*_clusters(said)]
    allegiance = Allegiance(names, said, clusters, parties, home)
    found = [
        best
        for each in clusters
        if any(_has_office(one) for one in each) and (best := _best(each, presence, allegiance)) is not None
    ]
    free = {each.key for each in parties} - {each.party for each in found}
    found += _without_office(names, clusters, presence, allegiance, free)
    ordered = sorted(found, key=lambda person: person.start)
    return tuple(_with_rest(_once(names.article, ordered), parties))


def _without_office(
    names: Names, clusters: Iterable[list[Said]], presence: Presence, allegiance: Allegiance, free: Set[str]
) -> Iterator[Person]:
    """Yield those of a party that nobody of an office stands for who are named as met, or as they met a counterpart."""
    encounters = Encounters(names)
    for cluster in clusters if free else ():
        first = cluster[0]
        is_bare = not any(map(_has_office, cluster)) and " " in first.person.name
        met = (each for each in cluster if presence.was_there(each))
        if is_bare and any(encounters.is_named(each) for each in met):
            party, basis = allegiance.of(cluster)
            if party in free and basis is not Basis.GUESS:
                yield first.person._replace(party=party)


def _once(article: Article, people: Sequence[Person]) -> Iterator[Person]:
    """Yield people once: of two with one surname, office and party the fuller name, unless one sentence has both."""
    by_office: dict[tuple[str, str, str | None], list[Person]] = defaultdict(list)
    for each in people:
        by_office[each.surname, fold(each.role), each.party].append(each)
    for group in by_office.values():
        sentences = {article.sentence_number(each.start) for each in group}
        if len(sentences) < len(group) or not group[0].role:
            yield from group
        else:
            yield max(group, key=lambda each: len(each.name))


def _clusters(said: Sequence[Said]) -> Iterator[list[Said]]:
    """Yield what is said of each person: a surname alone is that of the one full name it fits."""
    full: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    short: list[tuple[tuple[str, ...], Said]] = []
    for each in said:
        words = tuple(word for word in fold(each.person.name).split() if not is_name_particle(word))
        if len(words) >= _FEWEST or len(fold(each.person.name).split()) >= _FEWEST:
            full[words].append(each)
        else:
            short.append((words, each))
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    merged: dict[tuple[str, ...], list[Said]] = {}
    fathers = {words for words, found in full.items() if _has_father(found[0])}
    for words in sorted(full, key=lambda each: -len(each)):
        candidates = by_word.get(words[-1], [])[:_NAMESAKES] if words else []
        longer = next((each for each in candidates if _is_short_for(words, each, fathers)), None)
        if longer:
            merged[longer] += full[words]
        else:
            merged[words] = list(full[words])
            for word in set(words):
                by_word[word].append(words)
    for words, each in short:
        fits = _fitting(each, by_word.get(words[-1] if words else "", []), merged)
        if len(fits) == 1:
            merged[fits[0]].append(each)
        elif not fits and (_reigns(each.person.role) or each.person.is_surname):
            merged.setdefault(words, []).append(each)
    yield from merged.values()


def _has_father(said: Said) -> bool:
    """Tell a name that has those of fathers in it: محمد بن سلمان."""
    return not cues.listed("sons").isdisjoint(fold(said.person.name).split())


def _is_short_for(words: tuple[str, ...], longer: tuple[str, ...], fathers: set[tuple[str, ...]]) -> bool:
    """Tell a shorter form of a name from that of the father: King Abdullah is not Hussein bin Abdullah."""
    return set(words) <= set(longer) and (longer not in fathers or words[0] == longer[0])


def _fitting(
    each: Said, names: Sequence[tuple[str, ...]], said: Mapping[tuple[str, ...], Sequence[Said]]
) -> list[tuple[str, ...]]:
    """Return the full names that a surname may be of: nobody's of another country than the text tells beside it."""
    if each.country is None:
        return list(names)
    own = set(each.country.keys)
    return [
        name
        for name in names
        if not (told := {key for one in said[name] if one.country for key in one.country.keys}) or told & own
    ]


def _reigns(role: str) -> bool:
    """Tell an office whose holders have one name: King Harald, Papa Francisco."""
    return not cues.spoken("crowned").isdisjoint(fold(role).split())


def _best(said: list[Said], presence: Presence, allegiance: Allegiance) -> Person | None:
    """Return what is to be said of somebody that was there: the fullest name, the first office, the party."""
    present = [each for each in said if presence.was_there(each)]
    offices = [each for each in present if _has_office(each)]
    if not offices:
        return None
    party, basis = allegiance.of(said)
    if basis is Basis.TOLD and party is None:  # of a country that was not there
        return None
    with_name = max(said, key=lambda each: (len(fold(each.person.name).split()), -each.person.start)).person
    role = min(offices, key=lambda each: (not each.person.role, each.sentence.rank == TITLE, each.person.start)).person
    named = role._replace(name=with_name.name, start=with_name.start, end=with_name.end)
    return named._replace(party=party, standing=_STANDINGS.get(basis, Standing.CERTAIN))


def _has_office(said: Said) -> bool:
    return bool(said.person.role) or said.person.is_known or said.person.is_acting


def _with_rest(people: Iterable[Person], parties: tuple[Party, ...]) -> Iterator[Person]:
    """Give people without a party the one that nobody else stands for, when there is but one."""
    people = list(people)
    taken = {person.party for person in people}
    free = [party.key for party in parties if party.key not in taken]
    for person in people:
        is_free = person.party is None and person.standing is not Standing.ELSEWHERE and len(free) == 1
        yield person._replace(party=free[0]) if is_free else person
