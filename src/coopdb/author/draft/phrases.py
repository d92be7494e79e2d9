"""Where the words of a list stand in a passage: found folded, as whole words, each passage at most once."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from coopdb.author.draft.text import Article, Passage
from coopdb.author.draft.word_list import WordList


def places_in(article: Article, passage: Passage, listed: WordList) -> Iterator[tuple[int, int]]:
    """Yield from where to where in the plain text the words of a list stand."""
    if not listed.is_in(article.folded(passage)):  # most are nowhere: to find a place takes longer
        return
    words = article.words_in(passage.start, passage.end)
    starts = [0, *accumulate(len(word.folded) + 1 for word in words)]
    for start, end in listed.find(" ".join(word.folded for word in words)):
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        yield words[first].start, words[last].end
