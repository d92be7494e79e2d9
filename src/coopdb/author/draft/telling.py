"""What a sentence tells of beside a date: the meeting, something else, something to come, or an older document."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues, occasion
from coopdb.author.draft.text import TITLE, Article, Passage, Word

_WEAK = 6  # words that a visit is further away than a verb that tells of a meeting
_MARK = 3  # words that a comma counts for
_MARKS = re.compile(r"[,;:()،؛–]")
_BESIDE = 3  # words between a document and the participle that belongs to it: the agreement both sides signed
_REACH = 10  # words between a verb and what makes it future
_AUXILIARY = frozenset(
    "was were is are has have had been be a ont ete fue fueron foi foram wurde wurden ha han har".split()  # noqa: SIM905  # a list of words
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told nearest to a place: `meeting`, `other`, `older` or nothing, how many words away, and whether it is to come."""

    kind: str = ""
    away: int = 0
    is_future: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    start: int
    end: int
    is_weak: bool = False


class Teller:
    """Tells what the sentences of an article are about; each is looked through once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._known: dict[Passage, tuple[_Cue, ...]] = {}

    def at(self, start: int, end: int) -> Telling:
        """Tell what the sentence says of what stands from `start` to `end`."""
        sentence = self.article.sentence_at(start)
        found = self._cues(sentence)
        told = [each for each in found if each.kind != "future" and (each.end <= start or each.start >= end)]
        if not told:
            return Telling(is_future=self._is_future(found, start, end))
        near = min(told, key=lambda each: (self._distance(each, start, end), each.kind != "meeting"))
        is_future = self._is_future(found, near.start, near.end) or self._is_future(found, start, end)
        return Telling(near.kind, self._distance(near, start, end), is_future)

    def _is_future(self, found: tuple[_Cue, ...], start: int, end: int) -> bool:
        return any(each.kind == "future" and self._distance(each, start, end) <= _REACH for each in found)

    def _distance(self, cue: _Cue, start: int, end: int) -> int:
        """Count the words between a cue and a place; a comma counts for several, and so does a word that means less."""
        low, high = (cue.end, start) if cue.end <= start else (end, cue.start)
        words = len(self.article.words_in(low, high))
        marks = len(_MARKS.findall(self.article.plain, low, max(low, high)))
        return words + _MARK * marks + (_WEAK if cue.is_weak else 0)

    def _cues(self, sentence: Passage) -> tuple[_Cue, ...]:
        if sentence not in self._known:
            self._known[sentence] = tuple(_found(self.article, sentence))
        return self._known[sentence]


def _found(article: Article, sentence: Passage) -> Iterator[_Cue]:
    """Yield what a sentence has of words that tell."""
    words = article.words_in(sentence.start, sentence.end)
    starts, places, text = [], 0, ""
    for word in words:
        starts.append(places)
        places += len(word.folded) + 1
    text = " ".join(word.folded for word in words)
    done = set[int]()
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end()) - 1
            if not done.isdisjoint(range(first, last + 1)):
                continue
            if kind != "future":
                done.update(range(first, last + 1))
            is_older = kind == "meeting" and sentence.rank != TITLE and _is_attribute(words, first, match[0])
            yield _Cue(
                "older" if is_older else kind.removeprefix("weak "),
                words[first].start,
                words[last].end,
                kind.startswith("weak"),
            )


def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what finds the words of each kind; a word is taken for the first kind that has it."""
    return (
        ("future", occasion.pattern("future")),
        ("weak meeting", occasion.pattern("visits")),
        ("other", occasion.pattern("other_events")),
        ("meeting", occasion.pattern("meeting")),
        ("meeting", cues.pattern("meeting")),
    )


def _is_attribute(words: tuple[Word, ...], number: int, said: str) -> bool:
    """Tell the participle of an older document: the memorandum (MOU) signed in 2021, la convention signée en mai."""
    if said not in occasion.words("participles"):
        return False
    before = [word.folded for word in words[max(number - _BESIDE, 0) : number]]
    return not _AUXILIARY.intersection(before) and not occasion.words("attributive").isdisjoint(before)
