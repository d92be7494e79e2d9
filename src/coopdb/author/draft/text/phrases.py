"""Where the words of a list stand in a passage: found folded, as whole words, each passage at most once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from coopdb.author.draft.text.text import Article, Passage, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold

MARK = ","  # stands for any mark between two clauses
_MARKS = pattern(r"[,;:()،؛–—](?:\s|$)|\s[(–—-]")


class FoldedWords:
    """Some words as folded text, one space between two, and which of them a part of that text is."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.text = " ".join(word.folded for word in words)
        self._starts = [0, *accumulate(len(word.folded) + 1 for word in words)]

    def numbers(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the first and the last word of a part of the text."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end) - 1


def places_in(article: Article, passage: Passage, listed: WordList) -> Iterator[tuple[int, int]]:
    """Yield from where to where in the plain text the words of a list stand."""
    if not listed.is_in(article.folded(passage)):  # most are nowhere: to find a place takes longer
        return
    words = article.words_in(passage.start, passage.end)
    folded = FoldedWords(words)
    for start, end in listed.find(folded.text):
        first, last = folded.numbers(start, end)
        yield words[first].start, words[last].end


def is_as_written(article: Article, start: int, end: int, language: str | None) -> bool:
    """Tell a place that has a word as its list has it, where it is another without its marks: würde, not wurde."""
    said = article.plain[start:end].lower()
    is_other = fold(said) in cues.spoken("as_written", language)
    return not is_other or said in cues.small_words("as_written", language)


def marked(article: Article, passage: Passage) -> str:
    """Return the folded text of a passage, with a comma as a word between two clauses, and a space at either end."""
    return marked_text(article.text(passage))


def marked_text(text: str) -> str:
    """Return folded text, with a comma as a word between two clauses, and a space at either end."""
    clauses = map(fold, _MARKS.split(text))
    return f" {f' {MARK} '.join(filter(None, clauses))} "
