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
        self._known: dict[tuple[str, Passage], tuple[int, ...]] = {}

    def has(self, said: Said) -> bool:
        """Tell somebody who is named behind such words, with no mark between that may end what they are about."""
        place = min(said.person.role_start, said.person.start)
        return self.covers(said.sentence, place) or self._is_behind("attitudes", said.sentence, place)

    def covers(self, sentence: Passage, place: int) -> bool:
        """Tell a place of a sentence that stands behind such words: recalled the talks in Oslo."""
        return self._is_behind("spoken_of", sentence, place)

    def _is_behind(self, name: str, sentence: Passage, place: int) -> bool:
        """Tell a place that stands behind a phrase of a list, in the same clause."""
        if sentence.rank == TITLE:
            return False
        ends = self._ends(name, sentence)
        number = bisect_right(ends, place)
        if not number or place - ends[number - 1] > _REACH:
            return False
        return _CLAUSE.search(self._article.plain, ends[number - 1], place) is None

    def _ends(self, name: str, sentence: Passage) -> tuple[int, ...]:
        """Return where in a sentence the phrases of a list end."""
        if (name, sentence) not in self._known:
            words = self._article.words_in(sentence.start, sentence.end)
            stops = [*accumulate(len(word.folded) + 1 for word in words)]
            found = cues.word_list(name).find(" ".join(word.folded for word in words))
            self._known[name, sentence] = tuple(words[bisect_right(stops, end - 1)].end for _, end in found)
        return self._known[name, sentence]
