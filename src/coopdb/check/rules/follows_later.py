"""Finds a meeting that follows a later one.

`follows` points back in time; for any other link there is `related`.

Bad:

    date = 2025-06-01
    follows = ["2026-02-01-ma-qa"]

Good:

    date = 2025-06-01
    related = ["2026-02-01-ma-qa"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "L003"
READS = ("date",)
NEEDS = ("follows",)
IS_ACROSS = True


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every followed record that certainly lies after this one."""
    for index, target in enumerate(entry.meeting.follows):
        for other in scope.by_id.get(target, ()):
            if other.is_dated and other.first > entry.meeting.date.latest.toordinal():
                message = f"`{target}` is of {other.date}, after this meeting"
                yield Finding(("follows", index), message, "turn the two round, or use `related`")
