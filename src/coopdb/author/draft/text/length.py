"""A text that is longer than an article: its beginning is read, so that a book takes no longer than it must."""

from dataclasses import replace
from itertools import islice

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.text.text import WORD, Article

MOST_WORDS = 40_000  # some 120 pages


def beginning(article: Article) -> tuple[Article, tuple[Doubt, ...]]:
    """Return an article up to its 40,000th word, and a doubt that says so where it goes on."""
    following = next(islice(WORD.finditer(article.plain), MOST_WORDS, None), None)
    if following is None:
        return article, ()
    said = f"the text is longer than an article: its first {MOST_WORDS:,} words were read"
    return replace(article, plain=article.plain[: following.start()]), (Doubt(("sources", 0), said),)
