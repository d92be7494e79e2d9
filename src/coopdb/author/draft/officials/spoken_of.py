"""Tells whom a sentence only speaks of: reaffirmed what President Novak had said; since the visit of Minister Ruiz."""

import re
from bisect import bisect_right
from itertools import accumulate

from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import TITLE, Article, Passage
from coopdb.author.draft.words import cues

_CLAUSE = re.compile(r"[,;:،؛\n]")
_REACH = 200  # characters between the words that speak of somebody and their office


class SpokenOf:
    """Finds in one article the words behind which whoever is named is only spoken of; each sentence is read once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._words = cues.word_list("spoken_of")
        self._known: dict[Passage, tuple[int, ...]] = {}

    def has(self, said: Said) -> bool:
        """Tell somebody who is named behind such words, with no mark between that may end what they are about."""
        return self.covers(said.sentence, min(said.person.role_start, said.person.start))

    def covers(self, sentence: Passage, place: int) -> bool:
        """Tell a place of a sentence that stands behind such words: recalled the talks in Oslo."""
        if sentence.rank == TITLE:
            return False
        ends = self._ends(sentence)
        number = bisect_right(ends, place)
        if not number or place - ends[number - 1] > _REACH:
            return False
        return _CLAUSE.search(self._article.plain, ends[number - 1], place) is None

    def _ends(self, sentence: Passage) -> tuple[int, ...]:
        """Return where in a sentence such words end."""
        if sentence not in self._known:
            words = self._article.words_in(sentence.start, sentence.end)
            stops = [*accumulate(len(word.folded) + 1 for word in words)]
            found = self._words.find(" ".join(word.folded for word in words))
            self._known[sentence] = tuple(words[bisect_right(stops, end - 1)].end for _, end in found)
        return self._known[sentence]
