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

from coopdb.check.days_said import DaySaid, days_of, sentences, telling_words, weekdays_of
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
    found = ""
    for words in every:
        if not pattern("another_day").search(" ".join(words)):
            found = found or _other_day(meeting, words, 0 if key == "title" else _met(words))
    return found


def _met(words: list[str]) -> int:
    """Return the number of the word that says that somebody met, or one beyond all words."""
    found = pattern("met").search(" ".join(words))
    return " ".join(words)[: found.start()].count(" ") if found else len(words)


def _other_day(meeting: Meeting, words: list[str], start: int) -> str:
    end = start + _REACH if start else len(words)
    for said in days_of(words):
        if start <= said.start <= end:
            if not _is_of(meeting, said):
                return " ".join(words[said.start : said.end + bool(said.year)])
            break
    for weekday, place in weekdays_of(words):
        if start <= place <= end and not _may_be(meeting, weekday):
            return _WEEKDAYS[weekday]
    return ""


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
    beside = [weekday for weekday, place in weekdays_of(words) if said.start - 2 <= place < said.start]
    return not beside or _may_be(meeting, beside[0])


def _may_be(meeting: Meeting, weekday: int) -> bool:
    first, last = meeting.date.earliest, (meeting.end_date or meeting.date).latest
    return any((first + timedelta(days)).weekday() == weekday for days in range(min((last - first).days + 1, 7)))


def _span(meeting: Meeting) -> str:
    return f"{meeting.date.text} to {meeting.end_date.text}" if meeting.end_date else meeting.date.text
