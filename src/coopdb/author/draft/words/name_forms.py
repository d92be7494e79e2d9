"""How the names that an article has may be written: cases, letters before a name, and words that begin one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from coopdb.author.draft.words import cues
from coopdb.author.draft.words.known_places import known_places
from coopdb.text import fold
from coopdb.vocabulary.index import HALF
from coopdb.vocabulary.vocabularies import Vocabularies

PREFIXES = "وفبلك"  # letters that Arabic writes before a word without a space
_INDEFINITE = "يا"  # how an Arabic adjective ends behind a verb: وفدا نرويجيا
_TO_COME = frozenset({"designate", "elect", "designado", "designada", "electo", "electa", "eleito", "eleita"})
MASCULINE = "ske"
_SHORT = 4  # letters of a tail that names end with too, and of a stem before it
_SHORTEST_GENITIVE = 4  # letters: Iraks, not Togs


@lru_cache(maxsize=4)
def first_words(words: Vocabularies) -> Mapping[str, int]:
    """Map the first words of all names to how many words such a name has at most."""
    names = chain(
        words.countries.index(),
        words.organizations.index(),
        cues.regions(),
        cues.countries(),
        cues.organizations(),
        known_places(),
        cues.spoken("commissioners"),
        cues.listed("no_countries"),
    )
    return longest_by_first_word(names)


def longest_by_first_word(names: Iterable[str]) -> dict[str, int]:
    """Map the first word of each name to how many words the longest one has that begins with it."""
    listed = [*names]
    found = {name: 1 for name in listed if " " not in name}
    for name in listed:
        if " " in name:
            first, length = name.partition(" ")[0], 1 + name.count(" ")
            if length > found.get(first, 0):
                found[first] = length
    return found


def first_forms(folded: str) -> Iterator[str]:
    """Yield how the first word of a name may be written in the tables, when it stands so in a text."""
    yield folded
    yield folded.removesuffix("s")
    yield folded + HALF
    yield feminine(folded)
    if folded.endswith(_INDEFINITE):
        yield folded[:-1]
    if folded[0] in PREFIXES:
        yield folded[1:]
        yield folded[2:]
        yield fold(folded[1:]).removeprefix("ال")


def is_common(folded: str) -> bool:
    """Tell a word of an office or a house from a surname: India Ministry of Law."""
    lists = ("offices", "no_names", "office_adjectives", "heads")
    return any(folded in cues.spoken(each) for each in lists) or folded in cues.listed("heads")


def feminine(name: str) -> str:
    """Return a Swedish adjective in the form that dictionaries have: den ryske presidenten, ryska."""
    return f"{name[:-1]}a" if name.endswith(MASCULINE) else name


def forms(name: str, written: str) -> Iterator[str]:
    """Yield a name as it stands, in the nominative (Iraks), then without what Arabic writes before it."""
    yield name
    if len(name) > _SHORTEST_GENITIVE and name.endswith("s") and written[0].isupper() and written[-1] == "s":
        yield name[:-1]
    if name.endswith(MASCULINE):
        yield feminine(name)
    if name.endswith(_INDEFINITE):
        yield name[:-1]
    if not name.isascii() and len(name) > 3 and name[0] in PREFIXES:  # noqa: PLR2004  # what is left is a name
        yield name[1:]
        yield name[2:] if name[1] == "ل" else fold(name[1:])
        yield fold(name[1:]).removeprefix("ال")


def is_name_particle(folded: str) -> bool:
    """Tell a small word, or a title, that stands within the name of somebody: von, al, bin."""
    return folded in cues.listed("name_particles") or folded in cues.listed("sons")


@cache
def is_office(folded: str) -> bool:
    """Tell the word for an office, alone or compounded: Außenminister, inrikesminister, US-Präsident."""
    offices = cues.joined(None, "offices", "counterparts")
    first, last = folded.partition(" ")[0], folded.rpartition(" ")[2]
    if first in offices and (" in " in folded or last in _TO_COME):  # Minister-in-charge, Ambassador-designate
        return True
    if folded in offices or last in offices:
        return True
    return last.endswith(_tails()) and any(last.endswith(tail) for tail in _tails() if _has_stem(last, tail))


def _has_stem(word: str, tail: str) -> bool:
    """Tell a compound: a short tail needs a stem of four letters, statsråd is an office and Merad a name."""
    stem = len(word) - len(tail)
    return stem > 0 and (len(tail) > _SHORT or stem >= _SHORT)


@cache
def _tails() -> tuple[str, ...]:
    return tuple(cues.spoken("office_tails"))
