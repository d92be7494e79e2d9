"""Words and phrases looked up in folded text, as whole words: in a table, as compiling a pattern takes longer."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

ANY = "*"  # stands for the beginning of a compound
_SENTENCE = 1_000  # characters of a text that many lists are looked up in, one after another


class WordList:
    """Finds the words of a list in folded text, where one space stands between words; of two the longer one.

    `*mötet` is any longer word with that end: ministermötet.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, which are folded."""
        listed = frozenset(words)
        phrases: dict[str, list[str]] = {}
        for each in listed:
            if " " in each:
                phrases.setdefault(each.partition(" ")[0], []).append(each)
        self._single, self._begun = listed, listed.union(phrases)
        self._phrases = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
        self._ends = tuple(sorted(word.removeprefix(ANY) for word in listed if word.startswith(ANY)))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Return from where to where a text has words of the list, in order; none overlaps another."""
        return self._find(text) if self._may_be_in(text) else iter(())

    def _find(self, text: str) -> Iterator[tuple[int, int]]:
        start = done = 0
        for word in _words_of(text):
            is_begun = word in self._begun or (self._ends and word.endswith(self._ends))
            if is_begun and start >= done and (found := self._at(text, start, word)):
                done = start + len(found)
                yield start, done
            start += len(word) + 1

    def first(self, text: str) -> tuple[int, int] | None:
        """Return where a text first has words of the list."""
        return next(self._find(text), None) if self._may_be_in(text) else None

    def is_in(self, text: str) -> bool:
        """Tell whether a text has any word of the list."""
        return self.first(text) is not None

    def at_start(self, text: str) -> str:
        """Return the words of the list that a text begins with, or nothing."""
        return self._at(text, 0, text.partition(" ")[0])

    def _at(self, text: str, start: int, first: str) -> str:
        """Return the longest words of the list that stand at a place, which has a given first word, or nothing."""
        for each in self._phrases.get(first, ()):
            end = start + len(each)
            if text.startswith(each, start) and text[end : end + 1] in ("", " "):
                return each
        if first in self._single:
            return first
        return first if self._ends and first not in self._ends and first.endswith(self._ends) else ""

    def _may_be_in(self, text: str) -> bool:
        """Tell quickly whether a text has a word that one of the list begins with, or ends; most have none."""
        words = _words_of(text)
        return not self._begun.isdisjoint(words) or (
            bool(self._ends) and any(word.endswith(self._ends) for word in words)
        )


def _words_of(text: str) -> Sequence[str]:
    """Return the words of a text; a short one, such as a sentence, is parted once for all lists."""
    return _parted(text) if len(text) <= _SENTENCE else text.split(" ")


@lru_cache(maxsize=512)
def _parted(text: str) -> Sequence[str]:
    return text.split(" ")
