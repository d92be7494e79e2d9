"""A report as a GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from collections import Counter

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.data import dumps, json_for
from coopdb.render.problems.sarif import fingerprint
from coopdb.render.screen import Screen
from coopdb.text import visible

ENDINGS = (".json",)

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: CheckReport, screen: Screen) -> str:
    """Write an array with an object for every problem."""
    seen: Counter[str] = Counter()
    objects = [_object(problem, report.path_in_checkout(problem), seen) for problem in report.problems]
    return json_for(dumps(objects, indent=2) + "\n", screen)


def _object(problem: Problem, path: str, seen: Counter[str]) -> dict[str, object]:
    span = problem.span
    return {
        "description": visible(f"{problem.code} {problem.message}"),
        "check_name": problem.name,
        "fingerprint": fingerprint(problem, path, seen),
        "severity": _SEVERITIES[problem.severity],
        "location": {
            "path": visible(path),
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }
