"""Finds a waiver that silences nothing.

Whoever mends a record may forget the waiver, which would then hide the next mistake.

Bad:

    [[waivers]]
    code = "S001"  # but the record has a source with a `url`
    reason = "there is no address"

Good:

    [[sources]]
    url = "https://example.org/article"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.words import show
from coopdb.store.records import Entry

CODE = "W002"
READS = ()
NEEDS = ("waivers",)
SEVERITY = "warning"


def check(entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every waiver of a rule that was checked and found nothing; rules run in order of code."""
    from coopdb.check.registry import RULES  # not above: the registry imports this module

    names = {name for rule in RULES if rule.reads is not None for name in (rule.code, rule.name)}
    for index, waiver in enumerate(entry.meeting.waivers):
        if waiver.code in names and waiver.code not in scope.silenced[entry.path] and waiver.code[0] != "W":
            yield Finding(("waivers", index), f"the waiver of {show(waiver.code)} silences nothing", "delete it")
