"""Whose day it is, of a meeting or of what somebody says or does in the same clause: met her on Monday and stressed."""

import re

from coopdb.author.draft.telling.told_words import Told
from coopdb.author.draft.text.phrases import places_in
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues, telling_words

MARKS = re.compile(r"[,;:()،؛–]")
AND = "و"  # which Arabic writes before a verb: والتقت
_ASIDE = re.compile(r"[,،][^,;:()،؛–]{1,40}[,،]")  # , Ann Berg,


def has_day(article: Article, language: str | None, cue: Told, start: int) -> bool:
    """Tell a meeting whose day follows in its clause, before somebody says so: met her on Monday and stressed."""
    if cue.kind != "meeting" or cue.is_weak or cue.end > start or not _is_one_clause(article, language, cue.end, start):
        return False
    between = [each.folded for each in article.words_in(cue.end, start)]
    is_joined = any(each.startswith(AND) for each in between[-1:])  # ويوم الاثنين
    last = telling_words.of_language("last", language)
    return not is_joined and not any(each in last or each.isdigit() for each in between)


def is_told_of(article: Article, language: str | None, cue: Told, report: Told, day: tuple[int, int]) -> bool:
    """Tell a meeting behind its day, of which somebody says so: confirmed that on Monday she met him.

    Where verbs stand last, the day is within the parts of one: hat laut einem Sprecher am Montag Berg getroffen.
    """
    start, end = day
    if cue.kind != "meeting" or cue.start < end or not _is_one_clause(article, language, end, cue.start):
        return False
    is_within = cue.is_past and report.end <= start and bool(cues.spoken("receives_last", language))
    return is_within or is_content(article, language, report, start)


def is_content(article: Article, language: str | None, cue: Told, start: int) -> bool:
    """Tell what somebody said from where he said it: said that a port in Oslo was sold."""
    that = telling_words.of_language("that", language)
    return not that.isdisjoint(each.folded for each in article.words_in(cue.end, start))


def is_back(article: Article, language: str | None, cue: Told, start: int, end: int) -> bool:
    """Tell the day on which somebody is back from a visit: left Kenya on Monday after a visit; not: to meet her."""
    between = " ".join(each.folded for each in article.words_in(end, cue.start))
    is_over = any(True for _ in telling_words.finder("just_over", language)(between))
    homeward = cues.word_list("comes_home", language)
    found = places_in(article, article.sentence_at(start), homeward) if cue.is_weak or is_over else ()
    return any(last <= start and _is_one_clause(article, language, last, start) for _, last in found)


def _is_one_clause(article: Article, language: str | None, low: int, high: int) -> bool:
    """Tell words that no mark parts, but for those around an aside, and no `and` or `that`."""
    apart = cues.spoken("list_and", language) | telling_words.of_language("that", language)
    is_plain = apart.isdisjoint(each.folded for each in article.words_in(low, high))
    return is_plain and not MARKS.search(_ASIDE.sub(" ", article.plain[low:high]))
