"""Tells the language of an article by its commonest words."""

from collections import Counter

from coopdb.author.draft import cues
from coopdb.author.draft.text import Article
from coopdb.text import fold


def find_language(article: Article) -> str | None:
    """Tell the language by its commonest words."""
    numbers = Counter(word.folded for word in article.words)
    counts = {
        language: sum(numbers[fold(each)] for each in set(common))
        for language, common in (*cues.table()["languages"].items(), *cues.common_words().items())
    }
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > 2 else None  # noqa: PLR2004  # fewer may be chance
