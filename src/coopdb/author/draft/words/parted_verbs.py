"""Verbs in two parts that stand apart in a sentence: tog ministern emot; trafen die beiden zusammen."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from coopdb.author.draft.words import cues
from coopdb.author.draft.words.word_list import WordList

_APART = 23  # words between the parts of a verb


def parted(words: Sequence[str], name: str, language: str | None, within: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the folded words that are the parts of a verb of a list, the first of them in order.

    Between them stand one word or more, and at most `within`.
    """
    tails = _tails(name, language)
    for head, word in enumerate(words if tails else ()):
        for tail in tails.get(word, ()):
            behind = range(head + 2, min(head + 2 + within, len(words)))
            if (last := next((each for each in behind if words[each] == tail), None)) is not None:
                yield head, last


def has_parted(verbs: WordList, text: str, language: str | None) -> bool:
    """Tell folded text with one of some verbs in two parts that stand apart: kam am Montag in Wien mit ihr zusammen."""
    words = text.split()
    pairs = parted(words, "parted_verbs", language, _APART)
    return any(verbs.is_in(f"{words[head]} {words[tail]}") for head, tail in pairs)


@cache
def _tails(name: str, language: str | None) -> Mapping[str, tuple[str, ...]]:
    """Map the first parts of the verbs of a list, in one language or in all, to the parts that may stand behind."""
    found: dict[str, tuple[str, ...]] = {}
    for head, tail in map(str.split, sorted(cues.spoken(name, language))):
        found[head] = (*found.get(head, ()), tail)
    return found
