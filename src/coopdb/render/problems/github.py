"""A report as annotations of GitHub Actions, each at its line of a file.

GitHub shows ten errors, ten warnings and ten notices of a step, so that the rest of each severity is counted in one
more notice.
"""

from collections.abc import Iterator
from typing import Literal

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.annotation import annotation
from coopdb.render.screen import Screen
from coopdb.text import count

ENDINGS = (".txt",)

Level = Literal["error", "warning", "notice"]
_LEVELS: dict[str, Level] = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = {"error": 10, "warning": 10, "info": 7}  # three of the ten notices may count what is left out


def render(report: CheckReport, _: Screen) -> str:
    """Write a command for the first problems of each severity, errors first, and a notice of how many are left out."""
    return "".join(_lines(report))


def _lines(report: CheckReport) -> Iterator[str]:
    for severity, shown in _SHOWN.items():
        found = [problem for problem in report.problems if problem.severity == severity]
        yield from (_line(problem, report.path_in_checkout(problem)) for problem in found[:shown])
        if len(found) > shown:
            left = count(len(found) - shown, f"more {severity}")
            yield annotation("notice", f"and {left}: see the summary, or the log")


def _line(problem: Problem, path: str) -> str:
    span = problem.span
    place = {"line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        place |= {"col": span.column, "endColumn": span.end_column}
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return annotation(_LEVELS[problem.severity], message, file=path, **place, title=f"{problem.code} {problem.name}")
