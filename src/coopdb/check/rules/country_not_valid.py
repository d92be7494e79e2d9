"""Finds a country that did not exist on the day of the meeting, or exists no more.

States come and go, and a meeting is counted for the one that took part: the Soviet Union until December 1991, then
Russia. `coopdb countries show SU` tells the days of a code and what came after it.

Bad:

    date = 1985-11-19
    country = "RU"

Good:

    date = 1985-11-19
    country = "SU"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.states import states_instead, valid_days

CODE = "V004"
READS = ("date",)


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every country whose code is not valid on any possible day of the meeting."""
    countries, meeting = scope.vocabularies.countries, entry.meeting
    if all(map(countries.has_always, filter(None, (*meeting.countries, meeting.venue.country)))):  # as in most records
        return
    for route, key in _countries(meeting):
        if not countries[key].is_valid_on(meeting.date.period):
            days = valid_days(countries, key)
            message = f"`{key}` ({countries.label(key)}) is not a country on {meeting.date.text}, but {days}"
            yield Finding(route, message, _instead(countries, key, meeting.date.period))


def _countries(meeting: Meeting) -> Iterator[tuple[Route, str]]:
    for index, participant in enumerate(meeting.participants):
        if participant.country:
            yield ("participants", index, "country"), participant.country
    if meeting.venue.country:
        yield ("venue", "country"), meeting.venue.country


def _instead(countries: Vocabulary, key: str, on: Period) -> str:
    """Name those that are valid on the day in its place."""
    valid = states_instead(countries, key, on)
    return "write " + " or ".join(f"`{each}` ({countries.label(each)})" for each in valid) if valid else ""
