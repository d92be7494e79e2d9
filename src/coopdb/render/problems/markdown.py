"""A report as a Markdown table, for the summary of a workflow or a comment."""

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.markdown import escape
from coopdb.render.screen import Screen
from coopdb.text import count

ENDINGS = (".md",)

_SHOWN = 200  # a summary holds 1 MiB


def render(report: CheckReport, _: Screen) -> str:
    """Write the counts, and a row for every problem."""
    heading = f"**coopdb**: {count(report.files, 'file')} checked, {report.tally}\n"
    if not report.problems:
        return heading
    rows = "".join(_row(problem) for problem in report.problems[:_SHOWN])
    left = len(report.problems) - _SHOWN
    more = f"\nand {left:,} more\n" if left > 0 else ""
    return f"{heading}\n| where | | what | what to do |\n|---|---|---|---|\n{rows}{more}"


def _row(problem: Problem) -> str:
    place = f"{escape(problem.path)}:{problem.span.line}"
    return f"| {place} | {problem.severity} {problem.code} | {escape(problem.message)} | {escape(problem.hint)} |\n"
