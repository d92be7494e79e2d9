"""Finds text that is not TOML.

The place shown is where the text stops being TOML 1.0; the cause often stands just before it: a quote or a bracket that
was not closed, a key given twice, a date that does not exist.

Bad:

    title = "Talks on cloud services

Good:

    title = "Talks on cloud services"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "F004"
READS = None
NEEDS = ("bad-syntax",)
IS_ALWAYS = True


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding where the text stops being TOML."""
    for fault in entry.reading.faults_of("bad-syntax"):
        yield Finding((), f"not TOML: {fault.detail}", "see https://toml.io/en/v1.0.0", span=fault.span)
