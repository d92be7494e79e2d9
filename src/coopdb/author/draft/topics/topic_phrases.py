"""Topics told in words between which others may stand: digitalisation of schools, exchange of data and experience."""

from collections.abc import Iterator, Set
from functools import lru_cache

from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.topics.word_forms import bare, is_and, without_endings
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.text import fold

DIGITALISATION = "digital-transformation"
_EXCHANGE = "expertise-exchange"
_LONGEST = 3  # words of the name of a sector, or of what is exchanged
_OTHERS = 2  # words before the first sector: of the Kenyan public health system
_REACH = 8  # words behind an exchange in which it may be told of what
_ENDS = ".;:()\n؛"
_COMMAS = ",،"

Mention = tuple[str, int, int]


class TopicPhrases:
    """Finds what is digitalised, and what is exchanged, in one article."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article, self._words, self._language = article, article.words, language
        self._sectors = _sectors(language)
        self._expertise, self._experts = (_expertise(name, language) for name in ("expertise", "experts_exchanged"))
        self._joins = cues.spoken("list_and", language)
        self._of = cues.joined(language, "of", "genitive_articles")
        self._articles = cues.joined(language, "articles", "genitive_articles")
        small = ("connectors", "of", "genitive_articles", "locatives", "articles", "before_nouns")
        self._small = cues.joined(language, *small) - self._joins

    def digitalised(self, start: int, number: int) -> tuple[Mention, ...]:
        """Return the sectors of which the digitalisation is told that begins at `start`, before a word."""
        found, others, is_apart, item = list[Mention](), 0, True, number
        lead = frozenset[str]()
        while number < len(self._words) and not self._is_over(number, is_first=not found):
            slug, length = self._sector_at(number)
            is_small = self._words[number].folded in self._small | self._joins
            if slug and (is_apart or self._begins_item(number)):
                before = frozenset(word.folded for word in self._words[item:number])
                if found and not self._is_of_list(lead, before):
                    break
                lead, item = lead if found else before, number + length
                found.append((slug, start, self._words[item - 1].end))
            elif not is_small:
                others += 1
                if found or others > _OTHERS:
                    break
            number, is_apart = number + length, is_small or not found
        return tuple(found)

    def _sector_at(self, number: int) -> tuple[str, int]:
        """Return the topic of the sector that begins at a word, and its length; none for a compound: state-owned."""
        slug, length = _longest(self._words[number : number + _LONGEST], self._sectors, self._language)
        end, plain = self._words[number + length - 1].end, self._article.plain
        is_compounded = plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isalpha()
        return ("", 1) if is_compounded else (slug, length)

    def _is_of_list(self, lead: Set[str], before: Set[str]) -> bool:
        """Tell by the words before them a sector of the same list as the first, where a language repeats them.

        De l’administration et de la santé; not: de l’administration, l’énergie; nor: der Verwaltung, Energie.
        """
        bare = cues.spoken("bare_of", self._language)
        if not bare or before & self._of:
            return True
        has_article = bool(lead & (self._articles | (self._of - bare)))
        is_joined = bool(before) and before <= self._joins
        return not before & self._articles and (is_joined or not has_article)

    def _begins_item(self, number: int) -> bool:
        """Tell another of a list, which stands behind a comma or, in Arabic, behind an attached conjunction."""
        gap = self._article.plain[self._words[number - 1].end : self._words[number].start]
        return any(mark in gap for mark in _COMMAS) or self._is_joined(number)

    def _is_joined(self, number: int) -> bool:
        return is_and(self._words[number].folded, self._language)

    def exchanges(self) -> Iterator[Mention]:
        """Yield where experience, knowledge or experts are exchanged, also among other things."""
        both = cues.spoken("exchanges", self._language)
        heads = both | cues.spoken("transfers", self._language)
        for number, word in enumerate(self._words):
            head = word.folded if word.folded in heads else bare(word.folded)
            if head in heads and self._is_of(number + 1):
                behind = self._in_clause(number + 1)
                parts = (behind[each : each + _LONGEST] for each in range(len(behind)))
                names = self._expertise | self._experts if head in both else self._expertise
                if what := next((each[0] for each in parts if _longest(each, names, self._language)[0]), None):
                    yield _EXCHANGE, word.start, what.end

    def _is_of(self, number: int) -> bool:
        """Tell a noun, of which something is exchanged, from a verb; Arabic needs no small word for it."""
        following = self._words[number : number + 1]
        return any(each.folded in self._of or is_arabic(each.folded) for each in following)

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


@lru_cache(maxsize=32)
def _expertise(listed: str, language: str | None) -> dict[str, str]:
    """Map what experts have, or the experts themselves, who are exchanged, to the topic that this is."""
    return {_stems(name, language): _EXCHANGE for name in cues.spoken(listed, language)}


def _stems(name: str, language: str | None) -> str:
    return " ".join(_stem(word, language) for word in fold(name).split())
