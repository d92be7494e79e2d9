"""The dates that a text gives, in words or numbers, in any of its languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from coopdb.author.draft import cues
from coopdb.author.draft.text import Article, Word
from coopdb.text import fold

_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|re|e|o|a)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF = frozenset(["of", "de", "del", "da", "do", "den", "d", "the", "di"])
_AND = frozenset(["and", "et", "y", "e", "und", "och", "to", "au", "a", "bis", "till", "al", "و", "الي"])
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SLASHED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_GAP = 8  # characters before a year: de, or a comma


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text, as precise as it is given: `first` and `last` of a range, the weekday said, from where on.

    `has_year`: whether the text gives the year.
    """

    first: str
    last: str | None
    weekday: int | None
    start: int
    end: int
    rule: str

    @property
    def day(self) -> date | None:
        """The first day, when it is a whole day."""
        return date.fromisoformat(self.first) if len(self.first) == 10 else None  # noqa: PLR2004  # YYYY-MM-DD

    @property
    def fits(self) -> bool:
        """Tell whether the weekday that is said is that of the day."""
        return self.weekday is None or self.day is None or self.day.weekday() == self.weekday


@cache
def _months() -> Mapping[str, int]:
    return _numbered("months", 1)


@cache
def weekdays() -> Mapping[str, int]:
    """Map the names of weekdays, folded, to their numbers, Monday 0."""
    return _numbered("weekdays", 0)


def _numbered(name: str, first: int) -> Mapping[str, int]:
    """Map the names in every language, folded, to their numbers."""
    lists = cues.table()[name].values()
    numbered = (pair for names in lists for pair in enumerate(names, first))
    return {fold(name): number for number, names in numbered for name in names.split("|")}


def find_dates(article: Article, published: str | None) -> Iterator[Dated]:
    """Yield every date, those in words first."""
    words = article.words
    for number in range(len(words)):
        for size in (2, 1):
            here = words[number : number + size]
            month = _months().get(" ".join(each.folded for each in here))
            if month and len(here) == size:
                if found := _around(article, number, size, month, published):
                    yield found
                break
    for pattern, order in ((_ISO, (1, 2, 3)), (_SLASHED, (3, 2, 1))):
        for match in (m for p in article.paragraphs for m in pattern.finditer(article.plain, p.start, p.end)):
            year, month, day = (int(match[place]) for place in order)
            if made := _made(year, month, day):
                yield Dated(made, None, None, match.start(), match.end(), "date")


def _made(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _around(article: Article, at: int, size: int, month: int, published: str | None) -> Dated | None:
    """Read a date around the name of a month: days before it, or after it, and a year."""
    words = article.words
    days, first = _days_before(words, at)
    end = at + size - 1
    if not days:
        days, end = _days_after(article, end)
    year, end = _year_after(words, end)
    if not days and not year:
        return None
    weekday, first = _weekday_before(words, first)
    made = _iso(year, month, days, published)
    if not made:
        return None
    rule = "date" if year else "date without a year"
    return Dated(made[0], made[-1] if len(made) > 1 else None, weekday, words[first].start, words[end].end, rule)


def _days_after(article: Article, end: int) -> tuple[list[int], int]:
    """Read a day, or a range of days, after a month: June 18, June 18-20."""
    words, days = article.words, list[int]()
    for place in (end + 1, end + 2):
        found = _DAY.fullmatch(words[place].folded) if place < len(words) else None
        gap = article.plain[words[end].end : words[place].start] if found else ""
        if not found or (days and gap not in ("-", "–")) or "\n" in gap:
            break
        days.append(int(found[1]))
        end = place
    return days, end


def _year_after(words: tuple[Word, ...], end: int) -> tuple[int | None, int]:
    """Read the year after a day or a month, perhaps after a comma or de."""
    for place in (end + 1, end + 2):
        if place < len(words) and words[place].start - words[end].end < _GAP and _YEAR.fullmatch(words[place].folded):
            return int(words[place].folded), place
        if place < len(words) and words[place].folded not in _OF:
            break
    return None, end


def _iso(year: int | None, month: int, days: list[int], published: str | None) -> list[str]:
    """Write days as ISO has it; the year that is not said is that of the publication, or the year before."""
    if not days:
        return [f"{year:04}-{month:02}"]
    if year is None:
        if published is None:
            return []
        year = int(published[:4])
        if (made := _made(year, month, days[0])) and made > published:
            year -= 1
    found = [_made(year, month, day) for day in days]
    return found if all(found) else []


def _days_before(words: tuple[Word, ...], at: int) -> tuple[list[int], int]:
    """Read one day or two before a month: 5 et 6 décembre, 14 au 16 mai."""
    place, days = at - 1, list[int]()
    while place >= 0 and at - place < 6:  # noqa: PLR2004  # as far as a range goes
        word = words[place].folded
        found = _DAY.fullmatch(word)
        if found and len(days) < 2 and 1 <= int(found[1]) <= 31:  # noqa: PLR2004  # two days, of a month
            days.insert(0, int(found[1]))
            first = place
        elif not (word in _OF and not days) and not (word in _AND and len(days) == 1):
            break
        place -= 1
    return (days, first) if days else ([], at)


def _weekday_before(words: tuple[Word, ...], first: int) -> tuple[int | None, int]:
    for place in range(first - 1, max(first - 4, -1), -1):
        for size in (2, 1):
            name = " ".join(each.folded for each in words[max(place - size + 1, 0) : place + 1])
            if name in weekdays():
                return weekdays()[name], max(place - size + 1, 0)
    return None, first
