"""The day of a meeting: which of the dates that a text gives is the meeting's, if any."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import attrgetter

from coopdb.author.draft import cues
from coopdb.author.draft.dates import Dated, find_dates
from coopdb.author.draft.issued import find_issued
from coopdb.author.draft.names import Names
from coopdb.author.draft.relative import find_relative
from coopdb.author.draft.telling import Teller
from coopdb.author.draft.text import BACKGROUND, BODY, LEAD, TITLE, Article, read_article
from coopdb.author.draft.wording import Phrasing
from coopdb.record.dates import PartialDate, day_away, whole_day
from coopdb.text import fold

_DATELINE = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[–—:.(]|--?(?=\s))")
_AGENCY = re.compile(r"\([A-ZÀ-Þ][\w/ .-]{1,30},\s*")
_CERTAIN, _PLANNED = 3.0, 2.5
_ALONE, _INTO = 30, 40  # characters beside a date that stands alone, and before one that a report begins with
_OLD, _STALE = 7, 90  # days before the publication that an explicit day loses to "today", or is not taken for certain
_NEXT = 4.0  # what a date loses that they agreed to meet again on
_CLOSE = 3  # words between a date and its verb
_BY_RANK = {TITLE: 1.5, LEAD: 1.5, BODY: 0.5, BACKGROUND: -4.0}


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """What is known of the day: a date to be sure of, or candidates and why; `dates` in order; `told`: in full."""

    certain: Dated | None = None
    doubtful: tuple[str, ...] = ()
    why: str = "the text gives no day"
    published: Dated | None = None
    dates: tuple[Dated, ...] = ()
    told: tuple[Dated, ...] = ()

    def within(self, low: int, high: int) -> tuple[Dated, ...]:
        """Return the dates that begin in a part of the text."""
        first = bisect_left(self.dates, low, key=attrgetter("start"))
        return self.dates[first : bisect_left(self.dates, high, first, key=attrgetter("start"))]


def find_date(
    names: Names, wording: Phrasing, published: str | None, parties: Set[str], month: str | None = None
) -> MeetingDate:
    """Find the day of the meeting; `published` is an ISO day or None, `parties` are the countries that met.

    Where only the `month` of publication is known, it tells the year of a day without one.
    """
    article, language = names.article, wording.language
    notice = _published(article, tuple(find_dates(article, None, language))) or _header(article)
    known = published or (notice.first if notice and notice.day else None)
    told = tuple(find_dates(article, known or (month and PartialDate.of(month).latest.isoformat()), language))
    scored, dates = _scored(names, wording, told, known, parties)
    if issued := find_issued(names, wording, [each for _, each in scored], known):
        return MeetingDate(issued, published=notice, dates=dates, told=told)
    best = [each for score, each in scored if score >= _CERTAIN] or [
        each for score, each in scored if score >= _PLANNED and _is_to_come(article, each, known)
    ]
    if best and (doubt := _doubt(best, article)):
        return MeetingDate(None, doubt[1], doubt[0], notice, dates, told)
    if best:
        return MeetingDate(best[0], published=notice, dates=dates, told=told)
    maybe = tuple(dict.fromkeys(each.first for score, each in scored if score > 0))
    day = (known,) if known and known not in maybe else ()
    why = "the text gives no day of the meeting" if not maybe else "it is not certain that the meeting was on this day"
    return MeetingDate(None, (*maybe, *day), why, notice, dates, told)


def _is_to_come(article: Article, each: Dated, known: str | None) -> bool:
    """Tell a day of title or lead that is still to come: that of a meeting which is announced."""
    return article.rank_at(each.start) <= LEAD and known is not None and each.first >= known


def _doubt(certain: list[Dated], article: Article) -> tuple[str, tuple[str, ...]] | None:
    """Return why the best date is doubtful all the same, and what it may be."""
    best = certain[0]
    if not best.fits:
        return "the weekday does not fit the day", (best.first, *(_nearest(best) if best.day else ()))
    if best.others:
        return "the numbers may be either day", (best.first, *best.others)
    sentence = article.sentence_at(best.start)
    same = [each for each in certain if article.sentence_at(each.start) == sentence and not _within(each, best)]
    if same:
        return "the sentence gives several days", tuple(dict.fromkeys(each.first for each in (best, *same)))
    return None


def _within(one: Dated, other: Dated) -> bool:
    """Tell whether two dates agree: one is the other, a part of it, or less precise."""
    spans = [(each.first, each.last or each.first) for each in (one, other)]
    (low, high), (first, last) = spans
    return (
        (first <= low and high <= last)
        or (low <= first and last <= high)
        or first.startswith(low)
        or low.startswith(first)
    )


def _nearest(dated: Dated) -> Iterator[str]:
    """Yield the nearest days that are the weekday that is said."""
    day = dated.day or date.min
    for away in range(1, 4):
        for other in (day_away(day, -away), day_away(day, away)):
            if other and other.weekday() == dated.weekday:
                yield other.isoformat()


def _published(article: Article, dates: tuple[Dated, ...]) -> Dated | None:
    """Find the date of publication: in a header, a dateline, alone in a paragraph, or with an agency at the foot."""
    return next((each for each in dates if each.day and not each.others and _is_notice(article, each)), None)


def _is_notice(article: Article, each: Dated) -> bool:
    """Tell the date of a dateline, of a paragraph of its own, or after an agency: (APA/Reuters, 2.8.2015)."""
    paragraph = article.paragraph_at(each.start)
    if paragraph is None or each.last:
        return False
    before = article.plain[max(each.start - _INTO, paragraph.start) : each.start]
    if article.plain[each.end : each.end + 1] == ")" and re.search(rf"{_AGENCY.pattern}$", before):
        return True
    is_alone = paragraph.end - paragraph.start < each.end - each.start + _ALONE
    is_dateline = each.start - paragraph.start < _INTO and _DATELINE.match(article.plain, each.end)
    return paragraph.rank != TITLE and bool(is_alone or (is_dateline and not _says_when(article, each)))


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


def _scored(
    names: Names, wording: Phrasing, written: tuple[Dated, ...], known: str | None, parties: Set[str]
) -> tuple[list[tuple[float, Dated]], tuple[Dated, ...]]:
    """Score every day that the text gives, the likeliest first, but for that of the publication; return all too."""
    article, language = names.article, wording.language
    explicit = [each for each in written if not _is_notice(article, each)]
    published = date.fromisoformat(known) if known else None
    taken = [(each.start, each.end) for each in explicit]
    relative = [*find_relative(article, published, language, taken)] if published else []
    teller = Teller(article, language)
    scored = [(_score(names, teller, each, parties) - _again(wording, each), each) for each in (*explicit, *relative)]
    is_told_today = any(score >= _CERTAIN for score, each in scored if each in relative)
    aged = [(score - _age(each, published, is_told_today), each) for score, each in scored]
    return sorted(aged, key=lambda found: (-found[0], found[1].start)), tuple(
        sorted((*written, *relative), key=attrgetter("start"))
    )


def _again(wording: Phrasing, each: Dated) -> float:
    """Return what a date loses that is that of the next meeting."""
    return _NEXT if wording.says(wording.article.sentence_at(each.start), "meets_again") else 0


def _age(each: Dated, published: date | None, is_told_today: bool) -> float:  # noqa: FBT001  # a fact of the text
    """Return what an old date loses: an older one never beats today, one of a month ago is not that of the meeting."""
    if published is None:
        return 0
    last = each.last or each.first
    days = (published - (whole_day(last) or date.fromisoformat(f"{last}-28"))).days
    return 3.0 if is_told_today and days > _OLD else 2.0 if days > _STALE else 0


def _score(names: Names, teller: Teller, each: Dated, parties: Set[str]) -> float:
    """Score how likely a date is that of the meeting."""
    article = names.article
    rank = article.rank_at(each.start)
    sentence = article.sentence_at(each.start)
    told = teller.at(each.start, each.end)
    score = _BY_RANK[rank]
    score += {"meeting": 2.0, "other": -3.0, "older": -3.0}.get(told.kind, 0)
    score += 0.5 if told.kind == "meeting" and told.away <= _CLOSE else 0
    score += 1 if each.weekday is not None else 0
    score += 1 if article.says(sentence, "margins") else 0
    score -= 1 if told.is_future else 0
    score -= 3.5 if _refers_back(article, each) else 0
    score -= 3 if _is_of_others(names, each, parties) else 0
    return score - (1 if each.day is None and rank > LEAD else 0)


def _refers_back(article: Article, each: Dated) -> bool:
    """Tell a date of what was before: building on the agreement of, since, depuis."""
    sentence = article.sentence_at(each.start)
    before = f" {fold(article.plain[sentence.start : each.start])} "
    return cues.word_list("past").is_in(before)


def _is_of_others(names: Names, each: Dated, parties: Set[str]) -> bool:
    """Tell a sentence about another meeting: it names a country, and none of those that met."""
    sentence = names.article.sentence_at(each.start)
    here = (each for each in names.within(sentence.start, sentence.end) if sentence.start <= each.start < sentence.end)
    places = [each for each in here if each.kind != "organization" and len(each.keys) == 1]
    is_named = any(each.kind == "country" for each in places)
    return len(parties) > 1 and is_named and parties.isdisjoint(each.keys[0] for each in places)
