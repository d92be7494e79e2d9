"""A report as JUnit XML, as most CI services read it: a test case a file, each problem a failure of it."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from coopdb.check.problem import Problem, Report
from coopdb.render.screen import Screen
from coopdb.text import visible


def render(report: Report, _: Screen) -> str:
    """Write one suite. Warnings are failures too, and infos are left out: the format knows nothing milder."""
    failures = [problem for problem in report.problems if problem.severity != "info"]
    cases = "".join(_case(path, list(found)) for path, found in groupby(failures, key=lambda each: each.path))
    faulty = len({problem.path for problem in failures})
    counts = f'tests="{max(report.files, faulty)}" failures="{len(failures)}"'
    sound = "" if failures else '    <testcase classname="coopdb" name="all records"/>\n'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites {counts}>\n  <testsuite name="coopdb" {counts}>\n{cases}{sound}  </testsuite>\n</testsuites>\n'
    )


def _case(path: str, problems: list[Problem]) -> str:
    failures = "".join(
        f"      <failure type={quoteattr(problem.severity)} message={quoteattr(_message(problem))}>"
        f"{escape(visible(problem.hint))}</failure>\n"
        for problem in problems
    )
    return f'    <testcase classname="coopdb" name={quoteattr(visible(path))}>\n{failures}    </testcase>\n'


def _message(problem: Problem) -> str:
    return visible(f"{problem.span.line}:{problem.span.column}: {problem.code} {problem.message}")
