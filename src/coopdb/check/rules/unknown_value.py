"""Finds a value that is not among those its key may have.

`status`, `kind`, `level`, `mode`, `capacity`, `stage`, the kinds of documents and sources, and the status of
commitments each have a fixed list of values. The `root` of coopdb.toml is a folder below it.

Bad:

    level = "minister"

Good:

    level = "ministerial"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.free_words import meant
from coopdb.store.files.records import RecordFile
from coopdb.text import one_of, only_near

CODE = "K004"
READS = None
NEEDS = ("unknown-value",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every value that is not in its key's list."""
    for fault in entry.reading.faults_of("unknown-value"):
        key = next(step for step in reversed(fault.route) if isinstance(step, str))
        message = f"unknown value {show(fault.value)} for `{key}`"
        near = meant("values", str(fault.value), fault.expected) or only_near(str(fault.value), fault.expected)
        fix = Replace(f'"{near}"') if near else None
        yield Finding(
            fault.route,
            message,
            fault.detail or (f"write `{near}`" if near else one_of(str(fault.value), fault.expected)),
            fix=fix,
        )
