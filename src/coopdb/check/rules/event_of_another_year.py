"""Finds a host event whose name has another year than the meeting.

A year within a month of the meeting will do. Years of plans (`Vision 2030`), of sports, of laws and declarations, and
of what follows or prepares an event, say nothing, nor do years further away (more than five back, more than one
ahead). An event of 2020 may have been held until 2022, after the pandemic.

Bad:

    date = 2026-02-01
    host_event = "Web Summit Qatar 2025"

Good:

    date = 2026-02-01
    host_event = "Web Summit Qatar 2026"
"""

import re
from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.word_lists import word_list
from coopdb.check.wording import show
from coopdb.record.dates import at_most_days_away
from coopdb.store.files.records import RecordFile
from coopdb.text import folded_words

CODE = "D021"
READS = ("date", "end_date")
NEEDS = ("host_event",)
SEVERITY = "warning"
_MONTH = 31  # days
_BACK, _AHEAD = 5, 1  # years: what lies further away is a name or an aim
_PANDEMIC, _AFTER_IT = 2020, (2021, 2022)
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDITION = re.compile(r"\d:(?:19|20)\d\d")  # of a standard: ISO 27001:2022
_SECOND_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/–]\s?(?:\d\d)(?!\d)")  # 2024/25


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding when all years in the name of the event are others than that of the meeting."""
    meeting = entry.meeting
    event = meeting.host_event or ""
    words = folded_words(event)
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    if not years or _says_no_year(event) or not word_list("timeless_events").isdisjoint(words):
        return
    if _PANDEMIC in years and meeting.date.earliest.year in _AFTER_IT:
        return
    first = at_most_days_away(meeting.date.earliest, -_MONTH).year
    last = at_most_days_away((meeting.end_date or meeting.date).latest, _MONTH).year
    if all(first - _BACK <= year < first or last < year <= last + _AHEAD for year in years):
        message = f"{show(event)} is not of the year of the meeting, {meeting.date.year}"
        yield Finding(("host_event",), message, "correct the event or the date")


def _says_no_year(event: str) -> bool:
    """Tell whether the years in a name are two, of a season, or that of a standard."""
    return bool(_SECOND_YEAR.search(event) or _EDITION.search(event))
