"""Finds a value of the wrong type, or an empty text.

Bad:

    draft = "yes"
    topics = "cloud"

Good:

    draft = true
    topics = ["cloud"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.words import show
from coopdb.store.records import Entry

CODE = "K003"
READS = None
NEEDS = ("wrong-type",)


def check(entry: Entry, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every value of another type than its key has."""
    for fault in entry.reading.faults_of("wrong-type"):
        key = next(step for step in reversed(fault.route) if isinstance(step, str))
        found = show(fault.value) if fault.value != "" else "empty"
        yield Finding(fault.route, f"`{key}` must be {fault.expected[0]}, not {found}")
