"""Tells a surname that stands alone behind an office from other words with a capital: Präsident Macron."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise

from coopdb.author.draft.officials.office import is_plural
from coopdb.author.draft.officials.person import Words
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import TITLE, Article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_common, is_office
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold

_BEHIND = pattern(r" ([^\W\d_a-z]\w+)")
_HIGH = ("heads_of_state", "heads_of_government", "ministers")  # whose holders one surname is enough for
_NAMED = (*_HIGH, "deputy_ministers", "ambassadors", "regional_heads", "no_level")  # that is read twice for these
_SHORT = 4  # letters of a word that is written small in every title: avec
_SHORTEST = 2  # letters of a surname: Xi
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
        person, word = each.person, each.person.surname
        if not person.role or is_plural(person.role, self._words.language):
            return False
        if len(word) < _SHORTEST or word in self.small or no_surnames().is_in(word):
            return False
        behind = _BEHIND.match(self._article.plain, person.end)
        if behind and not is_office(fold(behind[1])):  # Minister Lake Museum
            return False
        if is_common(word) or is_office(word) or (self._words.has_genitive and self._is_other(each)):
            return False
        is_again = self._capitals[word] > (each.sentence.rank != TITLE)
        if is_again and self._is_of(_NAMED, person.role):
            return True
        is_below = each.sentence.rank != TITLE
        return (is_below or self._is_in_small) and (
            self._is_of(_HIGH, person.role) or (is_below and person.is_counterpart)
        )

    def _is_of(self, names: Sequence[str], role: str) -> bool:
        """Tell an office of one of some lists."""
        return any(cues.word_list(name, self._words.language).is_in(fold(role)) for name in names)

    @cached_property
    def _is_in_small(self) -> bool:
        """Tell a title in which only names have capitals, as French, Spanish and Portuguese write them."""
        words = [word for each in self._article.titles for word in self._article.words_in(each.start, each.end)]
        small = [word for word in words if self._article.plain[word.start].islower() and len(word.folded) > _SHORT]
        return self._words.has_adjectives_behind and len(small) > 1

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often each word stands with a capital below the title, folded."""
        article = self._article
        first = article.titles[-1].end if article.titles else 0
        below = (word for word in article.words if word.start >= first)
        return Counter(word.folded for word in below if not article.plain[word.start].islower())

    def _is_other(self, each: Said) -> bool:
        """Tell a noun, or the genitive of a name that the article writes elsewhere: premiärminister Odedes besök."""
        word = each.person.surname
        is_genitive = word.endswith("s") and self._capitals[word.removesuffix("s")] > 0
        return is_genitive or self._is_noun(each)

    def _is_noun(self, each: Said) -> bool:
        """Tell what a minister did something to, where nouns have capitals or the office an article: ministern SVT."""
        person = each.person
        if person.surname in self._behind_articles:
            return True
        before = self._article.plain[max(person.role_start - 8, 0) : person.role_start].split()
        if fold(person.role) in cues.spoken("offices_as_titles", self._words.language):
            return False
        if self._words.language == "sv":
            return person.near == person.role_start and person.role.endswith(_DEFINITE)
        return bool(before) and before[-1].lower() in _articles()

    @cached_property
    def _behind_articles(self) -> frozenset[str]:
        """The words that stand behind an article, folded."""
        words, articles = self._article.words, _articles()
        return frozenset(word.folded for before, word in pairwise(words) if before.folded in articles)


@cache
def _articles() -> frozenset[str]:
    """Return what stands before nouns in the languages in which these have capitals or the office an article."""
    return cues.joined("de", "articles", "before_nouns") | cues.joined("nl", "articles", "before_nouns")


@cache
def no_surnames() -> WordList:
    """Return the words of houses, bodies and events that end no name of a person."""
    return WordList(cues.listed("no_surnames"))
