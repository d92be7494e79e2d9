"""The level of an office, and the offices that a text tells of a country without a name: Vietnams premiärminister."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.phrase_lists import Phrases, phrases_of, spans
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold

LEVELS = {  # by list of offices, the highest first
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
RANKS = {level: rank for rank, level in enumerate(LEVELS.values())}
_COMPOUND, _SHORTEST = 9, 7  # letters of a compound, and of the office that it ends with
_OTHER = ("no_level", "bodies_of_office")
_NEAR = 2  # words between a deputy and the office: deputy Kenyan minister
_BEFORE = 60  # characters before an office in which that it is a deputy's may stand
_MARK = pattern(r"[.,;:()،؛«»“”\"\n]")
_DEPUTY: Mapping[str, str | None] = {  # the level of who stands in for an office
    "heads_of_state": None,
    "heads_of_government": "ministerial",
    "ministers": "deputy-ministerial",
}
_CODE = 2  # letters of a country's code
_TO_OFFICE = pattern(r"(?:['’]s?)? (?:[^\W\d_]+ )?")  # between a country and its office: Kenya’s foreign minister


class OfficeLevel(NamedTuple):
    """The level of an office, where the text tells of it, and whether it stands without a name."""

    level: str
    start: int
    end: int
    is_unnamed: bool = False


def office_of(wording: Phrasing, person: Person) -> OfficeLevel | None:
    """Return the level of the office of a person, with the word before it that makes it a deputy's."""
    plain, language = wording.article.plain, wording.language
    before = plain[max(0, person.role_start - _BEFORE) : person.role_start]
    clause = _MARK.split(before)[-1].split()[-2:] if person.role_start < person.start else []
    level = level_in(person.party or "", " ".join((*clause, person.role)), phrases_of(language), language)
    own = level_in(person.party or "", person.role, phrases_of(language), language)
    level = level if own and level and RANKS[level] >= RANKS[own] else own
    return OfficeLevel(level, person.role_start, person.role_end) if level else None


def unnamed_office(wording: Phrasing, names: Names, party: str) -> OfficeLevel | None:
    """Return the highest office that title and lead tell of a party, whoever holds it."""
    sentences = (*wording.titles, *wording.leads)
    found = (each for sentence in sentences for each in unnamed_offices(wording, names, party, sentence))
    return min(found, key=lambda each: RANKS[each.level], default=None)


def unnamed_offices(wording: Phrasing, names: Names, party: str, sentence: Passage) -> Iterator[OfficeLevel]:
    """Yield the offices that a sentence tells of a party, whoever holds them."""
    phrases = phrases_of(wording.language)
    near = names.within(sentence.start, sentence.end)
    own = [each for each in near if each.keys == (party,) and each.kind != "city"]
    for hit in (hit for name in LEVELS for hit in wording.hits(sentence, name)):
        for each in own:
            if (start := _office_start(wording, each.start, each.end, hit)) is not None:
                level = level_in(party, wording.article.plain[start : hit.end], phrases, wording.language)
                if level:
                    yield OfficeLevel(level, hit.start, hit.end, is_unnamed=True)


def _office_start(wording: Phrasing, start: int, end: int, hit: PhraseHit) -> int | None:
    """Return where an office beside a country begins, if it is beside it: Kenyan deputy minister, minister of Togo."""
    plain = wording.article.plain
    if end <= hit.start and _TO_OFFICE.fullmatch(plain, end, hit.start):
        return end
    return hit.start if hit.end <= start and _of().fullmatch(plain, hit.end, start) else None


def level_in(party: str, role: str, phrases: Phrases, language: str | None) -> str | None:
    """Return the level of an office of a party: the president of an organisation is not a head of state."""
    level = level_of(role, phrases, language)
    return "head-of-government" if level == "head-of-state" and len(party) != _CODE else level


def level_of(role: str, phrases: Phrases, language: str | None) -> str | None:
    """Return the level of an office: of the longest phrases that name it, the highest.

    A president of a company or a council is not a head of state, and a vice president has no level.
    """
    written = fold(role).split()
    words = [_tail(word, phrases) for word in written]
    found = spans(words, phrases)
    longest = tuple(_longest(found))
    is_body = any(name == "bodies_of_office" for name in longest)
    own = (name for name in LEVELS if name in longest and not (name == "heads_of_state" and is_body))
    name = next(own, "")
    deputies = cues.spoken("deputies", language)
    lows = [low for _, low, _ in found.get(name, ())]
    is_deputy = bool(lows) and all(not deputies.isdisjoint(written[max(0, low - _NEAR) : low]) for low in lows)
    return _DEPUTY.get(name) if is_deputy and name in _DEPUTY else LEVELS.get(name)


def leads(role: str, language: str | None) -> bool:
    """Tell the office of a head of state or of government."""
    return level_of(role, phrases_of(language), language) in ("head-of-state", "head-of-government")


def _tail(word: str, phrases: Phrases) -> str:
    """Return what a compound ends with, without the `s` of a genitive: an inrikesminister is a minister."""
    if word not in phrases and word.endswith("s"):
        word = word.removesuffix("s")
    if word in phrases or len(word) <= _COMPOUND:
        return word
    tails = (word[cut:] for cut in range(2, len(word) - _SHORTEST + 1))
    return next((tail for tail in tails if _begins_level(tail, phrases)), word)


def _begins_level(word: str, phrases: Phrases) -> bool:
    """Tell a word that an office of some level begins with."""
    return any(name in LEVELS for begun in phrases.get(word, {}).values() for name, _, _ in begun)


def _longest(found: Mapping[str, list[tuple[str, int, int]]]) -> Iterator[str]:
    """Yield the lists of the phrases that no longer one covers: of deputy minister, not minister."""
    places = [(name, low, high) for name in (*LEVELS, *_OTHER) for _, low, high in found.get(name, ())]
    for name, low, high in places:
        if not any(a <= low and high <= b and (a, b) != (low, high) for _, a, b in places):
            yield name


@cache
def _of() -> re.Pattern[str]:
    """Return what matches what stands between an office and its country: minister of the."""
    return re.compile(rf" {cues.either('of', 'of_office')}\b['’]?\s*{cues.article()}")
