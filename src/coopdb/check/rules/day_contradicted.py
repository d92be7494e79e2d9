"""Finds a day or weekday in the title or the summary that is not that of the meeting.

In the title any day counts; in the summary that of a sentence which says that somebody met, that of the talks with
which it begins, and a month and year in the same part of a sentence. Sentences that speak of another day (the last
meeting, the next one, after, since) do not count, nor does a text that names the day of the meeting as well. Days in
words are read in nine languages.

Bad:

    date = 2026-02-01
    summary = "The ministers met on 11 February 2026."

Good:

    date = 2026-02-01
    summary = "The ministers met on 1 February 2026."
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from coopdb.check.days_said import (
    DaySaid,
    clauses,
    days_of,
    months_of,
    sentences,
    telling_words,
    weekday_before,
    weekdays_beside,
    weekdays_of,
)
from coopdb.check.days_told import (
    near_met,
    opens_with,
    told_by_first_sentence,
    told_by_sentence,
    told_by_title,
    words_of_meetings,
)
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.word_lists import pattern
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.text import text_words

CODE = "D022"
READS = ("date", "end_date")
SEVERITY = "warning"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_Told = Callable[[list[str], DaySaid], bool]


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every text that names another day; a date known only roughly is not compared."""
    meeting = entry.meeting
    if meeting.date.is_about or (meeting.end_date and meeting.end_date.is_about):
        return
    for key, text in (("title", meeting.title), ("summary", meeting.summary or "")):
        if not telling_words().isdisjoint(text_words(text)) and (said := _contradiction(meeting, key, text)):
            message = f"the {key} says {said}, the date is {_span(meeting)}"
            yield Finding((key,), message, "correct the date or the text")


def _contradiction(meeting: Meeting, key: str, text: str) -> str:
    """Return the day, weekday or month by which a text contradicts the date, in words; nothing where it does not."""
    every = list(sentences(text))
    if any(_is_of(meeting, said) and _fits(meeting, words, said) for words in every for said in days_of(words)):
        return ""
    first = told_by_title if key == "title" else told_by_first_sentence
    here = [(first if number == 0 or key == "title" else told_by_sentence, words) for number, words in enumerate(every)]
    here = [(told, words) for told, words in here if not _is_of_another_day(words)]
    days = (_other_day(meeting, words, told) for told, words in here)
    weekdays = (_other_weekday(meeting, words, told) for told, words in here)
    return next(filter(None, days), "") or next(filter(None, weekdays), "") or _other_month(meeting, text)


def _is_of_another_day(words: list[str]) -> bool:
    return bool(pattern("another_day").search(" ".join(words)))


def _other_day(meeting: Meeting, words: list[str], told: _Told) -> str:
    """Return the first day, where one is told, that is not of the meeting."""
    for said in days_of(words):
        if told(words, said) and not _is_of(meeting, said):
            return " ".join(words[said.start : said.end + bool(said.year)])
    return ""


def _other_weekday(meeting: Meeting, words: list[str], told: _Told) -> str:
    """Return the first weekday, where one is told, on which the meeting was not."""
    near = range(len(words)) if told is told_by_title else near_met(words)
    is_first = told is told_by_first_sentence
    named = [day for day, place in weekdays_of(words) if place in near or (is_first and opens_with(words, place))]
    every = (*named, *weekdays_beside(words, words_of_meetings()))
    return next((_WEEKDAYS[day] for day in every if not _may_be(meeting, day)), "")


def _other_month(meeting: Meeting, text: str) -> str:
    """Return the month and year, where one is said in a clause by which somebody met, that is not the meeting's."""
    every = [(words, said) for words in clauses(text) for said in months_of(words)]
    if any(_is_in_month(meeting, year, month) for _, (year, month, _) in every):
        return ""
    for words, (year, _, place) in every:
        if place in near_met(words) and not _is_of_another_day(words):
            return f"{words[place]} {year}"
    return ""


def _is_in_month(meeting: Meeting, year: int, month: int) -> bool:
    first, last = meeting.date.earliest, (meeting.end_date or meeting.date).latest
    return (first.year, first.month) <= (year, month) <= (last.year, last.month)


def _is_of(meeting: Meeting, said: DaySaid) -> bool:
    """Tell whether a day may be one of the meeting's; without a year it is of any."""
    first, last = meeting.date.earliest, (meeting.end_date or meeting.date).latest
    years = (said.year,) if said.year else range(first.year, last.year + 1)
    return any(first <= day <= last for year in years if (day := _day(year, said)))


def _day(year: int, said: DaySaid) -> date | None:
    try:
        return date(year, said.month, said.day)
    except ValueError:
        return None


def _fits(meeting: Meeting, words: list[str], said: DaySaid) -> bool:
    """Tell whether no weekday stands beside a day, or the one that does is that of the meeting."""
    weekday = weekday_before(words, said.start)
    return weekday is None or _may_be(meeting, weekday)


def _may_be(meeting: Meeting, weekday: int) -> bool:
    first, last = meeting.date.earliest, (meeting.end_date or meeting.date).latest
    return any((first + timedelta(days)).weekday() == weekday for days in range(min((last - first).days + 1, 7)))


def _span(meeting: Meeting) -> str:
    return f"{meeting.date.text} to {meeting.end_date.text}" if meeting.end_date else meeting.date.text
