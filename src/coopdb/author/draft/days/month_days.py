"""Days of the month that stand without their month: on the 24th, no dia 5, am 24., الخامس من الشهر."""

import re
from collections.abc import Mapping, Sequence, Set
from datetime import date
from functools import cache

from coopdb.author.draft.days.dates import Dated
from coopdb.author.draft.days.written_dates import weekday_near
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import telling_words
from coopdb.pattern import pattern
from coopdb.record.dates import day_away
from coopdb.text import fold

_APART = 62  # days in which each day of the month has been: from one 31st to the next but one
_DAY = pattern(r"(\d{1,2})(st|nd|rd|th|e|:[ae]|\.(?!\d))?(?![\w:]|[.,/-]\d)")
_PAUSE = pattern(r"\s*(?:[,;:)–—\n]|\.(?:\s|$)|$)")  # behind a day: a number with a noun behind it counts something
_BREAK = pattern(r"\s*[,.;:(–—]")
_TO = 2  # words from the first day of several to the last: 23 a 25
_BEHIND = 5  # words behind a day that say which month it is of: من هذا الشهر الجاري
NUMBER_RULE = "day of the month near the publication"


def nearest_day(
    published: date,
    number: int,
    *,
    weekday: int | None = None,
    months: tuple[int, ...] = (),
    is_ahead: bool | None = None,
) -> tuple[date, ...]:
    """Return which days a day of the month may be that stands without its month, the nearest to the publication first.

    It is the last such day up to the publication, or the first from it on: whoever means another one says its month.
    A weekday beside it leaves the day that it fits, whatever the tense; else what was held leaves the last one, and
    what is to come the first. The day is certain only where one is left: the last 5th and the next are but a month
    apart, so that the nearer one is only likely. Where none fits the weekday, the nearest is told, which does not fit.
    """
    both = (_first(published, number, step) for step in (-1, 1))
    days = {each for each in both if each and (not months or each.month in months)}
    near = sorted(days, key=lambda each: abs((each - published).days))
    if weekday is not None:
        near = [each for each in near if each.weekday() == weekday] or near[:1]
    told = [each for each in near if is_ahead is None or each == published or (each > published) == is_ahead]
    return tuple(told if len(near) > 1 else near)


def _first(published: date, number: int, step: int) -> date | None:
    days = (day_away(published, step * away) for away in range(_APART))
    return next((each for each in days if each and each.day == number), None)


def find_month_day(teller: Teller, number: int, published: date) -> Dated | None:
    """Read the day at a word: behind `dia`, as an ordinal before a pause, or before what says of which month it is."""
    article, word = teller.article, teller.article.words[number]
    day, end, is_ordinal = _number(article, number)
    if not day:
        return None
    sentence = article.sentence_at(word.start)
    before = [each.folded for each in article.words[max(number - 2, 0) : number]]
    behind = [each.folded for each in article.words_in(end, sentence.end)[:_BEHIND]]
    is_counted = not telling_words.words("before_numbers").isdisjoint(before[-1:])
    is_behind = is_ordinal and not {" ".join(before), *before[-1:]}.isdisjoint(telling_words.words("before_ordinals"))
    is_alone = end >= sentence.end or _BREAK.match(article.plain, end) or _begins(behind, "behind_ordinals")
    is_of_row = not telling_words.words("of_a_row").isdisjoint(behind[:1])
    if not (_is_of_this_month(behind) or (is_behind and is_alone) or (is_counted and not is_of_row)):
        return None
    start = article.words[number - 1].start if is_counted else word.start
    is_ahead = _is_ahead(teller, start, end, {*before, *behind[:1]})
    weekday = weekday_near(article, start)
    found = dated(nearest_day(published, day, weekday=weekday, is_ahead=is_ahead), weekday, start, end)
    return _from_first(article, number, found) if found else None


def _from_first(article: Article, number: int, last: Dated) -> Dated:
    """Return the days up to one before which the first of them stands: de 23 a 25 deste mês, du 3 au 5 du mois."""
    if number < _TO or last.day is None or last.others:
        return last
    (first, _, _), link = _number(article, number - _TO), article.words[number - 1].folded
    is_row = link in telling_words.words("to") | telling_words.words("and")
    if not is_row or not 0 < first < last.day.day:
        return last
    start = article.words[number - _TO].start
    return last._replace(first=last.day.replace(day=first).isoformat(), last=last.first, start=start)


def find_numbered(teller: Teller, start: int, end: int, weekday: int, published: date) -> Dated | None:
    """Read the day behind a weekday: nesta sexta (27), Friday 14; a bare number only where the weekday fits."""
    plain = teller.article.plain
    found = _beside_weekday().match(plain, end, end + 12)
    if not found:
        return None
    comma, opened, number, month, point, closed = found.groups()
    if bool(opened) != bool(closed):
        return None
    if comma and not (opened or month or point or _PAUSE.match(plain, found.end())):
        return None  # on Friday, 13 companies
    months, is_ahead = (int(month),) if month else (), _is_ahead(teller, start, found.end(), set())
    days = nearest_day(published, int(number), weekday=weekday, months=months, is_ahead=is_ahead)
    is_said = bool(days) and (bool(opened) or days[0].weekday() == weekday)
    return dated(days, weekday, start, found.end()) if is_said else None


def dated(days: tuple[date, ...], weekday: int | None, start: int, end: int) -> Dated | None:
    """Return a day of the month with what else it may be."""
    first, *others = (each.isoformat() for each in days) if days else ("",)
    return Dated(first, None, weekday, start, end, NUMBER_RULE, tuple(others)) if first else None


def _number(article: Article, number: int) -> tuple[int, int, bool]:
    """Return the day that words stand for, where they end, and whether it is an ordinal; 0 for none."""
    words = article.words[number : number + 2]
    if not begins_number(words[0].folded):
        return 0, 0, False
    for size in (2, 1):
        if day := _ordinals().get(" ".join(each.folded for each in words[:size])):
            return day, words[:size][-1].end, True
    found = _DAY.match(article.plain, words[0].start, article.sentence_at(words[0].start).end)
    return (int(found[1]), found.end(), bool(found[2])) if found else (0, 0, False)


def begins_number(folded: str) -> bool:
    """Tell the first word of a day of the month: 5, fifth, primero."""
    return folded[:1].isdigit() or folded in _ordinal_heads()


@cache
def _ordinals() -> Mapping[str, int]:
    """Map the words for the days of a month, folded, to their numbers."""
    lists = (table.get("days_of_month", ()) for table in telling_words.telling_tables().values())
    numbered = (pair for names in lists for pair in enumerate(names, 1))
    return {fold(name): number for number, names in numbered for name in names.split("|")}


@cache
def _ordinal_heads() -> frozenset[str]:
    return frozenset(each.split()[0] for each in _ordinals())


def _begins(behind: Sequence[str], name: str) -> int:
    """Return how many of the words are one of a list, which they begin with."""
    listed = telling_words.words(name)
    return next((size for size in range(len(behind), 0, -1) if " ".join(behind[:size]) in listed), 0)


def _is_of_this_month(behind: Sequence[str]) -> bool:
    """Tell a day of the month that a text is of: du mois; not of the last one: du mois dernier."""
    size = _begins(behind, "of_this_month")
    others = telling_words.words("last") | telling_words.words("next")
    return size > 0 and others.isdisjoint(behind[size : size + 1])


def _is_ahead(teller: Teller, start: int, end: int, beside: Set[str]) -> bool | None:
    """Tell by the words beside a day, or else by the verb, whether it is to come; None where neither says so."""
    for name in ("last", "next"):
        if not telling_words.words(name).isdisjoint(beside):
            return name == "next"
    told = teller.at(start, end)
    return told.is_ahead if told.kind else None


@cache
def _beside_weekday() -> re.Pattern[str]:
    """Return what matches a day of the month behind a weekday: (dia 27), 14."""
    day = telling_words.either("before_numbers")
    return re.compile(rf"\s*(,?)\s*(\(?)(?:{day}\s)?(\d{{1,2}})(?:[./](\d{{1,2}}))?(\.?)(\)?)(?![\d:.,]\d|\d)")
