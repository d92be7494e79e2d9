"""The dates that a text gives in words or numbers, in any of its languages: days, months, and ranges of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from coopdb.author.draft.days.written_dates import Read, read_written, weekday_near
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import telling_words
from coopdb.pattern import pattern
from coopdb.record.dates import day_away, whole_day, year_of
from coopdb.text import fold

_CENTURY = "(?:[1١][9٩]|[2٢][0٠])"
_ISO = pattern(rf"(?<![\d/.-])({_CENTURY}\d{{2}})([-/])(\d{{1,2}})\2(\d{{1,2}})(?![\d/-])")
_NUMBERS = pattern(rf"(?<![\d/.-])(\d{{1,2}})([./-])(\d{{1,2}})\2({_CENTURY}\d{{2}})(?![\d/-])")
# 26-27/7/2022, 26.–27.07.2022, 26/7/2022 - 27/7/2022, 26/7-2/8/2022
_NUMBER_RANGE = pattern(
    rf"(?<![\d/.-])(\d{{1,2}})(?:([./])(\d{{1,2}})(?:\2({_CENTURY}\d{{2}}))?)?\.?\s?[-–—]\s?"
    rf"(\d{{1,2}})([./])(\d{{1,2}})\6({_CENTURY}\d{{2}})(?![\d/-])"
)
_WITHOUT_YEAR = pattern(
    r"(?:\b(?:am|vom|zum|bis|den|dem|der)\s|(?P<comma>,\s)|(?P<open>\())(?P<day>\d{1,2})(?:\.\s?(?P<month>\d{1,2})\.|/(?P<other>\d{1,2}))(?!\s?\d)"
)
EXPLICIT = ("date", "date without a year")
_AHEAD, _BACK = 60, 305  # days after the publication, and before it, that a day without a year may be


class Dated(NamedTuple):
    """A date in the text, as precise as it is given: `first` and `last` of a range, the weekday said, from where on.

    `others`: what the same words may mean as well.
    """

    first: str
    last: str | None
    weekday: int | None
    start: int
    end: int
    rule: str
    others: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The first day, when it is a whole day."""
        return whole_day(self.first)

    @property
    def fits(self) -> bool:
        """Tell whether the weekday that is said is that of the day."""
        return self.weekday is None or self.day is None or self.day.weekday() == self.weekday


def dates_within(dates: Sequence[Dated], low: int, high: int) -> tuple[Dated, ...]:
    """Return which of dates in order begin in a part of the text."""
    first = bisect_left(dates, low, key=attrgetter("start"))
    return (*dates[first : bisect_left(dates, high, first, key=attrgetter("start"))],)


def find_dates(article: Article, published: str | None, language: str | None) -> Iterator[Dated]:
    """Yield every date, those in words first. A day without a year takes it from the publication."""
    day = date.fromisoformat(published) if published else None
    yield from _joined(article, [*read_written(article, language)], day)
    ranges = [*_number_ranges(article, language)]
    yield from ranges
    starts = [each.start for each in ranges]
    begun = frozenset(starts)
    for dates, read in ((_ISO, _iso), (_NUMBERS, _numbers)):
        for match in (m for p in article.paragraphs for m in dates.finditer(article.plain, p.start, p.end)):
            before = bisect_right(starts, match.start())
            is_in_range = before > 0 and match.start() < ranges[before - 1].end
            choices = () if is_in_range else tuple(dict.fromkeys(filter(None, read(match, language))))
            if choices:
                weekday = weekday_near(article, match.start())
                yield _chosen(Dated(choices[0], None, weekday, *match.span(), "date", choices[1:]))
    if day and language != "en":
        yield from (each for each in _without_year(article, day) if each.start not in begun)


def _number_ranges(article: Article, language: str | None) -> Iterator[Dated]:
    """Yield the ranges in numbers; not where the month may stand first: 05/04/2024 - 07/04/2024 in English."""
    for match in (m for p in article.paragraphs for m in _NUMBER_RANGE.finditer(article.plain, p.start, p.end)):
        day, _, month, first_year, last, mark, end_month, year = match.groups()
        first = _made(int(first_year or year), int(month or end_month), int(day))
        end = _made(int(year), int(end_month), int(last))
        is_either = mark == "/" and language in ("en", None) and bool(_made(int(year), int(last), int(end_month)))
        has_point = article.plain.startswith(".", match.end(3))  # not: 3.2-4.5.2022
        is_number = match[2] == "." and not first_year and not has_point
        if first and end and first < end and not (month and is_either) and not is_number:
            yield Dated(first, end, weekday_near(article, match.start()), *match.span(), "date")


def _without_year(article: Article, published: date) -> Iterator[Dated]:
    """Yield the days that two numbers stand for, the second of which is the month: am 14.5., (14/05)."""
    for match in (m for p in article.paragraphs for m in _WITHOUT_YEAR.finditer(article.plain, p.start, p.end)):
        start, end = match.start("day"), match.end()
        if match["other"] and not (match["open"] and article.plain.startswith(")", end)):
            continue
        if match["comma"] and weekday_near(article, start) is None:  # Montag, 7.10.
            continue
        month, weekday = int(match["month"] or match["other"]), weekday_near(article, start)
        found = _resolved(Read(None, month, (int(match["day"]),), weekday, start, end), published) if month else None
        if found:
            yield found


def _chosen(dated: Dated) -> Dated:
    """Let the weekday that is said decide between two days."""
    fitting = [each for each in (dated.first, *dated.others) if dated._replace(first=each).fits]
    return dated._replace(first=fitting[0], others=()) if dated.weekday is not None and fitting else dated


def _iso(match: re.Match[str], _: str | None) -> Iterator[str]:
    yield _made(int(match[1]), int(match[3]), int(match[4]))


def _numbers(match: re.Match[str], language: str | None) -> Iterator[str]:
    """Yield the days that numbers mean: in English the month may stand first, 05/04/2024."""
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    yield _made(year, other, one)
    if match[2] != "." and language in ("en", None) and match[0].isascii():
        yield _made(year, one, other)


def _made(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _joined(article: Article, reads: list[Read], published: date | None) -> Iterator[Dated]:
    """Yield the dates, those of a range as one: 30 May to 2 June 2024."""
    reads.sort(key=lambda each: each.start)
    ranges = {number for number, (one, other) in enumerate(pairwise(reads)) if _is_range(article, one, other)}
    for number, read in enumerate(reads):
        whole = _end_of(read, reads[number + 1], published) if number in ranges else None
        found = whole or _resolved(read, published)
        if found and number - 1 not in ranges:
            yield found


def _is_range(article: Article, one: Read, other: Read) -> bool:
    """Tell a range by what stands between two dates: a dash or a word, or `and` between days that follow each other."""
    gap = article.plain[one.end : other.start]
    if len(gap) > 12 or bool(one.days) != bool(other.days):  # noqa: PLR2004  # jusqu'au
        return False
    words = [word for word in fold(gap).split() if word not in telling_words.words("of_dates")]
    if gap.strip() in ("-", "–", "—") or (words and " ".join(words) in telling_words.words("to")):
        return True
    return " ".join(words) in telling_words.words("and") and _follow(one, other)


def _follow(one: Read, other: Read) -> bool:
    year = other.year or 2000
    made = _made(one.year or year, one.month, one.days[-1]) if one.days else ""
    after = day_away(date.fromisoformat(made), 1) if made else None
    return after is not None and after.isoformat() == _made(year, other.month, other.days[0])


def _end_of(one: Read, other: Read, published: date | None) -> Dated | None:
    """Join two dates to a range: the year stands with the last, and is the one before for a December before a March."""
    last = _resolved(other, published)
    if last is None:
        return None
    year = one.year or int(year_of(last.first)) - (one.month > other.month)
    first = _resolved(one._replace(year=year), published)
    end = last.last or last.first
    if first is None or first.first >= end:
        return None
    return first._replace(last=end, end=other.end, rule=last.rule)


def _resolved(read: Read, published: date | None) -> Dated | None:
    rule = "date" if read.year else "date without a year"
    if not read.days:
        month = f"{read.year:04}-{read.month:02}"
        return Dated(month, None, None, read.start, read.end, rule) if read.year else None
    year = read.year or _nearest_year(read, published)
    days = [_made(year, read.month, day) for day in read.days] if year else []
    if not days or not all(days) or days != sorted(days):
        return None
    last = days[-1] if len(days) > 1 else None
    return Dated(days[0], last, read.weekday, read.start, read.end, rule)


def _nearest_year(read: Read, published: date | None) -> int | None:
    """Return the year of a day that has none: the one that makes it a recent day, or one soon to come."""
    if published is None:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        made = _made(year, read.month, read.days[0])
        if made and -_BACK < (date.fromisoformat(made) - published).days <= _AHEAD:
            return year
    return None
