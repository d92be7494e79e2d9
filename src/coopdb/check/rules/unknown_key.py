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
from coopdb.check.wording import MOST_SLIPS, show
from coopdb.record.fault import Fault, Route
from coopdb.record.free_words import meant
from coopdb.record.model import TABLES, Meeting
from coopdb.record.reading import Reading
from coopdb.store.files.records import RecordFile
from coopdb.text import one_of, only_near

CODE = "K002"
READS = None
NEEDS = ("unknown-key",)
_ASKED = ("root",)  # where the records are: a wrong one, put right by guess, would hide them all


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every key that is not known where it stands."""
    for number, fault in enumerate(entry.reading.faults_of("unknown-key")):
        hint, fix = _slip(fault, entry.reading) if number < MOST_SLIPS else ("", None)
        yield Finding(fault.route, f"unknown key {show(fault.value)}", hint, at="key", fix=fix)


def _slip(fault: Fault, reading: Reading) -> tuple[str, Rename | None]:
    """Say what an unknown key may be a slip for; to look for that takes a while, and grows with the keys beside it."""
    key, present = str(fault.value), _present(reading, fault.route)
    near = only_near(key, fault.expected)
    if near and near in present:
        return f"`{near}` stands here too: keep one of the two", None
    free = tuple(each for each in fault.expected if each not in present)
    if known := meant("keys", key, free):
        return f"write `{known}`", Rename(known)
    if len(fault.route) > 1 and key in Meeting.model_fields and fault.route[0] in TABLES:
        return _misplaced(key, fault, reading), None
    hint = one_of(key, free)
    return hint, Rename(near) if near and near not in _ASKED else None


def _misplaced(key: str, fault: Fault, reading: Reading) -> str:
    """Say where a key of the whole record belongs that stands below a header."""
    if key in reading.data:
        return f"`{key}` stands at the top too: does a second record begin here? keep one meeting in a file"
    return f"move it above the first `[`: here it belongs to `{fault.route[0]}`"


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
