"""The rank of a role, as far as its words tell: from an expert to a head of state."""

from collections.abc import Mapping
from functools import cache, lru_cache

from coopdb.check.word_lists import folded, word_list

EXPERT, OFFICIAL, DEPUTY, MINISTER, HEAD = range(5)
_RANKS = {
    "unranked": None,
    "experts": EXPERT,
    "officials": OFFICIAL,
    "deputies": DEPUTY,
    "ministers": MINISTER,
    "heads": HEAD,
}


@lru_cache(maxsize=4096)
def rank_of(role: str) -> int | None:
    """Return the rank of a role, None where it has none of those, or none that is certain.

    The first office that is named counts, the longest there: an adviser to the minister is an adviser, and the
    minister's adviser has no rank. A president of nothing else is a head of state.

    >>> rank_of("Deputy Prime Minister"), rank_of("Conseillère du ministre"), rank_of("President of the Agency")
    (3, 0, None)
    """
    words = folded(role)
    if words in word_list("bare_heads") or words.partition(" ")[0] in word_list("crowned"):
        return HEAD
    every = words.split()
    found = next((office for place in range(len(every)) if (office := _office_at(every, place))), "")
    return _offices()[found] if found else None


def is_bare_head(role: str) -> bool:
    """Tell whether a role is that of a president, of nothing that it says."""
    return folded(role) in word_list("bare_heads")


@lru_cache(maxsize=4096)
def place_of_head(role: str) -> str:
    """Return, folded, what a role says that somebody is president of; nothing where it does not.

    >>> place_of_head("President of the Agency"), place_of_head("Président du Sénégal"), place_of_head("Director of X")
    ('agency', 'senegal', '')
    """
    words = folded(role).split()
    if len(words) > 2 and words[0] in word_list("bare_heads"):  # noqa: PLR2004  # an office, `of`, and what follows
        return (
            " ".join(words[1:]).removeprefix(f"{words[1]} ").removeprefix("the ").removeprefix("la ").removeprefix("l ")
        )
    return ""


def office_at_start(words: str) -> str:
    """Return the office that a folded text begins with, without those of crowned heads; nothing where there is none."""
    # Most texts begin with none.
    return _office_at(words.split(), 0) if words.partition(" ")[0] in _first_words() else ""


@cache
def office_words() -> frozenset[str]:
    """Return the words of all offices, folded."""
    return frozenset(word for office in _offices() for word in office.split())


def _office_at(words: list[str], place: int) -> str:
    """Return the longest office that begins at a place, but not in its genitive: minister's."""
    for size in range(_longest_from().get(words[place], 0), 0, -1):
        office = " ".join(words[place : place + size])
        if office in _offices() and words[place + size : place + size + 1] != ["s"]:
            return office
    return ""


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_longest_from())


@cache
def _longest_from() -> Mapping[str, int]:
    """Map the first words of offices to how many words such an office has at most."""
    found: dict[str, int] = {}
    for office in _offices():
        first, size = office.partition(" ")[0], office.count(" ") + 1
        found[first] = max(found.get(first, 0), size)
    return found


@cache
def _offices() -> Mapping[str, int | None]:
    return {office: rank for name, rank in _RANKS.items() for office in word_list(name)}
