"""Topics in ordinary words, which they are where areas of cooperation are listed: in trade, innovation and energy."""

from collections.abc import Iterator
from functools import lru_cache

from coopdb.author.draft.text.text import Article
from coopdb.author.draft.topics.word_forms import bare, is_and
from coopdb.author.draft.words import cues
from coopdb.text import fold

_COMMAS, _END = ",،", ".;:\n"


def areas_listed(article: Article, language: str | None) -> Iterator[tuple[str, int, int]]:
    """Yield the topics that a list of areas has, in a sentence about cooperation, and where."""
    names, cooperation = _names(language), cues.word_list("cooperation", language)
    for number, word in enumerate(article.words):
        if (slug := names.get(bare(word.folded))) and _is_item(article, number, language):
            sentence = article.sentence_at(word.start)
            if cooperation.is_in(article.folded(sentence)):
                yield slug, word.start, word.end


def _is_item(article: Article, number: int, language: str | None) -> bool:
    """Tell a word that is an item of a list by itself: beside it are marks, `and`, or what a list begins with.

    Not: technological innovation, and the development of.
    """
    words = article.words
    before, behind = words[number - 1] if number else None, words[number + 1] if number + 1 < len(words) else None
    left = article.plain[before.end if before else 0 : words[number].start]
    right = article.plain[words[number].end : behind.start if behind else None]
    is_later = bool(set(_COMMAS) & set(left)) or any(
        is_and(each.folded, language) for each in (before, words[number]) if each
    )
    goes_on = bool(set(_COMMAS) & set(right)) or (behind is not None and is_and(behind.folded, language))
    begins = is_later or before is None or before.folded in _before_lists(language)
    ends = goes_on or behind is None or bool(set(_END) & set(right))
    return (is_later or goes_on) and begins and ends


def _before_lists(language: str | None) -> frozenset[str]:
    """Return the words that may stand right before a list: in, areas, such as."""
    return cues.joined(language, "common", "cooperation", "locatives")


@lru_cache(maxsize=16)
def _names(language: str | None) -> dict[str, str]:
    """Map the words for areas to the topic that they are."""
    return {bare(fold(name)): slug for slug, names in cues.tables_of("areas", language) for name in names}
