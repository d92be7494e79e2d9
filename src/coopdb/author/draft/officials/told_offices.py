"""The offices that a text tells of a country without a name, by which it later names a person: Mauritius' president."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from coopdb.author.draft.names.belonging import has_office, is_envoy
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.pattern import pattern
from coopdb.text import fold

_ENDING = 2  # letters that an office ends with elsewhere in its sentence: utrikesministern, president’s
_COMPOUND = 11  # letters of a compound: aussenminister
_LONGEST = 3  # words of an office: deputy prime minister
_OF = ("of", "genitive_articles", "from", "of_office", "articles")  # lists of words between an office and its country
_APART = ("with", "list_and", "by_whom", "assists")  # lists of words behind which an office is another's
_MARKS = pattern(r"[,.;:()\n]")
_REACH = 60  # characters beside a country


class ToldOffices:
    """The offices that a text tells of one party alone, folded, each with the place where it first does."""

    def __init__(self, names: Names, parties: Iterable[str], said: Iterable[Said]) -> None:
        """Find them, but for those whose holders the text names with their party."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        keys = set(parties)
        for mention in names.of_kind("country", "organization"):
            for office in _beside(names, mention.start, mention.end) if keys.intersection(mention.keys) else ():
                if _is_told_twice(names, office, mention.start):
                    continue
                for key in keys.intersection(mention.keys):
                    found[office].setdefault(key, mention.start)
        held = {office for each in said if each.country for office in _offices(each)}
        self._found = {
            office: next(iter(told.items()))
            for office, told in found.items()
            if len(told) == 1 and office not in held and not _is_common(office)
        }

    def of(self, said: Iterable[Said]) -> str | None:
        """Return the party of somebody whose office the text has told of before it names them."""
        for each in said:
            key, place = self._found.get(fold(each.person.role), (None, 0))
            if key is not None and place < each.person.start:
                return key
        return None


def unnamed_parties(names: Names, parties: Iterable[str], said: Iterable[Said]) -> frozenset[str]:
    """Return the parties of which the text tells an office, and does not name who has it: le président français."""
    keys = set(parties)
    held = {(office, key) for each in said if each.country for key in each.country.keys for office in _offices(each)}
    told = (
        (office, key)
        for mention in names.of_kind("country")
        for key in keys.intersection(mention.keys)
        for office in _beside(names, mention.start, mention.end)
    )
    return frozenset(key for office, key in told if (office, key) not in held and _is_of_one(office))


def _offices(each: Said) -> Iterator[str]:
    return _parts(fold(each.person.role).split())


def acting_party(names: Names, each: Said, parties: Sequence[str]) -> NamedParty | None:
    """Return the party of which alone an office stands before somebody, without a name: la canciller argentina."""
    near = each.person.whole_start
    found = names.beginning(each.sentence.start, near)
    told = [m for m in found if m.kind == "country" and has_office(names.article, m)]
    is_one = len({m.keys[0] for m in told}) == 1 and told[0].keys[0] in parties
    return told[0] if is_one else None


def posted_to(names: Names, said: Iterable[Said], parties: Sequence[str]) -> str | None:
    """Return the party to which somebody is sent as an ambassador: l'ambasciatrice a Roma."""
    for each in said:
        person, own = each.person, each.country.keys if each.country else ()
        places = names.within(person.role_start, person.role_end) if is_envoy(person.role) else ()
        for place in places:
            if place.end > person.role_start and place.keys[0] in parties and place.keys[0] not in own:
                return place.keys[0]
    return None


def _is_common(office: str) -> bool:
    """Tell an office that a country has several of: a minister, an ambassador."""
    return not _is_of_one(office) and " " not in office and len(office) < _COMPOUND


def _is_of_one(office: str) -> bool:
    """Tell an office that a country has once, as it is listed: president, prime minister."""
    return any(office in cues.spoken(each) for each in ("heads_of_state", "heads_of_government", "single_offices"))


def _is_told_twice(names: Names, office: str, place: int) -> bool:
    """Tell an office that a sentence names again, for home too: utrikesministern träffade Norges utrikesminister."""
    sentence = names.article.sentence_at(place)
    words = names.article.words_in(sentence.start, sentence.end)
    last = office.rsplit(maxsplit=1)[-1]
    told = (each for each in words if each.folded.startswith(last) and len(each.folded) <= len(last) + _ENDING)
    return next(islice(told, 1, None), None) is not None


def _beside(names: Names, start: int, end: int) -> Iterator[str]:
    """Yield the offices behind a country, and before it: the Saudi crown prince, the president of Mauritius."""
    plain = names.article.plain
    behind = fold(_MARKS.split(plain[end : end + _REACH], maxsplit=1)[0]).split()
    for size in range(1, _LONGEST + 1) if cues.joined(None, *_APART).isdisjoint(behind[:1]) else ():
        if len(behind) >= size and is_office(behind[size - 1]):
            yield " ".join(behind[:size])
            yield from _ends(behind[:size])
    before = fold(_MARKS.split(plain[max(start - _REACH, 0) : start])[-1]).split()
    if before and is_office(before[-1]):  # le président français
        yield from _ends(before)
    while before and before[-1] in cues.joined(None, *_OF):
        before.pop()
        if before and is_office(before[-1]):
            yield from _ends(before)


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Yield what an office with its country may be called: prime minister of Tonga."""
    yield from _ends(words)
    yield from (" ".join(words[:size]) for size in range(1, _LONGEST + 1))


def _ends(words: Sequence[str]) -> Iterator[str]:
    """Yield what an office may be called, folded: prime minister, deputy prime minister."""
    yield from (" ".join(words[-size:]) for size in range(1, _LONGEST + 1) if len(words) >= size)
