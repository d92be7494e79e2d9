"""Cuts from names what is not theirs: the words of a headline, the place that somebody visited, the s of a genitive."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from coopdb.author.draft.names import Names
from coopdb.author.draft.person import Words
from coopdb.author.draft.said import Said, read_people
from coopdb.author.draft.script import is_arabic
from coopdb.author.draft.surnames import Surnames, no_surnames
from coopdb.author.draft.text import TITLE, Article
from coopdb.text import fold

_WORD = re.compile(r"\S+")
_FEWEST = 2  # words of a full name
_SHORT = 3  # letters of a word that may be a name in a headline whatever else the text has: Tan Kiat How


@lru_cache(maxsize=1)  # the whole text is asked twice: how many meetings, and who met
def named_people(names: Names) -> tuple[Said, ...]:
    """Return everybody that a text names, each with the name alone."""
    return cut_names(names, read_people(names))


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
            return replace(each, person=replace(person, is_surname=self._surnames.stand_alone(each)))
        folded = [fold(place[0]) for place in places]
        size = self._size(folded, is_title=each.sentence.rank == TITLE)
        if size < _FEWEST or all(word in self._small for word in folded):
            return None
        name = " ".join(place[0] for place in places[:size])
        if self._is_genitive(name):
            name = name[:-1]
        return each if name == person.name else replace(each, person=replace(person, name=name))

    def _size(self, folded: Sequence[str], *, is_title: bool) -> int:
        """Return how many of the words are the name's: the shortest that the text has elsewhere, in a headline."""
        size = len(folded)
        while size and no_surnames().is_in(folded[size - 1]):
            size -= 1
        while is_title and size > _FEWEST and len(folded[size - 1]) > _SHORT and folded[size - 1] in self._small:
            size -= 1
        if is_title or self._words.has_genitive:
            return next((short for short in self._shorter(folded, size)), size)
        return size

    def _shorter(self, folded: Sequence[str], size: int) -> Iterator[int]:
        """Yield the numbers of the words of a name that is another's too."""
        yield from (short for short in range(_FEWEST, size) if tuple(folded[:short]) in self._names)

    def _is_genitive(self, name: str) -> bool:
        """Tell the genitive of a name that the text has without its s: Kristerssons."""
        stem = tuple(fold(name[:-1]).split())
        return self._words.has_genitive and name.endswith("s") and stem in self._names
