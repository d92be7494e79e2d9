"""Cuts from names what is not theirs: the words of a headline, the place that somebody visited, the s of a genitive."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.person import Words
from coopdb.author.draft.officials.reporting import with_reporters
from coopdb.author.draft.officials.said import Said, read_people
from coopdb.author.draft.officials.sent_by import with_senders
from coopdb.author.draft.officials.shared_offices import with_own_offices
from coopdb.author.draft.officials.surnames import Surnames, no_surnames
from coopdb.author.draft.officials.titled_guest import with_titled_guest
from coopdb.author.draft.text.text import TITLE, Article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern
from coopdb.text import fold

_WORD = pattern(r"\S+")
_FEWEST = 2  # words of a full name
_SHORT = 3  # letters of a word that may be a name in a headline whatever else the text has: Tan Kiat How


@lru_cache(maxsize=1)  # the whole text is asked twice: how many meetings, and who met
def named_people(names: Names) -> tuple[Said, ...]:
    """Return everybody that a text names, each with the name alone."""
    said = with_own_offices(names, cut_names(names, read_people(names)))
    return with_titled_guest(names, tuple(with_senders(names, tuple(with_reporters(names, said)))))


def cut_names(names: Names, said: Sequence[Said]) -> tuple[Said, ...]:
    """Return everybody that a text names, each with the name alone; what is not a name is left out."""
    cutter = _Cutter(names.article, Words(names.language), said)
    return tuple(cut for each in said if (cut := cutter.cut(each)) is not None)


class _Cutter:
    """Cuts the names of one article: by what else the text says of the words, and how else it writes the name."""

    def __init__(self, article: Article, words: Words, said: Sequence[Said]) -> None:
        self._article, self._words = article, words
        self._surnames = Surnames(article, words)
        self._names = {tuple(fold(each.person.name).split()) for each in said}
        self._small = self._surnames.small

    def cut(self, each: Said) -> Said | None:
        """Return somebody with the name alone; None where none is left."""
        person = each.person
        places = [*_WORD.finditer(self._article.plain, person.start, person.end)]
        if is_arabic(person.name) or person.is_known:
            return each
        if len(places) < _FEWEST:
            return each._replace(person=person._replace(is_surname=self._surnames.stand_alone(each)))
        folded = [fold(place[0]) for place in places]
        size = self._size(folded, is_title=each.sentence.rank == TITLE)
        if size < _FEWEST or all(word in self._small for word in folded):
            return None
        name = " ".join(place[0] for place in places[:size])
        if self._is_genitive(name):
            name = name[:-1]
        return each if name == person.name else each._replace(person=person._replace(name=name))

    def _size(self, folded: Sequence[str], *, is_title: bool) -> int:
        """Return how many of the words are the name's: the shortest that the text has elsewhere, in a headline."""
        size = len(folded)
        while size and no_surnames().is_in(folded[size - 1]):
            size -= 1
        while is_title and size > _FEWEST and len(folded[size - 1]) > _SHORT and folded[size - 1] in self._small:
            size -= 1
        if is_title or self._words.has_genitive:
            size = next((short for short in self._shorter(folded, size)), size)
        return size - 1 if self._words.has_genitive and self._has_more(folded[:size]) else size

    def _has_more(self, folded: Sequence[str]) -> bool:
        """Tell words that end with what is not the name's, where the verb may stand before or behind them.

        Bei Präsident Jan Berg Kritik, where the text has Berg alone too; lud Berg Novak ein, two surnames of others.
        """
        if len(folded) < _FEWEST:
            return False
        first, last = folded[-_FEWEST:]
        if len(folded) == _FEWEST:
            return first in self._ends and any(last in ends for name, ends in self._others if name != (first, last))
        before = folded[-_FEWEST - 1]
        is_noun = last.endswith(tuple(cues.spoken("noun_endings", self._words.language)))
        is_alone = is_noun and first not in self._small and self._counts[first] > self._pairs[before, first]
        return is_alone and self._counts[last] == self._pairs[first, last]

    @cached_property
    def _others(self) -> tuple[tuple[tuple[str, ...], tuple[str, str]], ...]:
        """The full names, folded, each with its first and its last word."""
        return tuple((each, (each[0], each[-1])) for each in sorted(self._names) if len(each) >= _FEWEST)

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The last words of the full names."""
        return frozenset(ends[1] for _, ends in self._others)

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often the article has each word."""
        return Counter(word.folded for word in self._article.words)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """How often the article has each word before each other."""
        return Counter((one.folded, other.folded) for one, other in pairwise(self._article.words))

    def _shorter(self, folded: Sequence[str], size: int) -> Iterator[int]:
        """Yield the numbers of the words of a name that is another's too."""
        yield from (short for short in range(_FEWEST, size) if tuple(folded[:short]) in self._names)

    def _is_genitive(self, name: str) -> bool:
        """Tell the genitive of a name that the text has without its s: Kristerssons."""
        stem = tuple(fold(name[:-1]).split())
        return self._words.has_genitive and name.endswith("s") and stem in self._names
