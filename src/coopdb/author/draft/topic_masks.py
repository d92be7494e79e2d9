"""Where a text names offices, ministries, agencies and companies: what their names say is no topic."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from coopdb.author.draft import cues
from coopdb.author.draft.text import Article

_ARABIC = "؀"  # the first letter of the script
_HOUSE = 10  # words of the name of a ministry
_AUTHORITY = re.compile(
    r"\b(?:Ministry|Minister|Minist[èe]re|Ministerio|Minist[ée]rio|Ministerium|Department|Agency|Authority|Secretary|Agence|Agencia|Bundesministerium|Commission|Committee|School|Académie|Academy)\b[^.;:()]{0,12}?(?:\s++(?:(?:of|for|de|des|du|da|do|für|och|and|et|y|e|the|la|le|l[’'])\s*+)?[A-ZÀ-Þ&][\w’'-]*+,?)+"
)


class Masks:
    """Tells what stands in the name of an office, a ministry or another body."""

    def __init__(self, article: Article, offices: Iterable[tuple[int, int]], language: str | None) -> None:
        authorities = (found.span() for found in _AUTHORITY.finditer(article.plain))
        self._masked = sorted((*offices, *authorities, *_houses(article, language), *_bodies(article, language)))
        self._ends = [*accumulate((end for _, end in self._masked), max)]  # how far what is masked reaches

    def cover(self, start: int) -> bool:
        """Tell whether a place is in a name."""
        before = bisect_right(self._masked, start, key=lambda each: each[0])
        return before > 0 and self._ends[before - 1] > start


def _houses(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the names of ministries and ministers in small letters: le ministère du numérique."""
    small, words = cues.small_words("connectors", language) | {"و"}, article.words
    heads = cues.spoken("authorities", language)
    for number, word in enumerate(words):
        if word.folded in heads or word.folded.removeprefix("و") in heads:
            yield word.start, words[_end_of_house(article, number, small)].end


def _end_of_house(article: Article, number: int, small: frozenset[str]) -> int:
    """Return the last word of the name of a ministry: small words, each with the word behind it."""
    words, last, is_open = article.words, number, False
    for place in range(number + 1, min(number + _HOUSE, len(words))):
        written = article.plain[words[place].start : words[place].end].lower()
        if any(mark in article.plain[words[last].end : words[place].start] for mark in ".;:()\n"):
            return last
        is_arabic = written[0] >= _ARABIC
        is_small = written in small
        if not (is_small or is_open or (is_arabic and (place == number + 1 or written.startswith("و")))):
            return last
        is_open, last = is_small or (is_arabic and place == number + 1), place
    return last


def _bodies(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield names that end with what the body is, in capitals: the Digital Government Office."""
    heads = cues.spoken("body_heads", language) if language else frozenset()
    words, plain, first = article.words, article.plain, -1  # of the words in capitals up to here
    for number, word in enumerate(words if heads else ()):
        is_apart = number > 0 and plain[words[number - 1].end : word.start].strip("’'&-/ ") != ""
        if not plain[word.start].isupper() or is_apart:
            first = number if plain[word.start].isupper() else -1
        elif first < 0:
            first = number
        elif word.folded in heads:
            yield words[first].start, word.end
