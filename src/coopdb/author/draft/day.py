"""The day of a meeting: which of the dates that a text gives is the meeting's, if any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice

from coopdb.author.draft import cues
from coopdb.author.draft.dates import Dated, find_dates, weekdays
from coopdb.author.draft.text import BACKGROUND, BODY, LEAD, TITLE, Article, Word, read_article
from coopdb.text import fold

_DATELINE = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[–—:.(]|--?(?=\s))")
_CERTAIN = 3.0
_ALONE, _INTO = 25, 40  # characters beside a date that stands alone, and before one that a report begins with
_BY_RANK = {TITLE: 2.0, LEAD: 2.0, BODY: 0.5, BACKGROUND: -4.0}


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """What is known of the day of the meeting: a date to be sure of, or candidates that are doubtful, and why."""

    certain: Dated | None = None
    doubtful: tuple[str, ...] = ()
    why: str = "the text gives no day"
    published: Dated | None = None


def find_date(article: Article, published: str | None) -> MeetingDate:
    """Find the day of the meeting; `published` is an ISO day or None."""
    dates = tuple(find_dates(article, published))
    notice = _published(article, dates) or _header(article)
    known = published or (notice.first if notice and len(notice.first) == 10 else None)  # noqa: PLR2004  # YYYY-MM-DD
    others = [each for each in dates if each is not notice]
    scored = sorted(((_score(article, each), -each.start, each) for each in others), key=lambda x: x[:2], reverse=True)
    best = next((each for score, _, each in scored if score >= _CERTAIN), None)
    if best and not best.fits:
        near = [best.first, *(_nearest(best) if best.day else ())]
        return MeetingDate(None, tuple(near), "the weekday does not fit the day", notice)
    if best:
        return MeetingDate(best, published=notice)
    if known and (relative := _relative(article, date.fromisoformat(known))):
        return MeetingDate(relative, published=notice)
    maybe = tuple(dict.fromkeys(each.first for score, _, each in scored if score > 0))
    told = (known,) if known and known not in maybe else ()
    why = "the text gives no day of the meeting" if not maybe else "it is not certain that the meeting was on this day"
    return MeetingDate(None, (*maybe, *told), why, notice)


def _nearest(dated: Dated) -> Iterator[str]:
    """Yield the nearest days that are the weekday that is said."""
    day = dated.day or date.min
    for away in range(1, 4):
        for other in (day - timedelta(away), day + timedelta(away)):
            if other.weekday() == dated.weekday:
                yield other.isoformat()


def _published(article: Article, dates: tuple[Dated, ...]) -> Dated | None:
    """Find the date of publication: in a header, a dateline, or alone in a paragraph."""
    for each in dates:
        paragraph = article.paragraph_at(each.start)
        if paragraph is None or paragraph.rank == TITLE:
            continue
        is_alone = paragraph.end - paragraph.start < each.end - each.start + _ALONE
        is_dateline = each.start - paragraph.start < _INTO and _DATELINE.match(article.plain, each.end)
        if each.last is None and (is_alone or (is_dateline and not _says_when(article, each))):
            return each
    return None


def _header(article: Article) -> Dated | None:
    """Read the date of publication in a header, its place being that in the article."""
    for name in ("published", "date"):
        if name in article.headers:
            value, start, end = article.headers[name]
            for found in islice(find_dates(read_article(f"published on {value}"), None), 1):
                return Dated(found.first, None, None, start, end, "header of the article")
    return None


def _says_when(article: Article, each: Dated) -> bool:
    """Tell a date that a sentence goes on from, after a comma: Le 15 avril 2025, en marge de."""
    return article.plain[each.end : each.end + 1] == ","


def _score(article: Article, each: Dated) -> float:
    """Score how likely a date is that of the meeting."""
    rank = article.rank_at(each.start)
    sentence = article.sentence_at(each.start)
    before = f" {fold(article.plain[sentence.start : each.start])} "
    score = _BY_RANK[rank]
    score += 2 if article.says(sentence, "meeting") else 0
    score += 1 if each.weekday is not None else 0
    score += 1 if article.says(sentence, "margins") else 0
    score -= 3.5 if cues.pattern("past").search(before) else 0
    return score - (1 if each.day is None and rank > LEAD else 0)


def _relative(article: Article, published: date) -> Dated | None:
    """Resolve today, yesterday and weekdays in sentences about the meeting, from the day of publication."""
    for passage in article.sentences:
        if passage.rank < BODY or (passage.rank == BODY and article.says(passage, "meeting")):
            words = article.words_in(passage.start, passage.end)
            for number, word in enumerate(words):
                if found := _day_of(words, number, published):
                    return Dated(found[0].isoformat(), None, None, word.start, word.end, found[1])
    return None


@cache
def _relative_days() -> tuple[tuple[int, frozenset[str]], ...]:
    """Return the words for days that are so many days away, folded."""
    return tuple((int(back), frozenset(map(fold, said))) for back, said in cues.table()["relative"].items())


def _day_of(words: tuple[Word, ...], number: int, published: date) -> tuple[date, str] | None:
    """Resolve the word at a place, with the one after it."""
    names = words[number].folded, " ".join(each.folded for each in words[number : number + 2])
    for back, said in _relative_days():
        if not said.isdisjoint(names):
            return published + timedelta(back), "relative to the publication"
    weekday = weekdays().get(names[1], weekdays().get(names[0]))
    before = " ".join(word.folded for word in words[max(0, number - 4) : number])
    if weekday is None or cues.pattern("past").search(before):
        return None
    return published - timedelta((published.weekday() - weekday) % 7), "weekday before the publication"
