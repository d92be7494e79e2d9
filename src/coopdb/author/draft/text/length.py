"""A text that is longer than an article: its beginning is read, so that a book takes no longer than it must."""

from dataclasses import replace
from itertools import islice

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.text.sentences import find_sentences
from coopdb.author.draft.text.text import WORD, Article, Passage

MOST_WORDS = 40_000  # some 120 pages


def beginning(article: Article) -> tuple[Article, tuple[Doubt, ...]]:
    """Return an article up to the paragraph with its 40,001st word, and a doubt that says so where there is one.

    What stands below the article does not count.
    """
    place = _end(article)
    if place is None:
        return article, ()
    said = f"the text is longer than an article: its first {MOST_WORDS:,} words were read"
    return replace(article, plain=article.plain[:place]), (Doubt(("sources", 0), said),)


def _end(article: Article) -> int | None:
    """Return where the part that is read ends; None where all of it is."""
    if _start_of_word(article.plain, MOST_WORDS, 0, len(article.plain)) is None:
        return None
    left = MOST_WORDS
    for each in article.paragraphs:
        place = _start_of_word(article.plain, left, each.start, each.end)
        if place is not None:
            return each.start if left < MOST_WORDS // 2 else _end_of_sentence(article.plain, each, place)
        left -= sum(1 for _ in WORD.finditer(article.plain, each.start, each.end))
    return None


def _start_of_word(plain: str, number: int, start: int, end: int) -> int | None:
    """Return where the word with a number, from 0, begins, if there are so many."""
    found = next(islice(WORD.finditer(plain, start, end), number, None), None)
    return found.start() if found else None


def _end_of_sentence(plain: str, paragraph: Passage, place: int) -> int:
    """Return where the last sentence before a place ends: a paragraph that is most of the text is read in part.

    There is one, as no sentence has as many words.
    """
    *_, last, _ = find_sentences(plain, paragraph.start, place)
    return last[1]
