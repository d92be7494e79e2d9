"""A report as a GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from collections import Counter

from coopdb.check.problem import Report
from coopdb.render.data import dumps
from coopdb.render.problems.sarif import fingerprint
from coopdb.render.screen import Screen
from coopdb.text import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, _: Screen) -> str:
    """Write an array with an object for every problem."""
    seen: Counter[str] = Counter()
    objects = [
        {
            "description": visible(f"{problem.code} {problem.message}"),
            "check_name": problem.name,
            "fingerprint": fingerprint(problem, seen),
            "severity": _SEVERITIES[problem.severity],
            "location": {
                "path": visible(problem.path),
                "positions": {
                    "begin": {"line": problem.span.line, "column": problem.span.column},
                    "end": {"line": problem.span.end_line, "column": problem.span.end_column},
                },
            },
        }
        for problem in report.problems
    ]
    return dumps(objects, indent=2) + "\n"
