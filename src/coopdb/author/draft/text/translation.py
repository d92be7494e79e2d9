"""A text that is there in two languages: the one with more words is read, so that nobody is taken for two people."""

from collections import Counter

from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.text.language import likely_language
from coopdb.author.draft.text.text import TITLE, Article, Passage

_FEWEST = 12  # words of a paragraph whose language can be told
_SURE = 1.0  # words of one language only, that a paragraph needs
_SHARE = 0.25  # of the words: what has fewer is a quotation
_WORDS = 30  # of the second language: what has fewer is a quotation too


def in_one_language(article: Article) -> tuple[Article, tuple[Doubt, ...]]:
    """Return an article without what is in its second language, and a doubt that says so where there is one."""
    spoken = {each: _language_of(article, each) for each in article.paragraphs if each.rank != TITLE}
    words = Counter[str]()
    for each, language in spoken.items():
        if language:
            words[language] += len(article.words_in(each.start, each.end))
    ranked = words.most_common(2)
    if len(ranked) < 2 or ranked[1][1] < max(_WORDS, _SHARE * words.total()):  # noqa: PLR2004  # two languages
        return article, ()
    (first, _), (second, _) = ranked
    others = [each for each, language in spoken.items() if language not in (first, None)]
    said = "the text is in two languages, of which one was read: compare the other"
    left_out = ((each.start, each.end) for each in others)
    return article.without(left_out), (Doubt(("sources", 0, "language"), said, (first, second)),)


def _language_of(article: Article, paragraph: Passage) -> str | None:
    """Tell the language of a paragraph; None when it has too few words; those of one letter do not count."""
    words = [each for each in article.words_in(paragraph.start, paragraph.end) if len(each.folded) > 1]
    return likely_language(words, _SURE) if len(words) >= _FEWEST else None
