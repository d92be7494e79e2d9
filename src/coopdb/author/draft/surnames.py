"""Tells a surname that stands alone behind an office from other words with a capital: Präsident Macron."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from coopdb.author.draft import cues
from coopdb.author.draft.name_forms import is_common, is_office
from coopdb.author.draft.person import Words
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import TITLE, Article
from coopdb.author.draft.word_list import WordList
from coopdb.text import fold

_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen zum zur im am vom beim de het een".split()  # noqa: SIM905  # a list of words
)
_HIGH = ("heads_of_state", "heads_of_government", "ministers")  # whose holders one surname is enough for
_SHORTEST = 2  # letters of a surname: Xi
_SMALL = 4  # letters of words that a headline writes small too: with
_DEFINITE = ("n", "t")  # how a definite noun ends in Swedish


class Surnames:
    """Tells the surnames of one article, in Latin letters."""

    def __init__(self, article: Article, words: Words) -> None:
        self._article, self._words = article, words

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the article writes in small letters too, folded."""
        plain = self._article.plain
        return frozenset(word.folded for word in self._article.words if plain[word.start].islower())

    def stand_alone(self, each: Said) -> bool:
        """Tell a surname by its office, and by what else the article writes of the word."""
        person, word = each.person, fold(each.person.name).rpartition(" ")[2]
        if not person.role or len(word) < _SHORTEST or word in self.small or no_surnames().is_in(word):
            return False
        if is_common(word) or is_office(word) or (self._words.has_genitive and self._is_noun(each)):
            return False
        is_again = self._capitals[word] > (each.sentence.rank != TITLE)
        return is_again or (each.sentence.rank != TITLE and (person.is_counterpart or self._is_high(person.role)))

    def is_of_headline(self, words: Sequence[str]) -> bool:
        """Tell words of a headline all in capitals, of which the text below has no capital: Ministers Hold Talks."""
        if not self._is_capitalized or not self._capitals:
            return False
        return not any(word in self._capitals for word in words)

    @cached_property
    def _is_capitalized(self) -> bool:
        article = self._article
        words = [word for each in article.titles for word in article.text(each).split()]
        return bool(words) and not words[-1].endswith(".") and not any(word.islower() and len(word) > _SMALL for word in words)

    def _is_high(self, role: str) -> bool:
        return any(cues.word_list(name, self._words.language).is_in(fold(role)) for name in _HIGH)

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often each word stands with a capital below the title, folded."""
        article = self._article
        first = article.titles[-1].end if article.titles else 0
        below = (word for word in article.words if word.start >= first)
        return Counter(word.folded for word in below if not article.plain[word.start].islower())

    def _is_noun(self, each: Said) -> bool:
        """Tell what a minister did something to, where nouns have capitals or their office an article: ministern SVT."""
        person = each.person
        if fold(person.name).rpartition(" ")[2] in self._behind_articles:
            return True
        before = self._article.plain[max(person.role_start - 8, 0) : person.role_start].split()
        if self._words.language == "sv":
            return person.near == person.role_start and person.role.endswith(_DEFINITE)
        return bool(before) and before[-1].lower() in _ARTICLES

    @cached_property
    def _behind_articles(self) -> frozenset[str]:
        """The words that stand behind an article, folded."""
        words = self._article.words
        return frozenset(
            word.folded for before, word in zip(words, words[1:], strict=False) if before.folded in _ARTICLES
        )


@cache
def no_surnames() -> WordList:
    """Return the words of houses, bodies and events that end no name of a person."""
    return WordList(cues.table()["no_surnames"])
