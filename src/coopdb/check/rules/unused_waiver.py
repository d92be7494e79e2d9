"""Finds a waiver that silences nothing.

Whoever fixes a record may forget the waiver, which would then hide the next mistake.

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
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile

CODE = "W002"
READS = ()
NEEDS = ("waivers",)
SEVERITY = "warning"
IS_LAST = True


def check(entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield a finding for every waiver of a rule that was checked and found nothing."""
    from coopdb.check.registry import find_rule  # not above: the registry imports this module

    for index, waiver in enumerate(entry.meeting.waivers):
        if waiver.code in scope.idle[entry.path]:
            rule = find_rule(waiver.code)
            message = f"the waiver of {show(waiver.code)} silences nothing"
            is_of_today = rule is not None and rule.is_of_today
            yield Finding(("waivers", index), message, "delete it", is_of_today=is_of_today)
