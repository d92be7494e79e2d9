"""Finds a change of `coopdb.toml` by which less is checked than before.

`validate --since` compares the configuration with that of the base. Rules that are newly ignored, or less severe, are
named with the number of findings that this silences: whoever accepts the change should know. `--config-from REV` takes
the rules from a revision instead. A `root` that leads to another folder is told too, when records stay behind.

Bad, in a change that also uses a topic that does not exist:

    ignore = ["V003"]

Good:

    ignore = []
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.store.files.records import RecordFile

CODE = "C002"
READS = None
NEEDS = ("config",)
SEVERITY = "warning"
IS_ALWAYS = True


def check(_: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Yield the findings of the comparison, which has been made already."""
    yield from scope.disarmed
