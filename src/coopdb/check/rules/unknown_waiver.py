"""Finds a waiver that names no rule, or one that cannot be waived.

A rule is named by its code or its name. Those that say why a value cannot be understood cannot be waived, since nothing
could be counted.

Bad:

    [[waivers]]
    code = "S999"
    reason = "there is no address"

Good:

    [[waivers]]
    code = "S001"
    reason = "there is no address"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.text import did_you_mean

CODE = "W001"
READS = ()
NEEDS = ("waivers",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every waiver that can silence nothing."""
    from coopdb.check.registry import RULES  # not above: the registry imports this module

    names = {name: rule for rule in RULES for name in (rule.code, rule.name)}
    for index, waiver in enumerate(entry.meeting.waivers):
        rule = names.get(waiver.code)
        if rule is None:
            may_be = (name for name, each in names.items() if each.is_waivable)
            hint = did_you_mean(waiver.code, may_be) or "`coopdb explain` lists all"
            yield Finding(("waivers", index, "code"), f"no rule is called {show(waiver.code)}", hint)
        elif not rule.is_waivable:
            message = f"`{rule.code}` cannot be waived"
            yield Finding(("waivers", index, "code"), message, "fix what it finds, and delete this waiver")
