"""Finds a next meeting whose day is over, and that no record tells of.

It is looked for among later meetings, held or planned, of the same series; where none is named, of the same parties.

Whether it is found depends on the day of the check (`--on DAY`).

Bad:

    date = 2019-02-01
    next_meeting = 2020-02  # and no record of that meeting exists

Good:

    date = 2019-02-01
    next_meeting = 2999-02
"""

from collections.abc import Iterator

from coopdb.check.outline import PARTIES, Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.circles import circle
from coopdb.store.files.records import RecordFile

CODE = "D026"
READS = ("date", *PARTIES)
NEEDS = ("next_meeting",)
SEVERITY = "info"
IS_OF_TODAY = True


def concerned(scope: Scope) -> Iterator[Outline]:
    """Yield the records in which it may find something because of others."""
    today = scope.today.toordinal()
    promising = (each for each in scope.outlines if each.first <= each.next_meeting < today and not each.is_off)
    for each in promising:
        if scope.latest_meetings.get(circle(each.series, each.parties), 0) <= each.first:
            yield each


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when the next meeting's last possible day is over, and no later meeting is recorded."""
    meeting = entry.meeting
    following = meeting.next_meeting
    if following is None or not meeting.date.earliest <= following.latest < scope.today:
        return
    if meeting.status in ("cancelled", "postponed"):
        return
    latest = scope.latest_meetings.get(circle(meeting.series, meeting.parties), 0)
    if latest <= meeting.date.earliest.toordinal():
        message = f"the next meeting was to be {following.text}, and no record tells of it"
        yield Finding(("next_meeting",), message, "record it, or say that it did not take place", is_of_today=True)
