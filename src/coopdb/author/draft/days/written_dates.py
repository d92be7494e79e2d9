"""Dates in words, as they are written: the name of a month, the days and the year beside it, and the weekday."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.pattern import pattern

_DAY = pattern(r"و?(\d{1,2})(?:er|st|nd|rd|th|re|e|o|a)?")
_YEAR = pattern(r"((?:19|20)\d\d)م?")
_GAP = 8  # characters before a year: de, or a comma
_APART = pattern(r"[,;:()]|\s[-–—]|[-–—]\s")  # between a number and a month to which it does not belong
_MARK = pattern(r"\.?\s*(?:[(,.;/–—-]|(?:de\s)?(?:19|20)\d\d)")  # behind the short name of a month
_ENDS = pattern(r"(?!\.\d)\s*(?:[,.;:)\n–—-]|(?:19|20)\d\d|$)")  # behind the last of several days
_COUNTED = pattern(
    r" (?:[a-z]+(?:al|or|er|an|gn|ew|ed) )?(?:[a-z]{3,}(?<![sui])s|(?:wo)?men|people|children)\b"
)  # 3 senior ministers
_ENDING = pattern(r"^:[ae](?=\s)")  # den 4:e maj
_ELSEWHERE = pattern(r"\n\s*\n")  # between the last number of a paragraph and a day that begins the next
_OF_DATE = pattern(r"\d{4}-\d\d-")  # before the day of a date in numbers: 2025-02-07
_AND = "و"  # and, which Arabic writes before a number
_REACH = 12  # words before a month that its days stand in
_SCRIPTS = ("/", "\\")  # between the two names that a month has in Arabic: نيسان/أبريل


class Read(NamedTuple):
    """A month with the days and the year that stand beside it, as they are written."""

    year: int | None
    month: int
    days: tuple[int, ...]
    weekday: int | None
    start: int
    end: int


def read_written(article: Article, language: str | None) -> Iterator[Read]:
    """Yield every date that is written with the name of a month, in the order of the text."""
    words, number = article.words, 0
    while number < len(words):
        size, month = _month_at(article, number)
        month = month or _short_month(article, number, language)
        found = _around(article, number, size, month, language) if month else None
        number = number + size
        if found:
            yield found
            while number < len(words) and words[number].start < found.end:
                number += 1


def _month_at(article: Article, number: int) -> tuple[int, int]:
    """Return how many words the name of a month has that stands here, and which it is; 0 for none."""
    if article.words[number].folded not in telling_words.first_words_of_months():
        return 1, 0
    here = article.words[number : number + 2]
    for size in (2, 1):
        name = " ".join(each.folded for each in here[:size])
        month = telling_words.months().get(name) if len(here) >= size else None
        if month and not (name in ("may", "march") and article.plain[here[0].start].islower()):
            return size, month
    return 1, 0


def _short_month(article: Article, number: int, language: str | None) -> int:
    """Return which month a short name is that stands between a day and a mark or a year; 0 for none."""
    words, here = article.words, article.words[number]
    month = telling_words.months_beside_days(language).get(here.folded, 0)
    if not month:  # as most words
        return 0
    before = words[number - 1] if number else here
    is_behind_day = _DAY.fullmatch(before.folded) and article.plain[before.end : here.start].isspace()
    return month if is_behind_day and _MARK.match(article.plain, here.end) else 0


def _around(article: Article, at: int, size: int, month: int, language: str | None) -> Read | None:
    """Read a date around the name of a month: days before it, or after it, and a year."""
    words, end = article.words, at + size - 1
    if end + 1 < len(words) and article.plain[words[end].end : words[end + 1].start].strip() in _SCRIPTS:
        again, same = _month_at(article, end + 1)
        end += again if same == month else 0
    days, first = _days_before(article, at)
    if not days and " ".join(each.folded for each in words[at : at + size]) in telling_words.english_months():
        days, end = _days_after(article, end, language)
    year, end = _year_after(words, end)
    if (not days and not year) or not all(1 <= day <= 31 for day in days):  # noqa: PLR2004  # 32 December is nothing
        return None
    weekday, first = _weekday_before(article, first) if days else (None, first)
    if weekday is not None and len(days) > 1:
        weekday, first = _first_weekday(article, weekday, first)
    return Read(year, month, days, weekday, words[first].start, words[end].end)


def _days_before(article: Article, at: int) -> tuple[tuple[int, ...], int]:
    """Read the days before a month: 5 et 6 décembre, 14 au 16 mai, 5, 6 and 7 May."""
    words, place, first, days = article.words, at - 1, at, list[int]()
    while place >= 0 and at - place < _REACH:
        gap = _ENDING.sub("", article.plain[words[place].end : words[first].start])
        found = None if _is_elsewhere(article, words[place], gap) else _DAY.fullmatch(words[place].folded)
        is_day = bool(days) or not _APART.search(gap)
        is_joined = words[first].folded.startswith(_AND)
        if found and is_day and (not days or is_joined or _links(gap, words[place + 1 : first], is_list=len(days) > 1)):
            days.insert(0, int(found[1]))
            first = place
        elif found or not (words[place].folded in _linking() if days else _is_before_month(article, words[place])):
            break
        place -= 1
    return tuple(days), first


def _is_elsewhere(article: Article, word: Word, gap: str) -> bool:
    """Tell a number of another paragraph, or of a date in numbers on the line before: 2025-02-07, then Den 4 maj."""
    return bool(_ELSEWHERE.search(gap) or _OF_DATE.match(article.plain, max(word.start - 8, 0), word.start))


def _of() -> frozenset[str]:
    return telling_words.words("of_dates")


@cache
def _linking() -> frozenset[str]:
    """Return the words of what stands between two days: y, y el, et le mardi, tot en met."""
    said = telling_words.words("to") | telling_words.words("and") | telling_words.weekdays().keys()
    return frozenset(word for each in said for word in each.split()) | cues.spoken("articles")


def _is_before_month(article: Article, word: Word) -> bool:
    """Tell what may stand between a day and its month: of, the e of 4:e oktober."""
    return word.folded in _of() or article.plain[word.start - 1 : word.start] == ":"


def _links(gap: str, between: Sequence[Word], *, is_list: bool) -> bool:
    """Tell whether two days belong together: by a dash, by a word, or by a comma before others that do."""
    if between:
        return True
    mark = gap.strip().removeprefix(".").strip()  # 4. – 6. Mai, 4./5. Mai
    marks = {"-": True, "–": True, "—": True, "/": "." in gap, ",": is_list, "": "و" in gap}
    return marks.get(mark, False)


def _days_after(article: Article, end: int, language: str | None) -> tuple[tuple[int, ...], int]:
    """Read a day, or a range of days, after a month, as English has them: June 18, June 18-20, June 18 to 20."""
    words, days = article.words, list[int]()
    if language not in ("en", None):
        return (), end
    for place in (end + 1, end + 2):
        found = _DAY.fullmatch(words[place].folded) if place < len(words) else None
        gap = article.plain[words[end].end : words[place].start] if found else ""
        if not found or gap.strip() not in (("-", "–") if days else ("", ".")) or "\n" in gap:
            break
        days.append(int(found[1]))
        end = place
    last = _last_after(article, days[0], end) if len(days) == 1 else None
    return ((days[0], last), end + 2) if last else (tuple(days), end)


def _last_after(article: Article, first: int, end: int) -> int | None:
    """Read the last of the days after a month behind a word: June 18 to 20, June 18 and 19; not: to 20 ships."""
    words = article.words[end : end + 3]
    found = _DAY.fullmatch(words[2].folded) if len(words) > 2 else None  # noqa: PLR2004  # a day, a word, a day
    if not found or article.plain[words[0].end : words[2].start].strip() != words[1].folded:
        return None
    last, said = int(found[1]), words[1].folded
    is_next = said in telling_words.of_language("and", "en") and last == first + 1
    is_next = is_next and not _COUNTED.match(article.plain, words[2].end)
    is_range = said in telling_words.of_language("to", "en") and last > first
    return last if is_next or (is_range and _ENDS.match(article.plain, words[2].end)) else None


def _year_after(words: tuple[Word, ...], end: int) -> tuple[int | None, int]:
    """Read the year after a day or a month, perhaps after a comma or de."""
    for place in (end + 1, end + 2):
        if place < len(words) and words[place].start - words[end].end < _GAP:
            if found := _YEAR.fullmatch(words[place].folded):
                return int(found[1]), place
            if words[place].folded not in _of():
                break
    return None, end


def weekday_near(article: Article, start: int) -> int | None:
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


def _first_weekday(article: Article, weekday: int, first: int) -> tuple[int, int]:
    """Read the weekday of the first of several days before that of the last: onsdag och torsdag den 22 och 23 maj."""
    links = telling_words.words("to") | telling_words.words("and")
    if first == 0 or article.words[first - 1].folded not in links:
        return weekday, first
    other, start = _weekday_before(article, first)
    return (weekday, first) if other is None else (other, start)


def _weekday(article: Article, here: tuple[Word, ...]) -> int | None:
    return telling_words.weekdays().get(
        telling_words.with_article(_spaced(article.plain[here[0].start : here[-1].end]))
    )


def _spaced(written: str) -> str:
    return written.replace("-", " ").replace("’", " ").replace("'", " ")
