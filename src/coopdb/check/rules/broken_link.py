"""Finds a reference to a record that is not there.

`follows`, `related`, and `closed_by` and the updates of commitments name records by their ids.

Bad:

    follows = ["2025-06-01-ma-qa"]  # no record has this id

Good:

    follows = ["2025-06-01-ma-qa-rabat"]
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.references import references
from coopdb.check.scope import Scope
from coopdb.check.wording import MOST_SLIPS, show
from coopdb.store.files.records import RecordFile
from coopdb.text import did_you_mean

CODE = "L001"
READS = ()
NEEDS = ("follows", "related", "commitments")


def concerned(scope: Scope) -> Iterator[Outline]:
    """Yield the records in which it may find something because of others."""
    for each in scope.outlines:
        if any(target not in scope.by_id for target in (*each.follows, *each.related, *each.links)):
            yield each


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every id that no file has."""
    named = {target for _, target in references(entry.meeting)}
    others = scope.by_id.keys() - {entry.id, *named}
    broken = ((route, target) for route, target in references(entry.meeting) if target not in scope.by_id)
    for number, (route, target) in enumerate(broken):
        near = did_you_mean(target, others) if number < MOST_SLIPS else ""
        yield Finding(route, f"no record has the id {show(target)}", near)
