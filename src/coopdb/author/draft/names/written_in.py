"""Adjectives of countries that name the language of something: manuais em tétum e português, på svenska."""

from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues, telling_words

_NEAR = 30  # characters beside an adjective
_PAIR = 3  # words: in, one language, and


def is_language(article: Article, start: int, end: int, language: str | None) -> bool:
    """Tell an adjective behind `in` with no noun behind it; that of two languages is behind the other."""
    links = telling_words.words("and")
    before = article.words_in(max(start - _NEAR, 0), start)[-_PAIR:]
    first = 0 if len(before) == _PAIR and before[-1].folded in links else -1
    said = article.plain[before[first].start : before[first].end].lower() if before else ""
    if said not in cues.small_words("locatives", language):
        return False
    behind = article.words_in(end, end + _NEAR)[:1]
    is_alone = not behind or article.plain[end : behind[0].start].strip() != ""
    return is_alone or behind[0].folded in links
