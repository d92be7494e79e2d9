"""Finds a value of the wrong type, or an empty text.

Bad:

    draft = "yes"
    topics = "cloud"

Good:

    draft = true
    topics = ["cloud"]
"""

import re
from collections.abc import Iterator

from coopdb.check.problem import Finding, Replace, Rewrite
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record import toml
from coopdb.record.edits import Edit, span_between
from coopdb.record.fault import Fault
from coopdb.record.free_words import flag
from coopdb.record.span import Span
from coopdb.store.files.records import RecordFile

CODE = "K003"
READS = None
NEEDS = ("wrong-type",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every value of another type than its key has."""
    for fault in entry.reading.faults_of("wrong-type"):
        key = next(step for step in reversed(fault.route) if isinstance(step, str))
        found = show(fault.value) if fault.value != "" else "empty"
        if header := _header(fault, entry.reading.text):
            span, typed = header
            yield Finding(
                fault.route,
                f"`{key}` must be {fault.expected[0]}, not {found}",
                f"write `{typed}`",
                span=span,
                fix=Rewrite((Edit(span, typed),)),
            )
            continue
        cure = _cure(fault)
        hint, fix = (f"write `{cure}`", Replace(cure)) if cure else ("", None)
        yield Finding(fault.route, f"`{key}` must be {fault.expected[0]}, not {found}", hint, fix=fix)


def _cure(fault: Fault) -> str:
    """Return the one value that can be meant: one text as an array of it, true or false without quotes."""
    text = fault.value if isinstance(fault.value, str) else ""
    if fault.expected == ("an array",) and text.strip():
        return f"[{toml.value(text)}]"
    return flag(text) if fault.expected == ("`true` or `false`",) else ""


def _header(fault: Fault, text: str) -> tuple[Span, str] | None:
    """Return where the header stands that has one bracket for two, or two for one, and what it should be."""
    is_list = fault.expected == ("an array",) and isinstance(fault.value, dict)
    is_table = fault.expected == ("a table",) and isinstance(fault.value, list) and len(fault.value) == 1
    if len(fault.route) > 1 or not (is_list or is_table):
        return None
    name = str(fault.route[0])
    found = re.search(rf"^[ \t]*(\[\[?[ \t]*{re.escape(name)}[ \t]*\]\]?)", text, re.MULTILINE)
    return (span_between(text, *found.span(1)), f"[[{name}]]" if is_list else f"[{name}]") if found else None
