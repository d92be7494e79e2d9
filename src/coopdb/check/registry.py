"""The rules, each found in its own module of `check/rules/`: adding a file adds a rule."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from coopdb.check import rules
from coopdb.check.problem import Finding, Severity
from coopdb.store.records import Entry, Records

Check = Callable[[Entry, Records], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule: a module with CODE, READS and `check`, and perhaps SEVERITY and IS_FIXABLE.

    READS names the top-level keys the check relies on. The runner leaves a record out of the check when one of them
    is missing or faulty, so that one fault is not reported twice. None: the rule needs no meeting at all.
    """

    module: ModuleType

    @property
    def code(self) -> str:
        """The rule's stable code, such as `K002`; its letter is the group."""
        return str(self.module.CODE)

    @property
    def name(self) -> str:
        """The rule's name: that of its module, which is the defect it finds."""
        return self.module.__name__.rpartition(".")[2].replace("_", "-")

    @property
    def severity(self) -> Severity:
        """Whether the rule makes a run fail."""
        severity: Severity = getattr(self.module, "SEVERITY", "error")
        return severity

    @property
    def is_fixable(self) -> bool:
        """Tell whether there is one right way to mend what the rule finds."""
        return bool(getattr(self.module, "IS_FIXABLE", False))

    @property
    def reads(self) -> tuple[str, ...] | None:
        """The top-level keys the check relies on; None when it needs no meeting."""
        reads: tuple[str, ...] | None = self.module.READS
        return reads

    @property
    def check(self) -> Check:
        """The generator of findings."""
        check: Check = self.module.check
        return check

    @cached_property
    def manual(self) -> str:
        """The manual page: the module's docstring."""
        return inspect.cleandoc(self.module.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]


def _find_rules() -> tuple[Rule, ...]:
    modules = (import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__))
    return tuple(sorted((Rule(module) for module in modules), key=lambda rule: rule.code))


RULES = _find_rules()


def find_rule(text: str) -> Rule | None:
    """Find a rule by its code or its name, in any case."""
    wanted = text.strip().casefold().replace("_", "-")
    return next((rule for rule in RULES if wanted in (rule.code.casefold(), rule.name)), None)
