"""A report as JSON, version 1: lines and columns from 1, columns in characters, the end column past the last one."""

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.data import dumps, json_for
from coopdb.render.screen import Screen

ENDINGS = (".json",)


def render(report: CheckReport, screen: Screen) -> str:
    """Write the counts and every problem."""
    document = {
        "version": 1,
        "files": report.files,
        "errors": report.errors,
        "warnings": report.warnings,
        "infos": report.infos,
        "problems": [_object(problem) for problem in report.problems],
    }
    return json_for(dumps(document, indent=2) + "\n", screen)


def _object(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "path": problem.path,
        "line": problem.span.line,
        "column": problem.span.column,
        "end_line": problem.span.end_line,
        "end_column": problem.span.end_column,
        "route": list(problem.route),
        "fixable": problem.is_fixable,
    }
