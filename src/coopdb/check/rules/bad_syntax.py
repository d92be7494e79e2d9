"""Finds text that is not TOML.

What people get wrong is recognised, and said with what to type: typographic quotes, quotes or brackets that are
missing, days written as 12.03.2026, a key without a value, `:` or a tab for `=`, `;` between values, text behind a
value, a key or a table twice, `[participants]` for `[[participants]]`, two records in one file, conflicts that git has
left, the file of a word processor. `coopdb validate --fix` puts right what has one cure; 12/03/2026, which may be two
days, is left to you. For anything else the place shown is where the text stops being TOML 1.0; the cause often stands
just before it.

Bad:

    title = "Talks on cloud services

Good:

    title = "Talks on cloud services"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Rewrite
from coopdb.check.scope import Scope
from coopdb.record.syntax.diagnosis import diagnose
from coopdb.store.files.records import RecordFile

CODE = "F004"
READS = None
NEEDS = ("bad-syntax",)
IS_ALWAYS = True

_MORE = f"see `coopdb explain {CODE}`"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every slip, or where the text stops being TOML when none is recognised."""
    for fault in entry.reading.faults_of("bad-syntax"):
        slips = diagnose(entry.reading.text)
        for slip in slips:
            fix = Rewrite(slip.cure) if slip.cure else None
            yield Finding((), slip.message, f"{slip.hint}; {_MORE}", span=slip.span, fix=fix)
        if not slips:
            hint = f"look for what is missing here, or just above; {_MORE}"
            yield Finding((), f"not TOML: {fault.detail}", hint, span=fault.span)
