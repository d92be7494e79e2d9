"""Finds a source that is said to be published on a day that is still to come.

Whether it is found depends on the day of the check (`--on DAY`).

Bad:

    [[sources]]
    url = "https://example.org/a"
    published = 2999-02-02

Good:

    [[sources]]
    url = "https://example.org/a"
    published = 2026-02-02
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "S013"
READS = ()
SEVERITY = "info"
IS_OF_TODAY = True


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every source whose first possible day lies after the day of the check."""
    for index, source in enumerate(entry.meeting.sources):
        if source.published and source.published.earliest > scope.today:
            message = f"published {source.published.text}, which is still to come"
            yield Finding(("sources", index, "published"), message, "correct the date", is_of_today=True)
