"""A report with one line a problem: `path:line:column: CODE message (hint)`, as editors and grep read it."""

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.screen import COLOUR_OF, Screen, paint
from coopdb.text import visible

ENDINGS = (".txt",)


def render(report: CheckReport, screen: Screen) -> str:
    """Write a line for every problem."""
    return "".join(_line(problem, screen) for problem in report.problems)


def _line(problem: Problem, screen: Screen) -> str:
    place = f"{visible(problem.path)}:{problem.span.line}:{problem.span.column}"
    code = paint(problem.code, f"bold {COLOUR_OF[problem.severity]}", screen)
    hint = f" ({visible(problem.hint)})" if problem.hint else ""
    return f"{paint(place, 'bold', screen)}: {code} {visible(problem.message)}{hint}\n"
