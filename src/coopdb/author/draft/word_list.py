"""Words and phrases looked up in folded text, as whole words: in a table, as compiling a pattern takes longer."""

from collections.abc import Iterable, Iterator

from coopdb.text import fold


class WordList:
    """Finds the words of a list in folded text, where one space stands between words; of two the longer one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for each in sorted({fold(word) for word in words}, key=len, reverse=True):
            self._by_first.setdefault(each.partition(" ")[0], []).append(each)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where a text has words of the list, in order; none overlaps another."""
        words = text.split(" ")
        if self._by_first.keys().isdisjoint(words):  # most texts have none
            return
        start = done = 0
        for word in words:
            if start >= done and (found := self._at(text, start, word)):
                done = start + len(found)
                yield start, done
            start += len(word) + 1

    def first(self, text: str) -> tuple[int, int] | None:
        """Return where a text first has words of the list."""
        return next(self.find(text), None)

    def is_in(self, text: str) -> bool:
        """Tell whether a text has any word of the list."""
        return self.first(text) is not None

    def at_start(self, text: str) -> str:
        """Return the words of the list that a text begins with, or nothing."""
        return self._at(text, 0, text.partition(" ")[0])

    def _at(self, text: str, start: int, first: str) -> str:
        """Return the longest words of the list that stand at a place, which has a given first word, or nothing."""
        for each in self._by_first.get(first, ()):
            end = start + len(each)
            if text.startswith(each, start) and text[end : end + 1] in ("", " "):
                return each
        return ""
