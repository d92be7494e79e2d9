"""Where a text names offices, ministries, agencies and companies: a word in such a name is not a topic."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern

_HOUSE = 12  # words of the name of a ministry
_ITEM = 5  # words among which a list of its fields has its conjunction
_MARKS = pattern(r"[,;:،؛]")
_AUTHORITY = pattern(
    r"\b(?:Ministry|Minister|Minist[èe]re|Ministerio|Minist[ée]rio|Ministerium|Department|Agency|Authority|Secretary|Agence|Agencia|Bundesministerium|Commission|Committee|School|Académie|Academy)\b[^.;:()]{0,12}?(?:\s++(?:(?:of|for|de|des|du|da|do|für|och|and|et|y|e|the|la|le|l[’'])\s*+)?[A-ZÀ-Þ&][\w’'-]*+,?)+"
)


class Masks:
    """Tells what stands in the name of an office, a ministry or another body."""

    def __init__(self, article: Article, offices: Iterable[tuple[int, int]], language: str | None) -> None:
        authorities = (found.span() for found in _AUTHORITY.finditer(article.plain))
        bodies = (*_houses(article, language), *_bodies(article, language))
        self._masked = Stretches((*offices, *authorities, *bodies, *_left_out(article, language)))

    def cover(self, start: int) -> bool:
        """Tell whether a place is in a name."""
        return self._masked.cover(start)


def _left_out(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the clauses about what was not discussed: they did not talk about X; X was not on the agenda."""
    before, behind = (cues.word_list(name, language) for name in ("undiscussed", "off_agenda"))
    for sentence in article.sentences:
        if not (before.is_in(article.folded(sentence)) or behind.is_in(article.folded(sentence))):
            continue
        found = _MARKS.finditer(article.plain, sentence.start, sentence.end)
        marks = [sentence.start, *(each.start() for each in found), sentence.end]
        for _, end in places_in(article, sentence, before):
            yield end, marks[bisect_left(marks, end)]
        for start, _ in places_in(article, sentence, behind):
            yield marks[max(bisect_left(marks, start) - 1, 0)], start


def _houses(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the names of ministries and ministers in small letters: le ministère du numérique."""
    house, words = _House(article, language), article.words
    heads = cues.spoken("authorities", language)
    for number, word in enumerate(words):
        if word.folded in heads or word.folded.removeprefix("و") in heads:
            yield word.start, words[house.end(number)].end


class _House:
    """Tells where the name of a ministry ends: small words, each with the words behind it, and lists of them."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article, self._words = article, article.words
        self._small = cues.small_words("connectors", language) | {"و", "l", "d"}
        self._joins = cues.spoken("list_and", language)
        self._adjectives = cues.spoken("body_adjectives", language)

    def end(self, number: int) -> int:
        """Return the last word of the name that begins at a word."""
        words, last, is_open, is_named = self._words, number, False, False
        for place in range(number + 1, min(number + _HOUSE, len(words))):
            gap = self._article.plain[words[last].end : words[place].start]
            if any(mark in gap for mark in ".;:()\n"):
                return last
            written = self._article.plain[words[place].start : words[place].end].lower()
            is_arabic_word = is_arabic(written)
            is_small = written in self._small
            goes_on = is_small or is_open or (is_arabic_word and (place == number + 1 or written.startswith("و")))
            if "," in gap and not goes_on:
                goes_on = self._is_list(place)
            elif not (goes_on or is_arabic_word):  # transition numérique et de la réforme; Agence nationale de
                goes_on = self._joins_on(place) if is_named else words[place].folded in self._adjectives
                if is_named and not goes_on:
                    return place
            if not goes_on:
                return last
            is_named = is_named or is_open
            is_open, last = is_small or (is_arabic_word and place == number + 1), place
        return last

    def _is_list(self, place: int) -> bool:
        """Tell a list of fields, which has its conjunction soon: communications, ICT and digital economy."""
        near = self._words[place + 1 : place + _ITEM]
        return any(each.folded in self._joins for each in near) and not any(
            mark in self._article.plain[self._words[place].start : near[-1].end] for mark in ".;:()\n"
        )

    def _joins_on(self, place: int) -> bool:
        """Tell an adjective behind which the name goes on with a conjunction."""
        following = self._words[place + 1 : place + 2]
        gap = self._article.plain[self._words[place].end : following[0].start] if following else ","
        return bool(following) and not gap.strip("'’ ") and following[0].folded in self._joins


def _bodies(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield names that end with what the body is, in capitals: the Digital Government Office."""
    heads = cues.spoken("body_heads", language) if language else frozenset()
    words, plain, first = article.words, article.plain, -1  # of the words in capitals up to here
    for number, word in enumerate(words if heads else ()):
        is_apart = number > 0 and plain[words[number - 1].end : word.start].strip("’'&-/ ") != ""
        if not plain[word.start].isupper() or is_apart:
            first = number if plain[word.start].isupper() else -1
        elif first < 0:
            first = number
        elif word.folded in heads:
            yield words[first].start, word.end
