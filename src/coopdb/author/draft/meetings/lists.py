"""The lists of those whom somebody met separately, and which part of such a sentence is about whom."""

from collections.abc import Sequence, Set
from functools import cached_property
from itertools import pairwise

from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.said import Said, by_sentence
from coopdb.author.draft.text.text import Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern

MEETS = ("took_place", "announced", "encounters")
_AND = "و"  # which Arabic writes before a word: ومع
_SEPARATOR = pattern(r"[,;،؛]")


class Lists:
    """Parts the sentences of one article that list those who were met."""

    def __init__(self, names: Names, wording: Phrasing, people: Sequence[Said]) -> None:
        """Take the names and phrases of the article, and all people that it names."""
        self._names, self._wording, self._article = names, wording, names.article
        self._people_of = by_sentence(people)

    def items(self, sentence: Passage, mentions: Sequence[NamedParty]) -> list[tuple[str, tuple[int, int]]]:
        """Return the part of a list that each party has in it, with its people."""
        plain = self._article.plain
        verbs = [each.end for name in ("separately", *MEETS) for each in self._wording.hits(sentence, name)]
        first = max((end for end in verbs if end <= mentions[0].start), default=sentence.start)
        again = self.again(sentence)
        is_name_first = not again and any(word[0].isupper() for word in plain[first : mentions[0].start].split())
        before = self._article.words_in(first, mentions[0].start) if again else ()
        withs = [each.start for each in before if each.folded in self._sides]
        starts = [withs[0] if withs else first if again or is_name_first else mentions[0].start]
        for one, following in pairwise(mentions):
            parted = [each for each in again if one.end <= each < following.start]
            gaps = parted or self._separators(sentence, one.end, following.start)
            starts.append((gaps[0] if is_name_first else gaps[-1]) if gaps else following.start)
        people = [each.person for each in self._people_of[sentence]]
        last = max([mentions[-1].end, *(p.whole_end for p in people if p.start >= starts[-1])])
        keys = (each.keys[0] for each in mentions)
        return list(zip(keys, pairwise([*starts, last]), strict=True))

    def _separators(self, sentence: Passage, low: int, high: int) -> list[int]:
        """Return where a comma or a word for and ends between two places."""
        marks = [each.end() for each in _SEPARATOR.finditer(self._article.plain, low, high)]
        words: Sequence[PhraseHit] = self._wording.hits(sentence, "list_and")
        return sorted([*marks, *(each.end for each in words if low <= each.start and each.end <= high)])

    def again(self, sentence: Passage) -> list[int]:
        """Return where "with" stands behind a word for and: with the minister of Kenya and with that of Ghana."""
        words = self._article.words_in(sentence.start, sentence.end)
        joins = cues.spoken("list_and", self._names.language)
        joined = {f"{_AND}{each}" for each in self._sides}
        return [
            other.start
            for one, other in pairwise(words)
            if (one.folded in joins and other.folded in self._sides) or other.folded in joined
        ]

    @cached_property
    def _sides(self) -> Set[str]:
        """The words before those whom somebody meets: with, bei."""
        return cues.joined(self._names.language, "with", "with_hosts")
