"""Finds a chain of `follows` that leads back to its own record.

What a meeting follows came before it, so that no chain of them can close.

Bad:

    follows = ["2026-02-01-ma-qa"]  # which follows this record

Good:

    follows = ["2025-06-01-ma-qa-rabat"]
"""

from collections.abc import Iterator

from coopdb.check.links import chain
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.records import Entry

CODE = "L002"
READS = ("follows",)
NEEDS = ("follows",)
IS_ACROSS = True


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every `follows` from which this record is reached again."""
    for index, target in enumerate(entry.meeting.follows):
        if entry.id in chain(target, scope.by_id):
            message = f"`follows` leads from `{target}` back to this record"
            yield Finding(("follows", index), message, "a meeting follows earlier ones only")
