"""Finds a value of the wrong type, or an empty text.

Bad:

    draft = "yes"
    topics = "cloud"

Good:

    draft = true
    topics = ["cloud"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record import toml
from coopdb.record.fault import Fault
from coopdb.store.files.records import RecordFile

CODE = "K003"
READS = None
NEEDS = ("wrong-type",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every value of another type than its key has."""
    for fault in entry.reading.faults_of("wrong-type"):
        key = next(step for step in reversed(fault.route) if isinstance(step, str))
        found = show(fault.value) if fault.value != "" else "empty"
        cure = _cure(fault)
        hint, fix = (f"write `{cure}`", Replace(cure)) if cure else ("", None)
        yield Finding(fault.route, f"`{key}` must be {fault.expected[0]}, not {found}", hint, fix=fix)


def _cure(fault: Fault) -> str:
    """Return the one value that can be meant: one text as an array of it, true or false without quotes."""
    text = fault.value if isinstance(fault.value, str) else ""
    if fault.expected == ("an array",) and text.strip():
        return f"[{toml.value(text)}]"
    is_flag = fault.expected == ("`true` or `false`",) and text.strip().casefold() in ("true", "false")
    return text.strip().casefold() if is_flag else ""
