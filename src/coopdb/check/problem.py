"""What a check finds: a rule's finding, the problem made of it, and the report of a run."""

from dataclasses import dataclass
from typing import Literal

from coopdb.record.fault import Route
from coopdb.record.span import Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Replace:
    """A fix: other TOML in the place of the finding, a value or a key."""

    toml: str


@dataclass(frozen=True, slots=True)
class Move:
    """A fix: the file at another path, from the repository's root, whose stem is its new id."""

    path: str


Fix = Replace | Move


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: the route of what is wrong, the message, and what to do about it.

    `at` chooses between the value at the route and its key. A finding in text that has no routes has a `span`.
    """

    route: Route
    message: str
    hint: str = ""
    at: Literal["value", "key"] = "value"
    span: Span | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with all that a report says of it: its rule, its place, and the line of text it stands in.

    Of a long line `source` is what is around the place, after `skipped` characters.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    path: str
    span: Span
    route: Route
    fix: Fix | None
    source: str
    skipped: int = 0

    @property
    def is_fixable(self) -> bool:
        """Tell whether `validate --fix` can mend it."""
        return self.fix is not None


@dataclass(frozen=True, slots=True)
class Report:
    """All problems of a run, ordered by path, place and code, and the number of files checked."""

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """The number of problems that are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """The number of problems that are warnings."""
        return len(self.problems) - self.errors
