"""Finds a value that is understood, but not written in its canonical form.

You may write a country, an organisation or a topic by any of its names, and a date as a string. In the repository the
canonical form is kept, so that the same thing is always written the same way: the ISO 3166-1 code of a country, the
slug of an organisation or topic, a date without quotes.

Bad:

    date = "2026-02-01"
    topics = ["IA"]

Good:

    date = 2026-02-01
    topics = ["artificial-intelligence"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding, Replace
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "K005"
READS = ()
SEVERITY = "warning"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every value that has another, canonical form."""
    for variant in entry.reading.variants():
        is_quoted_day = variant.canonical == variant.written
        message = "a whole day in quotes" if is_quoted_day else f"{show(variant.written)} is not the canonical form"
        hint = f"write `{variant.canonical}`{' without quotes' if is_quoted_day else ''}"
        yield Finding(variant.route, message, hint, fix=Replace(variant.canonical))
