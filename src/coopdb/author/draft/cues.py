"""The words by which an article tells of a meeting: looked up folded, as whole words."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from coopdb.text import fold
from coopdb.vocabulary.tables import read_table


@cache
def table() -> Mapping[str, Any]:
    """Read `data/draft.json`."""
    found: Mapping[str, Any] = read_table("draft")
    return found


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return what finds the words of a list, in folded text with a space at either end."""
    return words_pattern(table()[name])


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some words, the longest first."""
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    return re.compile(rf"(?<![^ ])(?:{'|'.join(map(re.escape, folded))})(?![^ ])")


@cache
def topic_words() -> Mapping[str, str]:
    """Map what articles call topics, beside the names of the vocabulary, folded, to the topic."""
    return {fold(name): slug for slug, names in table()["topic_words"].items() for name in names}


@cache
def regions() -> Mapping[str, tuple[str, ...]]:
    """Map the names of regions that act abroad, folded, to their country."""
    return {fold(name): (country,) for country, names in table()["regions"].items() for name in names}


@cache
def places() -> Mapping[str, tuple[str, bool]]:
    """Map each city, folded, to its country and whether it is the capital."""
    found: dict[str, tuple[str, bool]] = {}
    for name, is_capital in (("cities", False), ("capitals", True)):
        for country, cities in table()[name].items():
            found |= {fold(city): (country, is_capital) for city in cities}
    return found
