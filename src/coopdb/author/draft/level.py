"""The level of a meeting: that of the highest offices of the sides, when it is the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coopdb.author.draft.finding import DraftFinding
from coopdb.author.draft.person import Person
from coopdb.author.draft.wording import Phrases, Phrasing, phrases_of, spans
from coopdb.text import fold

_LEVELS = {  # by list of offices, the highest first
    "heads_of_state": "head-of-state",
    "heads_of_government": "head-of-government",
    "ministers": "ministerial",
    "deputy_ministers": "deputy-ministerial",
    "members_of_parliament": "parliamentary",
    "ambassadors": "ambassadorial",
    "senior_officials": "senior-official",
    "regional_heads": "sub-national",
    "experts": "technical",
}
_RANKS = {level: rank for rank, level in enumerate(_LEVELS.values())}
_BOTH = {
    "both_heads_of_state": "head-of-state",
    "both_heads_of_government": "head-of-government",
    "both_ministers": "ministerial",
}
_COMPOUND, _SHORTEST = 9, 7  # letters of a compound, and of the office that it ends with
_OTHER = ("no_level", "bodies_of_office")
_RULE = "highest office of both sides"


def find_level(
    wording: Phrasing, people: Sequence[Person], parties: Iterable[str], language: str | None
) -> DraftFinding | None:
    """Find the level; where the sides differ, or one of them is not told, it is a doubt with what it may be."""
    phrases = phrases_of(language)
    present = [each for each in people if not _is_witness(wording, each)]
    sides = {party: _highest([each for each in present if each.party == party], phrases) for party in parties}
    told = [each for each in sides.values() if each]
    equals = {each.party for each in present if each.is_counterpart and not level_of(each.role, phrases)}
    if not told:
        return _of_both(wording)
    levels = tuple(sorted({level for level, _ in told}, key=lambda each: _RANKS[each]))
    person = min((person for _, person in told), key=lambda each: each.role_start)
    place = person.role_start, person.role_end
    if len(levels) > 1:
        return DraftFinding("", *place, "the sides were of different levels", levels)
    if any(side is None and party not in equals for party, side in sides.items()) or len(sides) < 2:  # noqa: PLR2004  # two make a meeting
        return DraftFinding("", *place, "the office of one side alone is told", levels)
    return DraftFinding(levels[0], *place, _RULE)


def _is_witness(wording: Phrasing, person: Person) -> bool:
    """Tell somebody in whose presence others signed."""
    start = min(person.near, person.start)
    sentence = wording.article.sentence_at(person.start)
    return any(each.end <= start for each in wording.hits(sentence, "witnesses"))


def _highest(people: Sequence[Person], phrases: Phrases) -> tuple[str, Person] | None:
    """Return the highest level among the people of a side, and who has it."""
    found = ((level, each) for each in people if (level := level_of(each.role, phrases)))
    return min(found, key=lambda each: _RANKS[each[0]], default=None)


def level_of(role: str, phrases: Phrases) -> str | None:
    """Return the level of an office: of the longest phrases that name it, the highest.

    A president of a company or a council is not a head of state, and a vice president has no level.
    """
    words = [_tail(word, phrases) for word in fold(role).split()]
    found = spans(words, phrases)
    longest = tuple(_longest(found))
    is_body = any(name == "bodies_of_office" for name in longest)
    own = (name for name in _LEVELS if name in longest and not (name == "heads_of_state" and is_body))
    return next((_LEVELS[name] for name in own), None)


def _tail(word: str, phrases: Phrases) -> str:
    """Return what a compound ends with: an inrikesminister is a minister."""
    if word in phrases or len(word) <= _COMPOUND:
        return word
    tails = (word[cut:] for cut in range(2, len(word) - _SHORTEST + 1))
    return next((tail for tail in tails if any(name in _LEVELS for name, _, _ in phrases.get(tail, ()))), word)


def _longest(found: Mapping[str, list[tuple[str, int, int]]]) -> Iterator[str]:
    """Yield the lists of the phrases that no longer one covers: of deputy minister, not minister."""
    places = [(name, low, high) for name in (*_LEVELS, *_OTHER) for _, low, high in found.get(name, ())]
    for name, low, high in places:
        if not any(a <= low and high <= b and (a, b) != (low, high) for _, a, b in places):
            yield name


def _of_both(wording: Phrasing) -> DraftFinding | None:
    """Find the level where nobody is named: the two ministers."""
    for sentence in (*wording.titles, *wording.leads):
        for name, level in _BOTH.items():
            for hit in wording.hits(sentence, name):
                return DraftFinding(level, hit.start, hit.end, _RULE)
    return None
