"""Finds a meeting that is said to be held, but lies in the future.

A meeting that is still to come is `planned`.

Whether it is found depends on the day of the check (`--on DAY`): it is a warning in files that are named, or have
changed (`--since`), else only an info, so that the same commit has the same verdict tomorrow.

Bad:

    date = 2999-01-01
    status = "held"

Good:

    date = 2999-01-01
    status = "planned"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "D003"
READS = ("date", "status")
SEVERITY = "warning"
IS_OF_TODAY = True


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding when every possible day is after the day of the check."""
    meeting = entry.meeting
    if meeting.status == "held" and meeting.date.earliest > scope.today:
        do = "change it to" if "status" in meeting.model_fields_set else "add"
        message = f"held on {meeting.date.text}, which is still to come"
        yield Finding(("date",), message, f'{do} `status = "planned"`', is_of_today=True)
