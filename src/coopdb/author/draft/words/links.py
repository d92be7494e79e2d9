"""What stands between two who are named one behind the other: a comma, `and`, and small words, in any language."""

import re
from functools import cache

from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold

_WORD = pattern(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_MARKS = r"[\s,،;]*+"


def is_link(text: str, *behind: str) -> bool:
    """Tell text of nothing but commas, `and`, an article, and words of the lists that may stand behind it."""
    return _link(*behind).fullmatch(text) is not None


def has_and(text: str) -> bool:
    """Tell text with a word for `and`: within a list, the one before the last."""
    return _and().search(text) is not None


def untitled(text: str) -> str:
    """Return text without titles: and H.E. Dr."""
    return _WORD.sub(lambda word: "" if fold(word[0]) in cues.spoken("honorifics") else word[0], text)


@cache
def _link(*behind: str) -> re.Pattern[str]:
    small = cues.either(*behind, "articles")
    return re.compile(rf"{_MARKS}(?:{_and().pattern})?{_MARKS}(?:{small}\b['’]?\s*){{0,4}}", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\b{cues.either('list_and')}\b", re.IGNORECASE)
