"""Tells whom a sentence only speaks of: reaffirmed what President Novak had said; since the visit of Minister Ruiz."""

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from coopdb.author.draft.names.names import TWO_SIDES, Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import TITLE, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.links import is_link
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold

_CLAUSE = pattern(r"[,;:،؛\n]")
_REACH = 200  # characters between the words that speak of somebody and their office
_STOPS = (
    "with",
    "before_whom",
    "two_sided",
    "encounters",
    "meeting",
    "receives",
    "in_talks",
)  # what no tie, and no will, is of


class SpokenOf:
    """Finds in one article the words behind which whoever is named is only spoken of; each sentence is read once."""

    def __init__(self, names: Names) -> None:
        self._names, self._article = names, names.article
        self._known: dict[tuple[str, Passage], tuple[int, ...]] = {}

    def has(self, said: Said) -> bool:
        """Tell somebody who is named behind such words, or behind a tie or a will, before anybody is met.

        Relations between the presidents, the will of the minister; not: relations between both countries with her; nor
        behind two places that have the tie: relations between Nairobi and Oslo.
        """
        place = min(said.person.role_start, said.person.start)
        if self.covers(said.sentence, place):
            return True
        behind = self._behind("ties", said.sentence, place)
        if behind is not None and self._is_of_two_places(behind, place):
            return False
        return behind is not None and not _stops().is_in(fold(self._article.plain[behind:place]))

    def _is_of_two_places(self, start: int, end: int) -> bool:
        """Tell two places right behind a tie, before somebody: between Nairobi and Oslo the minister."""
        named = self._names.beginning(start, end)[:TWO_SIDES]
        if len(named) < TWO_SIDES or named[1].end >= end:
            return False
        gaps = ((start, named[0].start), (named[0].end, named[1].start))
        return all(is_link(self._article.plain[first:last], "of") for first, last in gaps)

    def covers(self, sentence: Passage, place: int) -> bool:
        """Tell a place of a sentence that stands behind such words: recalled the talks in Oslo."""
        return self._behind("spoken_of", sentence, place) is not None

    def _behind(self, name: str, sentence: Passage, place: int) -> int | None:
        """Return where the last phrase of a list ends before a place, in the same clause."""
        ends = self._ends(name, sentence) if sentence.rank != TITLE else ()
        number = bisect_right(ends, place)
        if not number or place - ends[number - 1] > _REACH:
            return None
        return ends[number - 1] if _CLAUSE.search(self._article.plain, ends[number - 1], place) is None else None

    def _ends(self, name: str, sentence: Passage) -> tuple[int, ...]:
        """Return where in a sentence the phrases of a list end."""
        if (name, sentence) not in self._known:
            words = self._article.words_in(sentence.start, sentence.end)
            stops = [*accumulate(len(word.folded) + 1 for word in words)]
            found = cues.word_list(name).find(" ".join(word.folded for word in words))
            self._known[name, sentence] = tuple(words[bisect_right(stops, end - 1)].end for _, end in found)
        return self._known[name, sentence]


@cache
def _stops() -> WordList:
    return WordList(cues.joined(None, *_STOPS))
