"""Finds a key that records do not have.

A misspelt key would otherwise be ignored, and what it says with it.

Bad:

    tittle = "Morocco and Qatar discuss AI"

Good:

    title = "Morocco and Qatar discuss AI"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.words import one_of, show
from coopdb.store.records import Entry
from coopdb.text import only_near

CODE = "K002"
READS = None
NEEDS = ("unknown-key",)


def check(entry: Entry, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key that is not known where it stands."""
    for fault in entry.reading.faults_of("unknown-key"):
        message, hint = f"unknown key {show(fault.value)}", one_of(fault.value, fault.expected)
        near = only_near(str(fault.value), fault.expected)
        yield Finding(fault.route, message, hint, at="key", fix=Replace(near) if near else None)
