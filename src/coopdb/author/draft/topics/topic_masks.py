"""Where a text names offices, ministries, agencies, events and companies: a word in such a name is not a topic."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import Article, Passage, Word
from coopdb.author.draft.topics.word_forms import bare
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern

_HOUSE = 14  # words of the name of a ministry
_ITEM = 5  # words among which a list of its fields has its conjunction
_MARKS, _PARTED = pattern(r"[,;:،؛]"), pattern(r"[.,;:،؛()\n]")
_TITLED = 3  # words of a name before what it names, in a title whose words all have capitals
_AUTHORITY = pattern(
    r"\b(?:Ministry|Minister|Minist[èe]re|Ministerio|Minist[ée]rio|Ministerium|Department|Agency|Authority|Secretary|Agence|Agencia|Bundesministerium|Commission|Committee|School|Office|Fair|Feira|Foire|Feria|Fiera|Académie|Academy)\b[^.;:()]{0,12}?(?:\s++(?:(?:of|for|de|des|du|da|do|für|och|and|et|y|e|the|la|le|l[’'])\s*+)?[A-ZÀ-Þ&][\w’'-]*+,?)+"
)


class Masks:
    """Tells what stands in the name of an office, a ministry or another body."""

    def __init__(self, article: Article, offices: Iterable[tuple[int, int]], language: str | None) -> None:
        authorities = (found.span() for found in _AUTHORITY.finditer(article.plain))
        named = (_houses, _parted_offices)
        bodies = (*_bodies(article), *(place for each in named for place in each(article, language)))
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
        self._of = cues.joined(language, "of", "genitive_articles")
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
        """Tell an adjective behind which the name goes on: with a conjunction, or, in a list, with another `of`."""
        following = self._words[place + 1 : place + 2]
        if not following:
            return False
        gap, word = self._article.plain[self._words[place].end : following[0].start].strip("'’ "), following[0].folded
        return (not gap and word in self._joins) or (gap == "," and word in self._of)


def _bodies(article: Article) -> Iterator[tuple[int, int]]:
    """Yield names in English, in any language, that end with what they name: Digital Government Office, AI Summit.

    A name goes on over capitals; where all words have one, over a few of them only.
    """
    heads, breaks = cues.spoken("body_heads", "en"), cues.joined("en", "name_breaks", "connectors", "locatives")
    words, plain, first = article.words, article.plain, -1  # of the words in capitals up to here
    titled = {each for each in article.sentences if _is_in_capitals(article, each, breaks)}
    for number, word in enumerate(words):
        is_apart = number > 0 and plain[words[number - 1].end : word.start].strip("’'&-/ ") != ""
        if not plain[word.start].isupper() or word.folded in breaks:
            first = -1
        elif is_apart or first < 0:
            first = number
        elif word.folded in heads:
            begin = max(first, number - _TITLED) if article.sentence_at(word.start) in titled else first
            yield words[begin].start, word.end


def _is_in_capitals(article: Article, sentence: Passage, small: frozenset[str]) -> bool:
    """Tell a title whose words have capitals, except small ones."""
    words = article.words_in(sentence.start, sentence.end)
    return all(article.plain[each.start].isupper() for each in words if each.folded not in small)


class Firms:
    """Tells what names companies: telecommunications companies, empresas de tecnologia; but not what is about them."""

    def __init__(self, article: Article, language: str | None) -> None:
        firms, of = cues.spoken("topic_firms", language), cues.joined(language, "of", "genitive_articles")
        small, words, plain = of | cues.spoken("articles", language), article.words, article.plain
        joins = "-" if cues.spoken("firm_tails", language) else "-’' "  # "-" where companies are compounds: KI-Konzern
        self._begins, self._ends = set[int](), set[int]()
        for number, word in enumerate(words):
            if bare(word.folded) not in firms:
                continue
            behind = next((each for each in range(number + 1, len(words)) if words[each].folded not in small), number)
            is_named = words[min(number + 1, behind)].folded in of or is_arabic(word.folded)
            if is_named and not _PARTED.search(plain, word.end, words[behind].start):
                self._begins.update((word.start, words[behind].start))
            gap = plain[words[number - 1].end : word.start] if number else "."
            if not gap.strip(joins) and not is_arabic(word.folded):
                self._ends.add(words[number - 1].end)

    def have(self, slug: str, start: int, end: int) -> bool:
        """Tell a topic that stands right beside a word for companies, whose own topic stays."""
        return (start in self._begins or end in self._ends) and slug not in cues.table()["topics_of_firms"]


def _parted_offices(article: Article, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the beginnings of compounds that end in an office further on: telekom-, digitaliserings- och ..minister."""
    words, plain, tails = article.words, article.plain, tuple(cues.spoken("office_tails", language))
    joins, begun = cues.spoken("list_and", language), list[Word]()
    for word in words if tails else ():
        if plain[word.end : word.end + 1] == "-" and plain[word.end + 1 : word.end + 2] in (" ", ","):
            begun.append(word)
        elif word.folded not in joins:
            if word.folded.endswith(tails):
                yield from ((each.start, each.end) for each in begun)
            begun.clear()
