"""How far a topic got: by the verb of its clause; what is still to come, or may be, is not agreed."""

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from coopdb.author.draft.telling.clauses import further_clauses
from coopdb.author.draft.text.phrases import is_as_written, places_in
from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern

_COMMA = 4  # words that a comma counts for before a verb
_BEYOND = 1000  # words: what a verb in another clause is away
_COMMAS, _STRONG = pattern(r"[,;:()،؛–]"), pattern(r"[;؛]")
_REACH = 4  # words between a verb and what makes it future, or denies it
_BEHIND = 8  # words that a verb behind a topic is further away than one before it
_KINDS = (
    ("signed", "agreed"),
    ("agreed", "agreed"),
    ("planned", "proposed"),
    ("proposed", "proposed"),
    ("discussed", ""),
)


class _Verb(NamedTuple):
    stage: str
    start: int
    end: int


class Stages:
    """Tells the stages of topics; each sentence of an article is looked through once."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article, self._language = article, language
        self._known: dict[Passage, tuple[_Verb, ...]] = {}

    def at(self, start: int, end: int) -> str:
        """Tell how far the topic named from `start` to `end` got: `agreed`, `proposed`, or `discussed`."""
        verbs = self._verbs(self._article.sentence_at(start))
        reach = [(self._distance(each, start, end), each.stage) for each in verbs]
        away, stage = min(reach, key=itemgetter(0), default=(_BEYOND, ""))
        return stage if stage and away < _BEYOND else "discussed"

    def _verbs(self, sentence: Passage) -> tuple[_Verb, ...]:
        if sentence not in self._known:
            self._known[sentence] = tuple(self._found(sentence))
        return self._known[sentence]

    def _found(self, sentence: Passage) -> Iterator[_Verb]:
        """Yield the verbs of a sentence, each with the stage that it means there."""
        places = [(start, end, stage) for name, stage in _KINDS for start, end in self._in(sentence, name)]
        future = [*self._in(sentence, "to_come")]
        denied = [*self._in(sentence, "denied")]
        for start, end, stage in places:
            earlier = {each for _, done, each in places if done <= start and self._words(done, start) <= 1}
            if any(self._is_before(each, start) for each in denied):
                yield _Verb("", start, end)
            elif stage == "agreed" and "agreed" not in earlier:
                is_open = "proposed" in earlier or any(self._is_before(each, start) for each in future)
                yield _Verb("proposed" if is_open else stage, start, end)
            else:
                yield _Verb("agreed" if "agreed" in earlier else stage, start, end)

    def _in(self, sentence: Passage, name: str) -> Iterator[tuple[int, int]]:
        found = places_in(self._article, sentence, cues.word_list(name, self._language))
        return (each for each in found if is_as_written(self._article, *each, self._language))

    def _is_before(self, place: tuple[int, int], start: int) -> bool:
        return place[1] <= start and self._words(place[1], start) <= _REACH

    def _distance(self, verb: _Verb, start: int, end: int) -> int:
        """Tell how far a verb is: one before the topic is that of all topics of a list, up to a semicolon."""
        if verb.end <= start:
            between = self._article.plain[verb.end : start]
            is_over = self._goes_on(verb.end, start) or (_STRONG.search(between) and ":" not in between)
            return _BEYOND if is_over else self._words(verb.end, start)
        if verb.start < end:
            return 0
        commas = len(_COMMAS.findall(self._article.plain, end, verb.start))
        return self._words(end, verb.start) + _COMMA * commas + _BEHIND

    def _goes_on(self, low: int, high: int) -> bool:
        """Tell words in which another verb begins, behind some: a memorandum on trade and spoke of."""
        words = [each.folded for each in self._article.words_in(low, high)]
        return any(number > 0 for number in further_clauses(words, self._language))

    def _words(self, low: int, high: int) -> int:
        return len(self._article.words_in(low, high))
