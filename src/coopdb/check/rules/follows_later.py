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

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "L003"
READS = ("date",)
NEEDS = ("follows",)


def concerned(scope: Scope) -> Iterator[Outline]:
    """Yield the records in which it may find something because of others."""
    for each in scope.outlines:
        others = (other for target in each.follows for other in scope.by_id.get(target, ()))
        if any(other.is_dated and other.first > each.last for other in others):
            yield each


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every followed record that certainly lies after this one."""
    for index, target in enumerate(entry.meeting.follows):
        for other in scope.by_id.get(target, ()):
            if other.is_dated and other.first > entry.meeting.date.latest.toordinal():
                message = f"`{target}` is of {other.date}, after this meeting"
                yield Finding(("follows", index), message, "turn the two round, or use `related`")
