"""Where the words of a list stand in a passage: found folded, as whole words, each passage at most once."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from coopdb.author.draft.text import Article, Passage


def places_in(article: Article, passage: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield from where to where in the plain text the words stand that a pattern of folded words finds."""
    if not pattern.search(article.folded(passage)):  # most are nowhere: to find a place takes longer
        return
    words = article.words_in(passage.start, passage.end)
    starts = [0, *accumulate(len(word.folded) + 1 for word in words)]
    for match in pattern.finditer(" ".join(word.folded for word in words)):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end()) - 1
        yield words[first].start, words[last].end
