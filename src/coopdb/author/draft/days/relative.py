"""Days that a text counts from the day it was published: today, yesterday, on Friday, last Friday."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from coopdb.author.draft.days.dates import Dated
from coopdb.author.draft.days.month_days import begins_number, find_month_day, find_numbered
from coopdb.author.draft.days.this_weekday import is_this
from coopdb.author.draft.telling.telling import Teller
from coopdb.author.draft.text.stretches import Stretches
from coopdb.author.draft.text.text import Article, Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.pattern import pattern
from coopdb.record.dates import day_away

_LONGEST = 5  # words of a day: il y a deux jours
_CLAUSE = 300  # characters of a clause
_CLOSE = 2  # characters between a weekday and the date that it belongs to
_WEEK = 7
_NEAR_WEEK = 5  # words of a week: in der vergangenen Woche
_BREAK = pattern(r"\s*[,.;:(–—]")

_LATER = (0, -1, -2, -3, 1)  # days that a text may be published late, or a page dated early
RULE, WEEKDAY_RULE, _AFTER = (
    "relative to the publication",
    "weekday before the publication",
    "weekday after the publication",
)
_WEEKS = {-1: "weekday of the week before the publication", 1: "weekday of the week after the publication"}


def find_relative(teller: Teller, published: date, taken: list[tuple[int, int]]) -> Iterator[Dated]:
    """Yield the days that words stand for; `taken`: where explicit dates stand, which say it better."""
    open_ended: Dated | None = None
    explicit = Stretches(taken)
    for each in _all(teller, published):
        if explicit.meet(each.start, each.end + _CLOSE):
            continue
        joined = _with_next(teller.article, open_ended, each) if open_ended else None
        if open_ended and not joined:
            yield open_ended
        open_ended = joined or each
    if open_ended:
        yield open_ended


def _with_next(article: Article, each: Dated, other: Dated) -> Dated | None:
    """Join what belongs together: today, Friday; hoy miércoles y mañana."""
    gap = article.plain[each.end : other.start].strip(" ,(")
    if gap == "" and other.weekday is None and other.rule == WEEKDAY_RULE and each.rule == RULE:
        said = date.fromisoformat(other.first).weekday()
        return each._replace(weekday=said, end=other.end)
    last = _day_behind(each, other) if _is_range(article, each, other) else None
    return each._replace(last=last, end=other.end) if last else None


def _is_range(article: Article, each: Dated, other: Dated) -> bool:
    """Tell days that a word joins, and perhaps an article or a preposition: el martes y el miércoles."""
    gap = article.plain[each.end : other.start].strip(" ,(")
    links = telling_words.words("and") | telling_words.words("to")
    link, _, small = gap.rpartition(" ")
    beside = cues.spoken("articles") | telling_words.words("weekday_determiners")
    return gap in links or (small in beside and link in links)


def _day_behind(each: Dated, other: Dated) -> str | None:
    """Return the last of two days: one behind the first, and so tomorrow for the weekday behind that of today."""
    if each.first < other.first:
        return other.first
    is_bare = other.rule == WEEKDAY_RULE and each.rule in (WEEKDAY_RULE, _AFTER) and other.weekday is None
    day = day_away(each.day, 1) if is_bare and each.day else None
    return day.isoformat() if day and other.day and day.weekday() == other.day.weekday() else None


def _all(teller: Teller, published: date) -> Iterator[Dated]:
    words, number = teller.article.words, 0
    heads = _heads(teller.language)
    while number < len(words):
        folded, size, found = words[number].folded, 1, None
        if begins_number(folded):
            found = find_month_day(teller, number, published)
        if folded.removeprefix("و").removeprefix("ف") in heads:
            size, found = _at(teller, number, published)
        if found:
            yield found
        number += size
        while found and number < len(words) and words[number].start < found.end:  # sexta-feira, dia 10
            number += 1


@lru_cache(maxsize=16)
def _phrases(language: str | None) -> dict[str, int | None]:
    """Map all words for days; where two languages have the same word, that of the text decides."""
    tables = telling_words.relative_days()
    order = sorted(tables, key=lambda each: each == language)
    return {said: away for each in order for said, away in tables[each].items()} | {**telling_words.days_ago(language)}


@lru_cache(maxsize=16)
def _heads(language: str | None) -> frozenset[str]:
    """Return the first words of all, without the article: at most words of a text none begins."""
    said = (*_phrases(language), *telling_words.weekdays(), *telling_words.weekdays_numbered())
    return frozenset(each.split()[0].removeprefix("ال") for each in said)


def _at(teller: Teller, number: int, published: date) -> tuple[int, Dated | None]:
    """Read the day at a word: how many words it has, and the day, if they mean one."""
    article, phrases, weekdays = teller.article, _phrases(teller.language), telling_words.weekdays()
    here = article.words[number : number + _LONGEST]
    for size in range(len(here), 0, -1):
        name = _name(article, here[:size])
        start, end = here[0].start, here[size - 1].end
        if name in phrases:
            away = None if _is_nowadays(article, number, size) else phrases[name]
            day = None if away is None else day_away(published, away)
            return size, _numbered(article, Dated(day.isoformat(), None, None, start, end, RULE)) if day else None
        if name in weekdays:
            return size, _weekday(teller, number, size, weekdays[name], published)
        if name in telling_words.weekdays_numbered():
            return size, _short(teller, number, telling_words.weekdays_numbered()[name], published)
    return 1, None


def _numbered(article: Article, each: Dated) -> Dated:
    """Return the day with its number in brackets, which counts where the text was published later: hoje (20)."""
    found = _number().match(article.plain, each.end, each.end + 8)
    if not found or each.day is None:
        return each
    days = (day_away(each.day, away) for away in _LATER)
    day = next((near for near in days if near and near.day == int(found[1])), None)
    return each._replace(first=day.isoformat(), weekday=day.weekday(), end=found.end()) if day else each


def _is_nowadays(article: Article, number: int, size: int) -> bool:
    """Tell today in a clause that says what somebody or something is now: a region that today has two ports."""
    before = article.words[number - 1].folded if number else ""
    if before not in telling_words.words("relatives") | telling_words.words("before_nowadays"):
        return False
    start = article.words[number].start
    end = min(article.sentence_at(start).end, start + _CLAUSE)
    found = _BREAK.search(article.plain, article.words[number + size - 1].end, end)
    clause = article.words_in(start, found.start() if found else end)
    said = " ".join(each.folded for each in clause)
    return not any(cues.word_list(name).is_in(said) for name in ("may_meet", "visiting", "signed"))


def _short(teller: Teller, number: int, weekday: int, published: date) -> Dated | None:
    """Read the short name of a weekday, which is an ordinal too: nesta quinta (16), nesta quinta, na quinta em Lima."""
    article, word = teller.article, teller.article.words[number]
    following = article.words[number + 1 : number + 2]
    if found := find_numbered(teller, word.start, word.end, weekday, published):
        return found
    before = article.words[number - 1].folded if number else ""
    if _is_of_name(article, word, following):
        return None
    is_alone = bool(_BREAK.match(article.plain, word.end)) or any(
        each.folded in telling_words.words("behind_weekdays") for each in following
    )
    if before not in telling_words.words("weekday_determiners") or not is_alone:
        return None
    return _weekday(teller, number, 1, weekday, published)


def _is_of_name(article: Article, word: Word, following: tuple[Word, ...]) -> bool:
    """Tell a weekday that is part of a name: na Quinta de Olivos, na Quinta da Boa Vista."""
    is_capital = article.plain[word.start].isupper()
    return is_capital and any(each.folded in telling_words.words("of_dates") for each in following)


def _name(article: Article, words: tuple[Word, ...]) -> str:
    written = article.plain[words[0].start : words[-1].end]
    return telling_words.with_article(re.sub(r"[-’']", " ", written)).removeprefix("و") if "\n" not in written else ""


def _weekday(teller: Teller, number: int, size: int, weekday: int, published: date) -> Dated | None:
    """Read a weekday: the last one up to the publication, or the one that the words beside it mean."""
    article, here = teller.article, teller.article.words[number : number + size]
    start, end = here[0].start, here[-1].end
    if numbered := find_numbered(teller, start, end, weekday, published):
        return numbered
    if _is_any(teller, number):
        return None
    if (week := _week(teller, number, size)) is not None:
        day = day_away(published, weekday - published.weekday() + week * _WEEK)
        return Dated(day.isoformat(), None, None, start, end, _WEEKS[week]) if day else None
    said = dict(_beside(article, number, size))
    back = (published.weekday() - weekday) % _WEEK
    last, following = said.keys() & telling_words.words("last"), said.keys() & telling_words.words("next")
    is_gone = bool(last) or _name(article, here) in telling_words.weekdays_gone()
    is_near = back > 1 and is_this(teller, said.keys(), start, end)
    is_ahead = bool(following) or is_near or _name(article, here) in telling_words.weekdays_ahead()
    away = _WEEK - back if is_ahead else -(back or (_WEEK if is_gone else 0))
    first = min(start, *(said[each] for each in last | following)) if last | following else start
    day = day_away(published, away)
    rule = WEEKDAY_RULE if is_gone or not is_ahead else _AFTER
    return Dated(day.isoformat(), None, None, first, end, rule) if day else None


def _is_any(teller: Teller, number: int) -> bool:
    """Tell a weekday that is none in particular, or is counted: every Tuesday, um sábado, the first Tuesday of."""
    words = teller.article.words[max(number - 2, 0) : number]
    said = {" ".join(each.folded for each in words[first:]) for first in range(len(words))}
    listed = ("every", "indefinite")
    return any(not said.isdisjoint(telling_words.of_language(each, teller.language)) for each in listed) or any(
        each.folded in cues.ordinals(teller.language) for each in words[-1:]
    )


def _week(teller: Teller, number: int, size: int) -> int | None:
    """Return of which week a weekday is said to be, right behind it or before: -1 for the last, 1 for the next."""
    article = teller.article
    sentence = article.sentence_at(article.words[number].start)
    near = article.words[max(number - _NEAR_WEEK, 0) : number + size + _NEAR_WEEK]
    words = [each for each in near if sentence.start <= each.start < sentence.end]
    before = " ".join(each.folded for each in words if each.start < article.words[number].start)
    behind = " ".join(each.folded for each in words if each.start > article.words[number + size - 1].start)
    for name, week in (("last_week", -1), ("next_week", 1)):
        find = telling_words.finder(name, teller.language)
        if any(start == 0 for start, _ in find(behind)) or any(end == len(before) for _, end in find(before)):
            return week
    return None


def _beside(article: Article, number: int, size: int) -> Iterator[tuple[str, int]]:
    """Yield the words right beside a weekday in its sentence, and the two behind it as one, with their places."""
    words = article.words
    sentence = article.sentence_at(words[number].start)
    behind = [each for each in words[number + size : number + size + 2] if each.start < sentence.end]
    before = [each for each in words[max(number - 1, 0) : number] if each.start >= sentence.start]
    yield from ((each.folded, each.start) for each in (*before, *behind[:1]))
    if behind:
        yield " ".join(each.folded for each in behind), behind[0].start


@cache
def _number() -> re.Pattern[str]:
    """Return what matches a day of the month in brackets: (dia 27)."""
    day = telling_words.either("before_numbers")
    return re.compile(rf"\s*\((?:{day}\s)?(\d{{1,2}})\)")
