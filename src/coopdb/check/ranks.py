"""The rank of a role, as far as its words tell: from an expert to a head of state."""

import re
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
    found = _pattern().search(words)
    return _offices()[found[0]] if found else None


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
    # Most texts begin with none, and the pattern tries hundreds.
    found = words.partition(" ")[0] in _first_words() and _pattern().match(words)
    return found[0] if found else ""


@cache
def office_words() -> frozenset[str]:
    """Return the words of all offices, folded."""
    return frozenset(word for office in _offices() for word in office.split())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(office.partition(" ")[0] for office in _offices())


@cache
def _offices() -> Mapping[str, int | None]:
    return {office: rank for name, rank in _RANKS.items() for office in word_list(name)}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds an office in a folded text, but not in its genitive: minister's."""
    longest_first = sorted(_offices(), key=len, reverse=True)
    return re.compile(rf"(?<![^ ])(?:{'|'.join(map(re.escape, longest_first))})(?![^ ])(?! s(?![^ ]))")
