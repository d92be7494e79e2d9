"""The rules, each found in its own module of `check/rules/`: adding a file adds a rule."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from types import MappingProxyType

from coopdb.check import rules
from coopdb.check.outline import Outline
from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.severity import Severity
from coopdb.store.files.records import RecordFile

Check = Callable[[RecordFile, Scope], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its code is stable, its letter the group; its name is that of its module, the defect it finds.

    `reads` names the keys that every finding relies on, from the top: `date`, `sources.url`. The runner leaves a record
    out of the check when one of them is missing or faulty, and drops what is found at a value that is: one fault is not
    reported twice, and hides no other. None: the rule needs no meeting at all.
    `needs`, unless empty, are traits of files (`Reading.traits`): it finds nothing in a file that has none of them.
    `is_always`: nobody can switch it off or soften it. `concerned`: it looks at other records, and may find something
    because of these only in the ones that are yielded. `is_last`: it looks at what the other rules did. `is_of_today`:
    what it finds depends on the day of the check.
    """

    code: str
    name: str
    severity: Severity
    reads: tuple[str, ...] | None
    needs: tuple[str, ...]
    check: Check
    manual: str
    is_always: bool = False
    concerned: Callable[[Scope], Iterator[Outline]] | None = None
    is_last: bool = False
    is_of_today: bool = False

    @property
    def is_waivable(self) -> bool:
        """Tell whether a record may silence it: not what says why it cannot be understood, nor what checks waivers."""
        return self.reads is not None and not any(key.partition(".")[0] == "waivers" for key in self.reads)

    @property
    def is_across(self) -> bool:
        """Tell whether it looks at other records."""
        return self.concerned is not None

    @property
    def subject(self) -> str:
        """What it is about: that of the letter of its code."""
        return SUBJECTS[self.code[0]]

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]


def _rule(name: str) -> Rule:
    """Make a rule of its module, which has CODE, READS and `check`, and perhaps SEVERITY, NEEDS and marks."""
    module = import_module(f"{rules.__name__}.{name}")
    return Rule(
        code=module.CODE,
        name=name.replace("_", "-"),
        severity=getattr(module, "SEVERITY", "error"),
        reads=module.READS,
        needs=getattr(module, "NEEDS", ()),
        check=module.check,
        manual=inspect.cleandoc(module.__doc__ or ""),
        is_always=getattr(module, "IS_ALWAYS", False),
        concerned=getattr(module, "concerned", None),
        is_last=getattr(module, "IS_LAST", False),
        is_of_today=getattr(module, "IS_OF_TODAY", False),
    )


# What the rules of a letter are about.
SUBJECTS = MappingProxyType(
    {
        "C": "the configuration",
        "D": "dates",
        "F": "files",
        "I": "ids",
        "K": "keys and values",
        "L": "links between records",
        "N": "names",
        "P": "parties and people",
        "R": "the record as a whole",
        "S": "sources",
        "V": "vocabularies",
        "W": "waivers",
    }
)

RULES = tuple(sorted((_rule(module.name) for module in iter_modules(rules.__path__)), key=attrgetter("code")))


def is_named(rule: Rule, names: Iterable[str]) -> bool:
    """Tell whether one of the names is the rule's code, the beginning of it, or its name."""
    return any(name and (rule.code.startswith(name) or rule.name == name) for name in names)


def find_rule(text: str) -> Rule | None:
    """Find a rule by its code or its name, in any case."""
    wanted = text.strip().casefold().replace("_", "-")
    return next((rule for rule in RULES if wanted in (rule.code.casefold(), rule.name)), None)
