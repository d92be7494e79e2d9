"""Meetings of years ago that a verb tells of: met Minister Novak in 2023; last year she received him."""

from collections.abc import Sequence
from datetime import date

from coopdb.author.draft.meetings.no_meetings import old_years
from coopdb.author.draft.telling.another_time import Time, find_times
from coopdb.author.draft.text.phrases import FoldedWords
from coopdb.author.draft.text.text import Article, Passage, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_office

_LIGHT = 4  # words of a verb and its noun: held a long meeting


def is_of_old(article: Article, sentence: Passage, language: str | None, published: date | None) -> bool:
    """Tell a sentence whose only verb of what was has a time of old right behind it, or at its end behind a name.

    Not where that is the time of something else: met Novak, who took office in 2023; for the first time since 2023;
    met her about the pledges of Oslo in 2023.
    """
    words = article.words_in(sentence.start, sentence.end)
    spoken = FoldedWords(words)
    verbs = [spoken.numbers(*hit) for hit in cues.word_list("took_place", language).find(spoken.text)]
    if len(verbs) != 1:
        return False
    times = (*find_times(spoken.text, Time.YEAR_BEFORE, language=language), *old_years(spoken.text, published))
    small = {*cues.joined(language, "locatives", "articles"), *telling_words.month_names(language)}
    others = telling_words.of_language("relatives", language) | telling_words.day_words(language)
    others |= cues.joined(language, "encounters", "visiting", "event_nouns")
    verb = verbs[0][1]
    for first, last in (spoken.numbers(*hit) for hit in times):
        before = next((number for number in range(first - 1, -1, -1) if words[number].folded not in small), -1)
        if before == verb:
            return True
        is_name = before > verb and article.plain[words[before].start].isupper()
        if last == len(words) - 1 and is_name and not _is_of_thing(article, words[:before], language):
            return others.isdisjoint(word.folded for word in words[verb + _LIGHT : before])
    return False


def _is_of_thing(article: Article, before: Sequence[Word], language: str | None) -> bool:
    """Tell by the words before it a name that says whose a thing is: the pledges of Oslo; not: the minister of."""
    if not before[1:] or before[-1].folded not in cues.spoken("of", language):
        return False
    return article.plain[before[-2].start].islower() and not is_office(before[-2].folded)
