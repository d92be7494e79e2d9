"""A text that is there in two languages: the one with more words is read, so that nobody is taken for two people."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from coopdb.author.draft import cues
from coopdb.author.draft.evidence import Doubt
from coopdb.author.draft.text import TITLE, Article, Passage
from coopdb.text import fold

_FEWEST = 12  # words of a paragraph whose language can be told
_SURE = 2  # common words that are more than those of any other language
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
    """Tell the language of a paragraph; None when it has too few words."""
    words = article.words_in(paragraph.start, paragraph.end)
    if len(words) < _FEWEST:
        return None
    counts = Counter(language for word in words for language in _languages_of().get(word.folded, ()))
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] - best[1][1] < _SURE):  # noqa: PLR2004  # two languages
        return None
    return best[0][0]


@cache
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    """Map each of the commonest words, folded, to the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in (*cues.table()["languages"].items(), *cues.common_words().items()):
        for word in {fold(each) for each in words}:
            found[word] = (*found.get(word, ()), language)
    return found
