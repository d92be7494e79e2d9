"""The phrases that a sentence has, by the list of `data/draft/<language>.json` that they are from, and where."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from coopdb.author.draft.text.phrase_lists import phrases_of, spans
from coopdb.author.draft.text.phrases import is_as_written
from coopdb.author.draft.text.text import LEAD, Article, Passage, Word
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import parted

_OPENING = 2  # sentences of the lead that say what a text is about


class PhraseHit(NamedTuple):
    """A phrase in the plain text: which value of its list, from where to where, and the words that it covers."""

    value: str
    start: int
    end: int
    first: int
    last: int


class Phrasing:
    """Finds the phrases of an article in its language; each sentence is looked through once."""

    def __init__(self, article: Article, language: str | None) -> None:
        self.article, self.language = article, language
        self._phrases = phrases_of(language)
        self._known: dict[Passage, Mapping[str, tuple[PhraseHit, ...]]] = {}

    def hits(self, sentence: Passage, name: str) -> tuple[PhraseHit, ...]:
        """Return where a sentence has the phrases of a list, in order; none overlaps another."""
        if sentence not in self._known:
            words = self.article.words_in(sentence.start, sentence.end)
            found = spans([word.folded for word in words], self._phrases)
            self._known[sentence] = {
                key: tuple(
                    PhraseHit(value, words[low].start, words[high - 1].end, low, high)
                    for value, low, high in places
                    if self._is_as_written(words[low], words[high - 1])
                )
                for key, places in found.items()
            }
        return self._known[sentence].get(name, ())

    def _is_as_written(self, first: Word, last: Word) -> bool:
        is_other = first.folded in self._others  # few are
        return not is_other or is_as_written(self.article, first.start, last.end, self.language)

    @cached_property
    def _others(self) -> frozenset[str]:
        """What phrases of lists begin with that are others without their marks, folded."""
        return frozenset(phrase.partition(" ")[0] for phrase in cues.spoken("as_written", self.language))

    def says(self, sentence: Passage, *names: str) -> bool:
        """Tell whether a sentence has a phrase of any of some lists."""
        return any(self.hits(sentence, name) for name in names)

    def is_after(self, sentence: Passage, name: str, hit: PhraseHit, within: int) -> bool:
        """Tell whether a phrase of a list stands at most some words before a hit, or overlaps its beginning."""
        return any(each.first < hit.first and hit.first - each.last <= within for each in self.hits(sentence, name))

    def is_before(self, sentence: Passage, name: str, hit: PhraseHit, within: int) -> bool:
        """Tell whether a phrase of a list stands at most some words behind a hit."""
        return any(0 <= each.first - hit.last <= within for each in self.hits(sentence, name))

    def is_beside(self, sentence: Passage, name: str, hit: PhraseHit, within: int) -> bool:
        """Tell whether a phrase of a list stands at most some words before or behind a hit."""
        return any(
            -within <= hit.first - each.last <= within or -within <= each.first - hit.last <= within
            for each in self.hits(sentence, name)
        )

    def parted(self, sentence: Passage, name: str, within: int) -> Iterator[PhraseHit]:
        """Yield where a sentence has verbs of two parts that stand at most some words apart: tog ministern emot."""
        words = self.article.words_in(sentence.start, sentence.end)
        for head, tail in parted([word.folded for word in words], name, self.language, within):
            yield PhraseHit("", words[head].start, words[tail].end, head, head + 1)

    @cached_property
    def tails(self) -> tuple[str, ...]:
        """What compounds end with that are standing bodies, folded: of teknikrådet."""
        return tuple(sorted(cues.spoken("body_tails", self.language)))

    @cached_property
    def opening(self) -> tuple[Passage, ...]:
        """The title and the first sentences of the lead, which say what a text is about."""
        return (*self.titles, *self.leads[:_OPENING])

    def opens(self, sentence: Passage) -> bool:
        """Tell whether a sentence is one of the opening."""
        return sentence in self._opening

    @cached_property
    def _opening(self) -> frozenset[Passage]:
        return frozenset(self.opening)

    @cached_property
    def titles(self) -> tuple[Passage, ...]:
        """The sentences of the title."""
        return self.article.titles

    @cached_property
    def leads(self) -> tuple[Passage, ...]:
        """The sentences of the lead."""
        return tuple(each for each in self.article.sentences if each.rank == LEAD)
