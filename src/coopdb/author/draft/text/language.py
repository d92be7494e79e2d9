"""Tells the language of a text by its commonest words: one that many languages have says little."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.text import fold

_ENOUGH = 1.2  # words of one language only, or more of several; fewer may be chance
_LEAD = 1.15  # times what speaks for any other language
_PLENTY, _CLEAR = 8.0, 1.5  # words that decide without the rarer ones, and times what speaks for any other language
_LISTS = ("offices", "meeting", "authorities", "sides")  # whose words few other languages have


def find_language(article: Article) -> str | None:
    """Tell the language of an article, where it is one that `draft` reads; of a short one by rarer words too."""
    words = [word.folded for word in article.words]
    scores = _scores(words, _languages_of())
    best, first, second = _best(scores)
    if best in ("", *cues.languages()) and (first < _PLENTY or first < _CLEAR * second):
        for language, score in _scores(words, _languages_of_rarer()).items():
            scores[language] += score
    return _likely(scores, _ENOUGH)


def likely_language(words: Iterable[Word], least: float) -> str | None:
    """Tell the language that most speaks for; None when it is not read, or `least` does not.

    A word counts for each language that has it, the less the more these are: `en` is French, Spanish, Dutch, Swedish.
    """
    return _likely(_scores((word.folded for word in words), _languages_of()), least)


def _likely(scores: Mapping[str, float], least: float) -> str | None:
    best, first, second = _best(scores)
    is_sure = first >= least and first > _LEAD * second
    return best if is_sure and best in cues.languages() else None


def _scores(words: Iterable[str], languages: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """Return how much words speak for each language."""
    scores: dict[str, float] = defaultdict(float)
    for word in words:
        known = languages.get(word, ())
        for language in known:
            scores[language] += 1 / len(known)
    return scores


def _best(scores: Mapping[str, float]) -> tuple[str, float, float]:
    """Return the language that most speaks for, and how much speaks for it and for the next."""
    (best, first), (_, second) = sorted(((*scores.items(), ("", 0.0), ("", 0.0))), key=lambda each: -each[1])[:2]
    return best, first, second


@cache
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    """Map each of the commonest words, folded, to the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in cues.common_words().items():
        for word in {fold(each) for each in words}:
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def _languages_of_rarer() -> Mapping[str, tuple[str, ...]]:
    """Map words for offices, meetings and weekdays, folded, to the languages that have them and no common word so."""
    found: dict[str, tuple[str, ...]] = {}
    for language in cues.languages():
        weekdays = (each for days in telling_words.telling_tables()[language]["weekdays"] for each in days.split("|"))
        rarer = {*cues.joined(language, *_LISTS), *cues.adjectives(language), *map(fold, weekdays)}
        for word in rarer - _languages_of().keys():
            found[word] = (*found.get(word, ()), language)
    return found
