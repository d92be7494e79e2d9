"""Finds a name in `coopdb.toml` that is not a rule's.

`select`, `ignore`, `severity` and the `codes` of `[[ignores]]` name rules by their code, the beginning of codes, or
their name. A slip there would leave out a check without a word.

Bad:

    ignore = ["P0O4"]

Good:

    ignore = ["P004"]
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.config import Config
from coopdb.record.fault import Route
from coopdb.store.files.records import RecordFile
from coopdb.text import did_you_mean

CODE = "C001"
READS = None
NEEDS = ("config",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every name that neither is a rule's nor begins a code."""
    from coopdb.check.registry import RULES, is_named  # not above: the registry imports this module

    names = [name for rule in RULES for name in (rule.code, rule.name)]
    config = entry.reading.config or Config()
    for route, name in _names(config):
        if not any(is_named(rule, (name,)) for rule in RULES):
            is_key = route[0] == "severity"
            free = [each for each in names if not (is_key and each in config.severity)]
            hint = did_you_mean(name, free) or "see `coopdb explain`"
            yield Finding(route, f"no rule is called {show(name)}", hint, at="key" if is_key else "value")


def _names(config: Config) -> Iterator[tuple[Route, str]]:
    for key in ("select", "ignore"):
        yield from (((key, index), name) for index, name in enumerate(getattr(config, key)))
    yield from ((("severity", name), name) for name in config.severity)
    for index, ignore in enumerate(config.ignores):
        yield from ((("ignores", index, "codes", place), name) for place, name in enumerate(ignore.codes))
