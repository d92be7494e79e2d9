"""Takes several names in one answer apart: `Allemagne, Estonie`, `Paris and Berlin`, `المغرب وقطر`."""

import re
from collections.abc import Callable
from functools import cache

from coopdb.author.draft.words.telling_words import words
from coopdb.pattern import pattern
from coopdb.query.commas import names_with_commas
from coopdb.text import fold
from coopdb.vocabulary.lookup import Vocabulary

_ALWAYS = pattern(r"[,،](?!\s)|[;؛]")  # what separates whatever stands around it
_HALVES = pattern(r"\s[-–—]\s|/")  # what may stand within a compound
_MOST = 12  # parts of one name


def split_names(text: str, is_name: Callable[[str], bool]) -> list[str]:
    """Return the names in a text: the longest that is one at each place, else what stands between separators.

    >>> split_names("Bosnia and Herzegovina, Chad and Niger", "Bosnia and Herzegovina".__eq__)
    ['Bosnia and Herzegovina', 'Chad', 'Niger']
    """
    return [name for piece in _ALWAYS.split(text) for name in _names(piece, is_name)]


def _names(text: str, is_name: Callable[[str], bool]) -> list[str]:
    places = [0, *(place for found in _separator().finditer(text) for place in found.span()), len(text)]
    parts = [(start, end) for start, end in zip(places[::2], places[1::2], strict=True) if text[start:end].strip()]
    found, first = [], 0
    while first < len(parts):
        start = parts[first][0]
        ends = range(min(len(parts), first + _MOST), first + 1, -1)
        last = next((end for end in ends if is_name(text[start : parts[end - 1][1]].strip())), first + 1)
        found.append(text[start : parts[last - 1][1]].strip())
        first = last
    return found


def is_name_of(*vocabularies: Vocabulary) -> Callable[[str], bool]:
    """Return what tells whether a text with a separator in it is one name: with a comma it has to be written so."""

    def is_name(text: str) -> bool:
        if "," in (plain := text.replace("،", ",")):
            return any(names_with_commas(each)(plain) for each in vocabularies)
        found = [each.resolve(text) for each in vocabularies]
        if _HALVES.search(text):  # `Abyssinia – East Germany` names two countries, of which one has ended
            found = [tuple(match for match in each if fold(match.matched) == fold(text)) for each in found]
        return any(len({match.key for match in each}) == 1 for each in found)

    return is_name


@cache
def _separator() -> re.Pattern[str]:
    """Return what stands between two names: a comma, a mark, or `and` in a language of articles."""
    ands = "|".join(sorted(map(re.escape, words("and") - {"و"})))
    return re.compile(rf"\s*[,،]\s*|\s*[/&+]\s*|\s+[-–—]\s+|\s+(?:{ands})\s+|\s+و\s*(?=\w)", re.IGNORECASE)
