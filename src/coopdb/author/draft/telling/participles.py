"""Participles by their shape, where verbs stand last: hat am Montag Gespräche mit dem Minister begonnen."""

from collections.abc import Sequence

from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.pattern import pattern

_LONGEST = 400  # characters of a clause
_ASIDE = pattern(r"[,،][^,;:()،؛–]{1,40}[,،]|\([^()]{1,40}\)")  # , dem Minister von Kenia,
_MARKS = pattern(r"[,;:()–]")
_SHORTEST = 5  # letters of a participle


def is_now(article: Article, words: Sequence[Word], pair: tuple[int, int], language: str | None) -> bool:
    """Tell a verb of the present from an auxiliary: heeft maandag overleg; not: heeft maandag overleg gevoerd."""
    if words[pair[0]].folded not in telling_words.of_language("auxiliaries", language):
        return True
    lists = (telling_words.of_language(each, language) for each in ("past_participles", "reports", "voices"))
    if not frozenset[str]().union(*lists).isdisjoint(each.folded for each in words[pair[0] + 1 :]):
        return False
    return not has_participle(article, words[pair[1]].end, words[-1].end, language)


def has_participle(article: Article, low: int, high: int, language: str | None) -> bool:
    """Tell a clause that goes on from a place with what looks like a participle, outside of what commas enclose."""
    text = article.plain[low : min(high, low + _LONGEST)]
    text = _ASIDE.sub(lambda found: " " * len(found[0]), text)
    mark = _MARKS.search(text)
    end = low + (mark.start() if mark else len(text))
    words = [each for each in article.words_in(low, end) if text[each.start - low] != " "]
    no_verb = cues.joined(language, "prepositions", "articles", "infinitive_marks", "list_and")
    return any(
        _is_shaped(article, word, language)
        and not (last and last.folded in no_verb)
        and not (following and _is_noun_behind(article, following))
        for last, word, following in zip((None, *words), words, (*words[1:], None), strict=False)
    )


def _is_shaped(article: Article, word: Word, language: str | None) -> bool:
    said = word.folded
    if len(said) < _SHORTEST or article.plain[word.start].isupper():
        return False
    starts = tuple(telling_words.of_language("participle_starts", language))
    ends = tuple(telling_words.of_language("participle_ends", language))
    others = tuple(telling_words.of_language("participle_traps", language))
    return said.startswith(starts) and said.endswith(ends) and not said.endswith(others)


def _is_noun_behind(article: Article, word: Word) -> bool:
    """Tell a noun behind what is its adjective then: über gemeinsamen Fischfang."""
    return article.plain[word.start].isupper()
