"""Words of topics without what a language writes before or behind them."""

from functools import lru_cache

from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold

_LEFT = 3  # letters of a word without what is written before it
_STEM = 4  # letters that a word keeps without its endings
_AND = "و"  # which Arabic writes before a word
_PREFIXES = ("وبال", "وال", "بال", "لل", "كال", "فال", "و", "ب", "ل")


@lru_cache(maxsize=65536)
def without_endings(word: str, language: str | None) -> str:
    """Return what is left of a word without the endings of its language: digitala, digitalt; künstlicher."""
    endings = _endings(language)
    while word.endswith(endings) and (ending := next((each for each in endings if _ends_so(word, each)), "")):
        word = word.removesuffix(ending)
    return word


def _ends_so(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= _STEM


@lru_cache(maxsize=16)
def _endings(language: str | None) -> tuple[str, ...]:
    """Return the endings of nouns and adjectives of a language, the longest first; none where it is not known."""
    listed = cues.languages().get(language or "", {}).get("topic_endings", ())
    return tuple(sorted(map(fold, listed), key=lambda each: (-len(each), each)))


def bare(word: str) -> str:
    """Return an Arabic word without what is written before it."""
    if word.isascii():
        return word
    found = (each for each in _PREFIXES if word.startswith(each) and len(word) - len(each) >= _LEFT)
    return word.removeprefix(next(found, ""))


def is_and(word: str, language: str | None) -> bool:
    """Tell a folded word for `and`, or one in Arabic before which it is written."""
    return word in cues.spoken("list_and", language) or (is_arabic(word) and word.startswith(_AND))
