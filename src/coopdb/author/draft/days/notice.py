"""The date of publication that a text bears: in a header, a dateline, alone in a paragraph, or at its foot."""

import re
from functools import cache
from itertools import islice

from coopdb.author.draft.days.dates import Dated, find_dates
from coopdb.author.draft.text.lines import is_day_alone
from coopdb.author.draft.text.text import TITLE, Article, Passage, read_article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold

_DATELINE = pattern(r"(?:\s\d\d(?=\s?\())?\s*(?:\([^)]{1,30}\)\s*)?(?:[–—:.(]|/\s?[^/\n]{1,30}/|-{1,3}(?=\s))")
_AGENCY = pattern(r"\([A-ZÀ-Þ][\w/ .-]{1,30},\s*")
_WEEKDAY = 2  # words between a label and the day: on Thursday
_LINE = 200  # characters of a line that has nothing but a paper and its day
_ALONE, _INTO = 30, 40  # characters beside a date that stands alone, and before one that a report begins with


def find_notice(article: Article, dates: tuple[Dated, ...]) -> Dated | None:
    """Find the date of publication among `dates`, else in a header."""
    noticed = (each for each in dates if each.day and not each.others and is_notice(article, each))
    return next(noticed, None) or _header(article)


def is_notice(article: Article, each: Dated) -> bool:
    """Tell the date of a dateline, of a paragraph of its own, or after an agency: (APA/Reuters, 2.8.2015)."""
    paragraph = article.paragraph_at(each.start)
    if paragraph is None or each.last:
        return False
    before = article.plain[max(each.start - _INTO, paragraph.start) : each.start]
    if article.plain[each.end : each.end + 1] == ")" and re.search(rf"{_AGENCY.pattern}$", before):
        return True
    if _ends_headline(article, each, paragraph) or _is_published(article, each, paragraph):
        return True
    size = paragraph.end - paragraph.start
    is_alone = size < each.end - each.start + _ALONE or (size < _LINE and is_day_alone(article.text(paragraph)))
    if paragraph.rank == TITLE or not (is_alone or (opens_report(article, each) and not _says_when(article, each))):
        return False
    is_told = _met().is_in(fold(article.plain[paragraph.start : each.start]))  # Mötet hölls den 3 maj
    return not is_told and not is_labelled(article, each)


def opens_report(article: Article, each: Dated) -> bool:
    """Tell a day at the head of a paragraph, in a title too, with a mark behind it: Oslo, 12 May 2026 —."""
    paragraph = article.paragraph_at(each.start)
    is_near = paragraph is not None and each.start - paragraph.start < _INTO
    return is_near and _DATELINE.match(article.plain, each.end) is not None


@cache
def _met() -> WordList:
    """Return the words by which people meet, not those by which they sign."""
    return WordList(cues.spoken("meeting") - cues.joined(None, "signed", "signing", "signatures"))


def is_labelled(article: Article, each: Dated) -> bool:
    """Tell the day of an invitation that a label stands before: När: torsdag 5 juni kl. 10."""
    before = article.plain[max(each.start - _INTO, 0) : each.start].rpartition("\n")[2]
    words, mark, rest = before.rpartition(":")
    is_near = len(rest.split()) <= _WEEKDAY
    return bool(mark) and is_near and any(f" {fold(words)}".endswith(f" {said}") for said in cues.spoken("when_labels"))


def _is_published(article: Article, each: Dated, paragraph: Passage) -> bool:
    """Tell the day behind a label that a page puts before its text, or behind its title: Published: 2 October 2024."""
    before = article.plain[max(each.start - _INTO, paragraph.start) : each.start].rstrip(" \t")
    if before.endswith(":"):
        said = f" {fold(before)}"
        return any(said.endswith(f" {label}") for label in cues.spoken("published_labels"))
    label = article.plain[paragraph.start : each.start]
    return len(label) <= _INTO and fold(label) in cues.spoken("published_labels")


def _ends_headline(article: Article, each: Dated, paragraph: Passage) -> bool:
    """Tell the weekday and day that a page puts behind a headline, with no word or mark that makes them part of it."""
    if each.weekday is None or each.end != paragraph.end or each.rule != "date":
        return False
    before = article.words_in(paragraph.start, each.start)[-1:]
    small = cues.small_words("connectors", None) | cues.small_words("speaks", None)
    return any(article.plain[word.end : each.start] == " " and word.folded not in small for word in before)


def _header(article: Article) -> Dated | None:
    """Read the date of publication in a header, its place being that in the article."""
    for name in ("published", "date"):
        if name in article.headers:
            value, start, end = article.headers[name]
            for found in islice(find_dates(read_article(f"published on {value}"), None, None), 1):
                return Dated(found.first, None, None, start, end, "header of the article")
    return None


def _says_when(article: Article, each: Dated) -> bool:
    """Tell a date that a sentence goes on from, after a comma: Le 15 avril 2025, en marge de."""
    return article.plain[each.end : each.end + 1] == ","
