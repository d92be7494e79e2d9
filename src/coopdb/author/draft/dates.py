"""The dates that a text gives in words or numbers, in any of its languages: days, months, and ranges of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from coopdb.author.draft import telling_words
from coopdb.author.draft.text import Article, Word
from coopdb.text import fold

_DAY = re.compile(r"و?(\d{1,2})(?:er|st|nd|rd|th|re|e|o|a)?")
_YEAR = re.compile(r"((?:19|20)\d\d)م?")
_OF = frozenset(["of", "de", "del", "da", "do", "den", "d", "the", "di", "von", "عام", "سنه", "لسنه"])
_CENTURY = "(?:[1١][9٩]|[2٢][0٠])"
_ISO = re.compile(rf"(?<![\d/.-])({_CENTURY}\d{{2}})([-/])(\d{{1,2}})\2(\d{{1,2}})(?![\d/-])")
_NUMBERS = re.compile(rf"(?<![\d/.-])(\d{{1,2}})([./-])(\d{{1,2}})\2({_CENTURY}\d{{2}})(?![\d/-])")
_GAP = 8  # characters before a year: de, or a comma
_APART = re.compile(r"[,;:()]|\s[-–—]|[-–—]\s")  # between a number and a month that it is no day of
_REACH = 6  # words before a month that its days stand in
_AHEAD, _BACK = 60, 305  # days after the publication, and before it, that a day without a year may be
_SCRIPTS = "/\\"  # between the two names that a month has in Arabic: نيسان/أبريل


@dataclass(frozen=True, slots=True)
class Dated:
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
        return date.fromisoformat(self.first) if len(self.first) == 10 else None  # noqa: PLR2004  # YYYY-MM-DD

    @property
    def fits(self) -> bool:
        """Tell whether the weekday that is said is that of the day."""
        return self.weekday is None or self.day is None or self.day.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class _Read:
    """A month with the days and the year that stand beside it, as they are written."""

    year: int | None
    month: int
    days: tuple[int, ...]
    weekday: int | None
    start: int
    end: int


def find_dates(article: Article, published: str | None, language: str | None) -> Iterator[Dated]:
    """Yield every date, those in words first. A day without a year takes it from the publication."""
    day = date.fromisoformat(published) if published else None
    yield from _joined(article, [*_in_words(article, language)], day)
    for pattern, read in ((_ISO, _iso), (_NUMBERS, _numbers)):
        for match in (m for p in article.paragraphs for m in pattern.finditer(article.plain, p.start, p.end)):
            if choices := tuple(dict.fromkeys(filter(None, read(match, language)))):
                weekday = _weekday_near(article, match.start())
                yield _chosen(Dated(choices[0], None, weekday, *match.span(), "date", choices[1:]))


def _chosen(dated: Dated) -> Dated:
    """Let the weekday that is said decide between two days."""
    fitting = [each for each in (dated.first, *dated.others) if replace(dated, first=each).fits]
    return replace(dated, first=fitting[0], others=()) if dated.weekday is not None and fitting else dated


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


def _in_words(article: Article, language: str | None) -> Iterator[_Read]:
    words, number = article.words, 0
    while number < len(words):
        size, month = _month_at(article, number)
        found = _around(article, number, size, month, language) if month else None
        number = number + size
        if found:
            yield found
            while number < len(words) and words[number].start < found.end:
                number += 1


def _month_at(article: Article, number: int) -> tuple[int, int]:
    """Return how many words the name of a month has that stands here, and which it is; 0 for none."""
    here = article.words[number : number + 2]
    for size in (2, 1):
        name = " ".join(each.folded for each in here[:size])
        month = telling_words.months().get(name) if len(here) >= size else None
        if month and not (name in ("may", "march") and article.plain[here[0].start].islower()):
            return size, month
    return 1, 0


def _around(article: Article, at: int, size: int, month: int, language: str | None) -> _Read | None:
    """Read a date around the name of a month: days before it, or after it, and a year."""
    words, end = article.words, at + size - 1
    if end + 1 < len(words) and article.plain[words[end].end : words[end + 1].start] in _SCRIPTS:
        again, same = _month_at(article, end + 1)
        end += again if same == month else 0
    days, first = _days_before(article, at)
    if not days and " ".join(each.folded for each in words[at : at + size]) in telling_words.english_months():
        days, end = _days_after(article, end, language)
    year, end = _year_after(words, end)
    if (not days and not year) or not all(1 <= day <= 31 for day in days):  # noqa: PLR2004  # 32 December is nothing
        return None
    weekday, first = _weekday_before(article, first) if days else (None, first)
    return _Read(year, month, days, weekday, words[first].start, words[end].end)


def _days_before(article: Article, at: int) -> tuple[tuple[int, ...], int]:
    """Read the days before a month: 5 et 6 décembre, 14 au 16 mai, 5, 6 and 7 May."""
    words, place, first, days = article.words, at - 1, at, list[int]()
    while place >= 0 and at - place < _REACH:
        found = _DAY.fullmatch(words[place].folded)
        gap = article.plain[words[place].end : words[first].start]
        is_day = bool(days) or not _APART.search(gap)
        if found and is_day and (not days or _links(gap, words[place + 1 : first], is_list=len(days) > 1)):
            days.insert(0, int(found[1]))
            first = place
        elif found or words[place].folded not in (_linking() if days else _OF):
            break
        place -= 1
    return tuple(days), first


def _linking() -> frozenset[str]:
    return telling_words.words("to") | telling_words.words("and")


def _links(gap: str, between: Sequence[Word], *, is_list: bool) -> bool:
    """Tell whether two days belong together: by a dash, by a word, or by a comma before others that do."""
    if between:
        return True
    mark = gap.strip()
    return mark in ("-", "–", "—") or (mark == "," and is_list) or (mark == "" and "و" in gap)


def _days_after(article: Article, end: int, language: str | None) -> tuple[tuple[int, ...], int]:
    """Read a day, or a range of days, after a month, as English has them: June 18, June 18-20."""
    words, days = article.words, list[int]()
    if language not in ("en", None):
        return (), end
    for place in (end + 1, end + 2):
        found = _DAY.fullmatch(words[place].folded) if place < len(words) else None
        gap = article.plain[words[end].end : words[place].start] if found else ""
        if not found or gap.strip() not in (("-", "–") if days else ("",)) or "\n" in gap:
            break
        days.append(int(found[1]))
        end = place
    return tuple(days), end


def _year_after(words: tuple[Word, ...], end: int) -> tuple[int | None, int]:
    """Read the year after a day or a month, perhaps after a comma or de."""
    for place in (end + 1, end + 2):
        if place < len(words) and words[place].start - words[end].end < _GAP:
            if found := _YEAR.fullmatch(words[place].folded):
                return int(found[1]), place
            if words[place].folded not in _OF:
                break
    return None, end


def _weekday_near(article: Article, start: int) -> int | None:
    """Return the weekday said just before a place."""
    words = article.words_in(max(start - 24, 0), start)
    return next((day for word in words[-3:] if (day := _weekday(article, (word,))) is not None), None)


def _weekday_before(article: Article, first: int) -> tuple[int | None, int]:
    words = article.words
    for place in range(first - 1, max(first - 4, -1), -1):
        for size in (2, 1):
            here = words[max(place - size + 1, 0) : place + 1]
            if (day := _weekday(article, here)) is not None:
                return day, max(place - size + 1, 0)
    return None, first


def _weekday(article: Article, here: tuple[Word, ...]) -> int | None:
    return telling_words.weekdays().get(
        telling_words.with_article(_spaced(article.plain[here[0].start : here[-1].end]))
    )


def _spaced(written: str) -> str:
    return written.replace("-", " ").replace("’", " ").replace("'", " ")


def _joined(article: Article, reads: list[_Read], published: date | None) -> Iterator[Dated]:
    """Yield the dates, those of a range as one: 30 May to 2 June 2024."""
    reads.sort(key=lambda each: each.start)
    ranges = {number for number, (one, other) in enumerate(pairwise(reads)) if _is_range(article, one, other)}
    for number, read in enumerate(reads):
        whole = _end_of(read, reads[number + 1], published) if number in ranges else None
        found = whole or _resolved(read, published)
        if found and number - 1 not in ranges:
            yield found


def _is_range(article: Article, one: _Read, other: _Read) -> bool:
    """Tell a range by what stands between two dates: a dash or a word, or `and` between days that follow each other."""
    gap = article.plain[one.end : other.start]
    if len(gap) > 12 or bool(one.days) != bool(other.days):  # noqa: PLR2004  # jusqu'au
        return False
    words = [word for word in fold(gap).split() if word not in _OF and word not in ("le", "el", "dem")]
    if gap.strip() in ("-", "–", "—") or (words and " ".join(words) in telling_words.words("to")):
        return True
    return " ".join(words) in telling_words.words("and") and _follow(one, other)


def _follow(one: _Read, other: _Read) -> bool:
    year = other.year or 2000
    made = _made(one.year or year, one.month, one.days[-1]) if one.days else ""
    return bool(made) and (date.fromisoformat(made) + timedelta(1)).isoformat() == _made(
        year, other.month, other.days[0]
    )


def _end_of(one: _Read, other: _Read, published: date | None) -> Dated | None:
    """Join two dates to a range: the year stands with the last, and is the one before for a December before a March."""
    last = _resolved(other, published)
    if last is None:
        return None
    year = one.year or int(last.first[:4]) - (one.month > other.month)
    first = _resolved(replace(one, year=year), published)
    end = last.last or last.first
    if first is None or first.first >= end:
        return None
    return replace(first, last=end, end=other.end, rule=last.rule)


def _resolved(read: _Read, published: date | None) -> Dated | None:
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


def _nearest_year(read: _Read, published: date | None) -> int | None:
    """Return the year of a day that has none: the one that makes it a recent day, or one soon to come."""
    if published is None:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        made = _made(year, read.month, read.days[0])
        if made and -_BACK < (date.fromisoformat(made) - published).days <= _AHEAD:
            return year
    return None
