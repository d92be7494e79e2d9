"""Topics told in words between which others may stand: digitalisation of schools, exchange of data and experience."""

from collections.abc import Iterator
from functools import lru_cache

from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.topics.word_forms import bare, without_endings
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold

DIGITALISATION = "digital-transformation"
_EXCHANGE = "expertise-exchange"
_LONGEST = 3  # words of the name of a sector, or of what is exchanged
_OTHERS = 2  # words before the first sector: of the Kenyan public health system
_REACH = 8  # words behind an exchange in which it may be told of what
_AND = "و"  # which is written with the word behind it
_ENDS = ".;:()\n؛"
_COMMAS = ",،"

Mention = tuple[str, int, int]


class TopicPhrases:
    """Finds what is digitalised, and what is exchanged, in one article."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article, self._words, self._language = article, article.words, language
        self._sectors, self._expertise = _sectors(language), _expertise(language)
        self._joins = cues.spoken("list_and", language)
        self._of = cues.joined(language, "of", "genitive_articles")
        small = ("connectors", "of", "genitive_articles", "locatives", "articles", "before_nouns")
        self._small = cues.joined(language, *small) - self._joins

    def digitalised(self, start: int, number: int) -> tuple[Mention, ...]:
        """Return the sectors of which the digitalisation is told that begins at `start`, before a word."""
        found, others, is_apart = list[Mention](), 0, True
        while number < len(self._words) and not self._is_over(number, is_first=not found):
            slug, length = _longest(self._words[number : number + _LONGEST], self._sectors, self._language)
            is_small = self._words[number].folded in self._small | self._joins
            if slug and (is_apart or self._begins_item(number)):
                found.append((slug, start, self._words[number + length - 1].end))
            elif not is_small:
                others += 1
                if found or others > _OTHERS:
                    break
            number, is_apart = number + length, is_small or not found
        return tuple(found)

    def _begins_item(self, number: int) -> bool:
        """Tell another of a list, which stands behind a comma or, in Arabic, behind an attached conjunction."""
        gap = self._article.plain[self._words[number - 1].end : self._words[number].start]
        return any(mark in gap for mark in _COMMAS) or self._is_joined(number)

    def _is_joined(self, number: int) -> bool:
        folded = self._words[number].folded
        return folded in self._joins or (is_arabic(folded) and folded.startswith(_AND))

    def exchanges(self) -> Iterator[Mention]:
        """Yield where experience, knowledge or experts are exchanged, also among other things."""
        heads = cues.spoken("exchanges", self._language)
        for number, word in enumerate(self._words):
            if (word.folded in heads or bare(word.folded) in heads) and self._is_of(number + 1):
                behind = self._in_clause(number + 1)
                parts = (behind[each : each + _LONGEST] for each in range(len(behind)))
                if what := next((each[0] for each in parts if self._is_expertise(each)), None):
                    yield _EXCHANGE, word.start, what.end

    def _is_of(self, number: int) -> bool:
        """Tell a noun, of which something is exchanged, from a verb; Arabic needs no small word for it."""
        following = self._words[number : number + 1]
        return any(each.folded in self._of or is_arabic(each.folded) for each in following)

    def _is_expertise(self, words: tuple[Word, ...]) -> bool:
        return bool(_longest(words, self._expertise, self._language)[0])

    def _in_clause(self, number: int) -> tuple[Word, ...]:
        """Return the words from one up to where its clause ends."""
        last = next(
            (each for each in range(number, number + _REACH) if self._is_over(each, is_first=False)), number + _REACH
        )
        return self._words[number:last]

    def _is_over(self, number: int, *, is_first: bool) -> bool:
        """Tell that a sentence ends before a word; before the first of a list a comma or a conjunction ends it too."""
        if number >= len(self._words):
            return True
        gap = self._article.plain[self._words[number - 1].end : self._words[number].start]
        ends = _ENDS + _COMMAS if is_first else _ENDS
        return any(mark in gap for mark in ends) or (is_first and self._is_joined(number))


def _longest(words: tuple[Word, ...], names: dict[str, str], language: str | None) -> tuple[str, int]:
    """Return the topic of the longest name that begins with some words, and its length; nothing and 1 without one."""
    stems = [_stem(word.folded, language) for word in words]
    for length in range(len(stems), 0, -1):
        if slug := names.get(" ".join(stems[:length])):
            return slug, length
    return "", 1


def _stem(word: str, language: str | None) -> str:
    return without_endings(bare(word), language)


@lru_cache(maxsize=16)
def _sectors(language: str | None) -> dict[str, str]:
    """Map what may be digitalised to the topic that this is."""
    return {_stems(name, language): slug for slug, names in cues.tables_of("sectors", language) for name in names}


@lru_cache(maxsize=16)
def _expertise(language: str | None) -> dict[str, str]:
    """Map what experts have, and exchange, to the topic that this is."""
    return {_stems(name, language): _EXCHANGE for name in cues.spoken("expertise", language)}


def _stems(name: str, language: str | None) -> str:
    return " ".join(_stem(word, language) for word in fold(name).split())
