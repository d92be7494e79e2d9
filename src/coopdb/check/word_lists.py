"""The words of `data/check.json`, by which rules understand the texts of a record, in all its languages at once."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from coopdb.text import fold, text_words
from coopdb.vocabulary.tables import read_table


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words or phrases of a list, folded."""
    return frozenset(map(fold, chain.from_iterable(read_table("check")[name].values())))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return what finds the words or phrases of a list, whole, in a folded text; `*` stands for the rest of a word."""
    every = chain.from_iterable(read_table("check")[name].values())
    found = {r"\w*".join(re.escape(fold(part)) for part in phrase.split("*")) for phrase in every}
    return any_of(sorted(found, key=len, reverse=True))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some patterns as whole words of a folded text, the first that fits."""
    return re.compile(rf"(?<![^ ])(?:{'|'.join(patterns)})(?![^ ])")


def folded(text: str) -> str:
    """Fold a text that several rules ask about."""
    return " ".join(text_words(text))


def said_of(name: str, text: str) -> str:
    """Return the first word or phrase of a list that a text has, folded; nothing where it has none."""
    first = _first_words(name)
    if first and first.isdisjoint(text_words(text)):
        return ""
    found = pattern(name).search(folded(text))
    return found[0] if found else ""


@cache
def _first_words(name: str) -> frozenset[str]:
    """Return the words without one of which no phrase of a list can be; none where some first word is only begun."""
    first = [phrase.split()[0] for phrase in chain.from_iterable(read_table("check")[name].values())]
    return frozenset() if any("*" in each for each in first) else frozenset(fold(each).split()[0] for each in first)
