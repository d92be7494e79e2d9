"""A report as JUnit XML, as most CI services read it: a test case a problem."""

from collections import Counter

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.screen import Screen
from coopdb.render.xml import xml_attribute, xml_for, xml_text

ENDINGS = (".xml",)

_SOUND = '    <testcase classname="coopdb" name="all records"/>\n'


def render(report: CheckReport, screen: Screen) -> str:
    """Write one suite: what fails the check is a failure, any other warning a test that passes; infos are left out."""
    seen: Counter[str] = Counter()
    cases = [_case(each, seen, report) for each in report.problems if each.severity != "info"] or [_SOUND]
    counts = f'tests="{len(cases)}" failures="{sum(map(report.fails, report.problems))}" errors="0"'
    inner = f'  <testsuite name="coopdb" {counts}>\n{"".join(cases)}  </testsuite>\n'
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n{inner}</testsuites>\n'
    return xml_for(whole, screen)


def _case(problem: Problem, seen: Counter[str], report: CheckReport) -> str:
    """Write a test case, whose name stays the same when lines move, and is not that of another one of the file."""
    name = f"{problem.code} {problem.message}"
    seen[f"{problem.path}\0{name}"] += 1
    number = seen[f"{problem.path}\0{name}"]
    named = f"{name} ({number})" if number > 1 else name
    inner = _failure(problem) if report.fails(problem) else _passed(problem)
    names = f"classname={xml_attribute(problem.path)} name={xml_attribute(named)}"
    return f"    <testcase {names}>\n{inner}    </testcase>\n"


def _failure(problem: Problem) -> str:
    return (
        f"      <failure type={xml_attribute(problem.severity)} message={xml_attribute(_place(problem))}>"
        f"{xml_text(problem.hint)}</failure>\n"
    )


def _passed(problem: Problem) -> str:
    return f"      <system-out>{xml_text(_place(problem))}</system-out>\n"


def _place(problem: Problem) -> str:
    return f"{problem.span.line}:{problem.span.column}: {problem.code} {problem.message}"
