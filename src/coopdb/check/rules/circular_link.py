"""Finds a link of a record that leads back to the record itself.

What a meeting follows came before it, so that no chain of `follows` can close. What is `related` to it, or closes one
of its commitments, is another meeting.

Bad:

    follows = ["2026-02-01-ma-qa"]  # which follows this record

Good:

    follows = ["2025-06-01-ma-qa-rabat"]
"""

from collections.abc import Iterator

from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.references import chain, references
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "L002"
READS = ()
NEEDS = ("follows", "related", "commitments")


def concerned(scope: Scope) -> Iterator[Outline]:
    """Yield the records in which it may find something because of others."""
    for each in scope.outlines:
        followed = (id_ for target in each.follows for id_ in chain(target, scope.by_id))
        if each.id in (*each.related, *each.links, *followed):
            yield each


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every `follows` from which this record is reached again, and for other links to itself."""
    for index, target in enumerate(entry.meeting.follows):
        if entry.id in chain(target, scope.by_id):
            message = f"`follows` leads from `{target}` back to this record"
            yield Finding(("follows", index), message, "a meeting follows earlier ones only")
    for route, target in references(entry.meeting):
        if target == entry.id and route[0] != "follows":
            key = next(step for step in reversed(route) if isinstance(step, str))
            yield Finding(route, f"`{key}` names this record itself", "name another record, or leave it out")
