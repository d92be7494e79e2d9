"""Finds a key that records do not have.

A misspelt key would otherwise be ignored, and what it says with it.

Bad:

    tittle = "Morocco and Qatar discuss AI"

Good:

    title = "Morocco and Qatar discuss AI"
"""

import re
from collections.abc import Iterator
from typing import Any

from coopdb.check.problem import Finding, Rename
from coopdb.check.scope import Scope
from coopdb.check.words import MOST_SLIPS, one_of, show
from coopdb.record.fault import Route
from coopdb.record.reading import Reading
from coopdb.store.records import Entry
from coopdb.text import only_near

CODE = "K002"
READS = None
NEEDS = ("unknown-key",)


def check(entry: Entry, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key that is not known where it stands."""
    for number, fault in enumerate(entry.reading.faults_of("unknown-key")):
        key, present = str(fault.value), _present(entry.reading, fault.route)
        expected = fault.expected if number < MOST_SLIPS else ()
        near = only_near(key, expected)
        if near in present:
            hint, fix = f"`{near}` stands here too: keep one of the two", None
        else:
            others = tuple(each for each in expected if each not in present)
            hint = one_of(key, others) if others else ""
            fix = Rename(near) if near else None
        yield Finding(fault.route, f"unknown key {show(key)}", hint, at="key", fix=fix)


def _present(reading: Reading, route: Route) -> frozenset[str]:
    """Return the keys beside an unknown one, none of which may stand twice, unless both head tables of an array."""
    beside: Any = reading.data
    for step in route[:-1]:
        beside = beside[step]
    if _heads_tables(route[0], reading.text) and len(route) == 1:
        return frozenset(key for key in beside if not _heads_tables(key, reading.text))
    return frozenset(beside)


def _heads_tables(key: str | int, text: str) -> bool:
    return bool(re.search(rf"^[ \t]*\[\[[ \t]*{re.escape(str(key))}[ \t]*\]\]", text, re.MULTILINE))
