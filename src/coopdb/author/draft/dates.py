"""The day of a meeting: every date that a text gives, and which of them is the meeting's, if any."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
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
_DATELINE = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:[–—:.(]|--?(?=\s))")
_CERTAIN = 3.0


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


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """What is known of the day of the meeting: a date to be sure of, or candidates that are doubtful, and why."""

    certain: Dated | None = None
    doubtful: tuple[str, ...] = ()
    why: str = "the text gives no day"
    published: Dated | None = None


@cache
def _months() -> Mapping[str, int]:
    lists = cues.table()["months"].values()
    return {
        fold(name): number for months in lists for number, names in enumerate(months, 1) for name in names.split("|")
    }


@cache
def _weekdays() -> Mapping[str, int]:
    lists = cues.table()["weekdays"].values()
    return {fold(name): number for days in lists for number, names in enumerate(days) for name in names.split("|")}


def find_date(article: Article, published: str | None) -> MeetingDate:
    """Find the day of the meeting; `published` is an ISO day or None."""
    dates = tuple(_dates(article, published))
    notice = _published(article, dates)
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


def _dates(article: Article, published: str | None) -> Iterator[Dated]:
    """Yield every date, in the order of the text."""
    words = article.words
    for number, word in enumerate(words):
        for size in (2, 1):
            name = " ".join(each.folded for each in words[number : number + size])
            if name in _months() and (size == 1 or number + 1 < len(words)):
                if found := _around(article, words, number, size, _months()[name], published):
                    yield found
                break
    for found in _ISO.finditer(article.plain):
        if dated := _made(int(found[1]), int(found[2]), int(found[3])):
            yield Dated(dated, None, None, found.start(), found.end(), "date")
    for found in _SLASHED.finditer(article.plain):
        if dated := _made(int(found[3]), int(found[2]), int(found[1])):
            yield Dated(dated, None, None, found.start(), found.end(), "date")


def _made(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _around(
    article: Article, words: tuple[Word, ...], at: int, size: int, month: int, published: str | None
) -> Dated | None:
    """Read a date around the name of a month: days before it, or one after it, and a year."""
    written = article.plain[words[at].start : words[at + size - 1].end]
    before, first = _days_before(words, at)
    after, end = at + size, at + size - 1
    days = before
    if (
        not days
        and after < len(words)
        and (found := _DAY.fullmatch(words[after].folded))
        and not _YEAR.fullmatch(words[after].folded)
    ):
        days, end, after = [int(found[1])], after, after + 1
        if (
            after < len(words)
            and (more := _DAY.fullmatch(words[after].folded))
            and article.plain[words[end].end : words[after].start] in "-–"
            and article.plain[words[end].end : words[after].start]
        ):
            days, end, after = [*days, int(more[1])], after, after + 1
    skip = after + 1 if after < len(words) and words[after].folded in _OF else after
    year = (
        int(words[skip].folded)
        if skip < len(words) and _YEAR.fullmatch(words[skip].folded) and words[skip].start - words[end].end < 8
        else None
    )  # noqa: PLR2004  # de, or a comma
    end = skip if year else end
    if not days and (not year or (not written[0].isupper() and written.isascii() and len(written) < 4)):  # noqa: PLR2004  # may, mai
        return None
    weekday, first = _weekday_before(words, first)
    text = _iso(year, month, days, published)
    if not text:
        return None
    return Dated(
        text[0],
        text[-1] if len(text) > 1 else None,
        weekday,
        words[first].start,
        words[end].end,
        "date" if year else "date without a year",
    )


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
            if name in _weekdays():
                return _weekdays()[name], max(place - size + 1, 0)
    return None, first


def _published(article: Article, dates: tuple[Dated, ...]) -> Dated | None:
    """Find the date of publication: in a header, a dateline, or alone in a paragraph."""
    for each in dates:
        paragraph = next((p for p in article.paragraphs if p.start <= each.start < p.end), None)
        if paragraph is None or paragraph.rank == 0:
            continue
        is_alone = paragraph.end - paragraph.start < each.end - each.start + 25
        is_dateline = each.start - paragraph.start < 40 and _DATELINE.match(article.plain, each.end)  # noqa: PLR2004  # a city
        if each.last is None and (is_alone or (is_dateline and not _says_when(article, each))):
            return each
    return None


def _says_when(article: Article, each: Dated) -> bool:
    """Tell a date that a sentence goes on from: Le 15 avril 2025, en marge de …"""
    return article.plain[each.end : each.end + 1] == ","


def _score(article: Article, each: Dated) -> float:
    """Score how likely a date is that of the meeting."""
    rank = article.rank_at(each.start)
    sentence = article.sentence_at(each.start)
    before, whole = (
        f" {fold(article.plain[sentence.start : each.start])} ",
        f" {fold(article.plain[sentence.start : sentence.end])} ",
    )
    score = {0: 2.0, 1: 2.0, 2: 0.5, 3: -4.0}[rank]
    score += 2 if cues.pattern("meeting").search(whole) else 0
    score += 1 if each.weekday is not None else 0
    score += 1 if cues.pattern("margins").search(whole) else 0
    score -= 3.5 if cues.pattern("past").search(before) else 0
    score -= 2 if len(each.first) == 4 else 0  # noqa: PLR2004  # only a year
    return score - (1 if len(each.first) == 7 and rank > 1 else 0)  # noqa: PLR2004  # only a month


def _relative(article: Article, published: date) -> Dated | None:
    """Resolve today, yesterday and weekdays in sentences about the meeting, from the day of publication."""
    words = article.words
    for passage in article.sentences:
        if passage.rank > 2 or (passage.rank == 2 and not cues.pattern("meeting").search(fold(article.text(passage)))):  # noqa: PLR2004  # background
            continue
        here = [word for word in words if passage.start <= word.start < passage.end]
        for number, word in enumerate(here):
            name, two = word.folded, " ".join(each.folded for each in here[number : number + 2])
            for back, names in cues.table()["relative"].items():
                if {name, two} & set(map(fold, names)):
                    day = published + timedelta(int(back))
                    return Dated(day.isoformat(), None, None, word.start, word.end, "relative to the publication")
            weekday = _weekdays().get(two, _weekdays().get(name))
            if weekday is not None and not cues.pattern("past").search(
                " ".join(w.folded for w in here[max(0, number - 4) : number])
            ):
                day = published - timedelta((published.weekday() - weekday) % 7)
                return Dated(day.isoformat(), None, weekday, word.start, word.end, "weekday before the publication")
    return None
