"""Finds a day or weekday in the title or the summary that is not that of the meeting.

In the title any day counts; in the summary that of a sentence which says that somebody met. Sentences that speak of
another day (the last meeting, the next one, after, since) do not count, nor does a text that names the day of the
meeting as well. Days in words are read in seven languages.

Bad:

    date = 2026-02-01
    summary = "The ministers met on 11 February 2026."

Good:

    date = 2026-02-01
    summary = "The ministers met on 1 February 2026."
"""

from collections.abc import Iterator
from datetime import date, timedelta

from coopdb.check.days_said import DaySaid, days_of, sentences, telling_words, weekday_before, weekdays_of
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.word_lists import pattern, word_list
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.text import text_words

CODE = "D022"
READS = ("date", "end_date")
SEVERITY = "warning"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OF = ("of", "the", "de", "du", "del", "da", "do", "vom", "des", "av", "den")
_REACH = 10  # words from `met` to the day of it


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
    """Return the day or weekday by which a text contradicts the date, in words; nothing where it does not."""
    every = list(sentences(text))
    if any(_is_of(meeting, said) and _fits(meeting, words, said) for words in every for said in days_of(words)):
        return ""
    told = _told_by_title if key == "title" else _told_by_summary
    here = (words for words in every if not pattern("another_day").search(" ".join(words)))
    return next((said for words in here if (said := _other_day(meeting, words, told(words)))), "")


def _told_by_title(words: list[str]) -> range:
    """Return where a day in a title is that of the meeting: anywhere."""
    return range(len(words))


def _told_by_summary(words: list[str]) -> range:
    """Return where a day in a sentence is that of the meeting: near the word for it, and not in a clause of its own."""
    sentence = " ".join(words)
    found = pattern("met").search(sentence)
    if not found:
        return range(0)
    start = sentence.count(" ", 0, found.start())
    aside = pattern("elsewhere").search(sentence, found.end())
    end = sentence.count(" ", 0, aside.start()) if aside else len(words)
    return range(start, min(end, start + _REACH + 1))


def _other_day(meeting: Meeting, words: list[str], told: range) -> str:
    """Return the first day or weekday, where one is told, that is not of the meeting."""
    for said in days_of(words):
        if said.start in told and _is_told(words, said) and not _is_of(meeting, said):
            return " ".join(words[said.start : said.end + bool(said.year)])
    named = (weekday for weekday, place in weekdays_of(words) if place in told)
    return next((_WEEKDAYS[weekday] for weekday in named if not _may_be(meeting, weekday)), "")


def _is_told(words: list[str], said: DaySaid) -> bool:
    """Tell whether a day stands by itself: on 12 May, or last; not the accord of 12 May, nor the 12 May accord."""
    before = words[said.start - 1] if said.start else ""
    is_last = said.end + bool(said.year) >= len(words) - 1
    return before in word_list("on") or (is_last and before not in _OF)


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
