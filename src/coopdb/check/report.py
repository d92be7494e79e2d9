"""The report on a repository: from the cache while nothing has changed, else from a check of the files."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import Any

from coopdb.check.choice import Choice
from coopdb.check.problem import CheckReport, Fix, Move, Problem, Remove, Rename, Replace, Rewrite
from coopdb.parallel.progress import Watch, ignore
from coopdb.record.edits import Edit
from coopdb.record.span import Span
from coopdb.store.cache.answers import Seen, remembered
from coopdb.store.files.repository import Repository

_UNREADABLE = "F001"  # whether a file can be read does not depend on the file alone


def report_on(repository: Repository, today: date, choice: Choice, watch: Watch = ignore) -> CheckReport:
    """Check the chosen files, or recall what was found when they were as they are now."""
    overlooked = repository.overlooked()

    def work(seen: Seen) -> tuple[str, bool]:
        report = _check(repository, seen, overlooked, today, choice, watch)
        return write(report), all(problem.code != _UNREADABLE for problem in report.problems)

    question = f"validate {today.isoformat()} {choice.wording} {overlooked}"
    return read(remembered(repository, question, work, partial(import_module, "coopdb.check.files")))


def _check(
    repository: Repository, seen: Seen, overlooked: Sequence[str], today: date, choice: Choice, watch: Watch
) -> CheckReport:
    if choice.base:
        from coopdb.check.since import check_since

        return check_since(repository, choice.base, seen, today, choice, watch)
    from coopdb.check.files import check_files

    return check_files(repository, seen.files, today, choice, watch, overlooked=overlooked)


def write(report: CheckReport) -> str:
    """Write a report as JSON, not as a pickle: what is read back must not run."""
    return json.dumps([report.files, [{**asdict(each), "fix": _written(each.fix)} for each in report.problems]])


def read(text: str) -> CheckReport:
    """Read what `write` has written."""
    files, problems = json.loads(text)
    return CheckReport(files, tuple(map(_problem, problems)))


_FIXES: Mapping[str, Callable[..., Fix]] = MappingProxyType(
    {
        "Replace": Replace,
        "Rename": Rename,
        "Remove": lambda route: Remove(tuple(route)),
        "Move": Move,
        "Rewrite": lambda edits: Rewrite(tuple(Edit(Span(**each["span"]), each["text"]) for each in edits)),
    }
)


def _written(fix: Fix | None) -> list[Any] | None:
    return None if fix is None else [type(fix).__name__, *asdict(fix).values()]


def _problem(fields: dict[str, Any]) -> Problem:
    span, route, fix = fields["span"], fields["route"], fields["fix"]
    made = None if fix is None else _FIXES[fix[0]](*fix[1:])
    return Problem(**{**fields, "span": Span(**span), "route": tuple(route), "fix": made})
