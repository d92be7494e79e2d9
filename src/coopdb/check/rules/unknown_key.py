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
from coopdb.check.words import MOST_SLIPS, one_of, show
from coopdb.store.records import Entry
from coopdb.text import only_near

CODE = "K002"
READS = None
NEEDS = ("unknown-key",)


def check(entry: Entry, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key that is not known where it stands."""
    for number, fault in enumerate(entry.reading.faults_of("unknown-key")):
        expected = fault.expected if number < MOST_SLIPS else ()
        near = only_near(str(fault.value), expected)
        message, hint = f"unknown key {show(fault.value)}", one_of(fault.value, expected) if expected else ""
        yield Finding(fault.route, message, hint, at="key", fix=Replace(near) if near else None)
