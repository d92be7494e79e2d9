"""Finds a commitment that was due more than a year ago, and of which nothing has been heard since.

Say what became of it: `coopdb close`, or an update by hand.

Whether it is found depends on the day of the check (`--on DAY`).

Bad:

    [[commitments]]
    text = "Share the code"
    due = 2020-01-01

Good:

    [[commitments]]
    text = "Share the code"
    due = 2020-01-01

    [[commitments.updates]]
    date = 2020-02-01
    status = "dropped"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.dates import at_most_days_away
from coopdb.record.states import commitment_state
from coopdb.store.files.records import RecordFile

CODE = "D025"
READS = ("date", "status")
NEEDS = ("commitments",)
SEVERITY = "info"
IS_OF_TODAY = True
_YEAR = 365  # days


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every open commitment of a held meeting that was due long ago; `closed_by` closes it."""
    meeting, long_ago = entry.meeting, at_most_days_away(scope.today, -_YEAR)
    for index, each in enumerate(meeting.commitments if meeting.status == "held" else ()):
        if not each.due or each.closed_by or not meeting.date.earliest <= each.due.latest < long_ago:
            continue
        is_told = any(update.date.latest >= long_ago for update in each.updates)
        if not is_told and commitment_state(each, scope.today).is_overdue:
            message = f"due {each.due.text}, and nothing was heard of it for more than a year"
            hint = "add an update that says what became of it"
            yield Finding(("commitments", index), message, hint, is_of_today=True)
