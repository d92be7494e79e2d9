"""What a check finds: a rule's finding, the problem made of it, and the report of a run."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import join, normpath
from typing import Literal

from coopdb.record.edits import Edit
from coopdb.record.fault import Route
from coopdb.record.severity import SEVERITIES, Severity
from coopdb.record.span import Span
from coopdb.text import count


@dataclass(frozen=True, slots=True)
class Replace:
    """A fix: other TOML in the place of the value that was found."""

    toml: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A fix: another key in the place of the one that was found, wherever it stands."""

    key: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A fix: without one element of an array."""

    route: Route


@dataclass(frozen=True, slots=True)
class Move:
    """A fix: the file at another path, from the repository's root, whose stem is its new id.

    `wanted` is the id without the number that it has where another record has that id.
    """

    path: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A fix: edits of the text itself."""

    edits: tuple[Edit, ...]


Fix = Replace | Rename | Remove | Move | Rewrite


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: the route of what is wrong, the message, and what to do about it.

    `at` chooses between the value at the route and its key. A finding in text that has no routes has a `span`.
    `severity` is another than the rule's. `is_of_today`: another day would find something else in the same file.
    """

    route: Route
    message: str
    hint: str = ""
    at: Literal["value", "key"] = "value"
    span: Span | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    is_of_today: bool = False


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
        """Tell whether `validate --fix` can fix it."""
        return self.fix is not None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All problems of a run, ordered by path, place and code, and the number of files checked.

    `is_strict` tells that warnings fail too. `folder` is where the root lies in its git repository.
    """

    files: int
    problems: tuple[Problem, ...]
    is_strict: bool = False
    folder: str = ""

    @property
    def errors(self) -> int:
        """The number of problems that are errors."""
        return self._number_of("error")

    @property
    def warnings(self) -> int:
        """The number of problems that are warnings."""
        return self._number_of("warning")

    @property
    def infos(self) -> int:
        """The number of problems that are neither, and never fail a check."""
        return self._number_of("info")

    @property
    def tally(self) -> str:
        """The numbers of problems in words; infos only where there are some."""
        if not self.problems:
            return "no problems"
        infos = (count(self.infos, "info"),) if self.infos else ()
        return ", ".join((count(self.errors, "error"), count(self.warnings, "warning"), *infos))

    @property
    def has_failed(self) -> bool:
        """Tell whether any problem fails the check."""
        return any(map(self.fails, self.problems))

    def fails(self, problem: Problem) -> bool:
        """Tell whether a problem fails the check."""
        return problem.severity == "error" or (self.is_strict and problem.severity == "warning")

    def path_in_checkout(self, problem: Problem) -> str:
        """Return a problem's path as CI reads it: from the top of the git repository."""
        return normpath(join(self.folder, problem.path))

    def _number_of(self, severity: Severity) -> int:
        return sum(problem.severity == severity for problem in self.problems)


def brought(now: Iterable[Problem], before: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that a file did not have before, or that were less severe, when its text is the same."""
    known = Counter(
        (each.code, each.route, severity)
        for each in before
        for severity in SEVERITIES[SEVERITIES.index(each.severity) :]
    )
    for each in now:
        key = each.code, each.route, each.severity
        if known[key]:
            known[key] -= 1
        else:
            yield each
