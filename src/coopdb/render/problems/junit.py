"""A report as JUnit XML, as most CI services read it: a test case a problem."""

import re
from collections import Counter
from xml.sax.saxutils import escape, quoteattr

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.screen import Screen
from coopdb.text import visible

ENDINGS = (".xml",)

# What XML 1.0 has no characters for: https://www.w3.org/TR/xml/#charsets
_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_SOUND = '    <testcase classname="coopdb" name="all records"/>\n'


def render(report: CheckReport, _: Screen) -> str:
    """Write one suite: what fails the check is a failure, any other warning a test that passes; infos are left out."""
    seen: Counter[str] = Counter()
    cases = [_case(each, seen, report) for each in report.problems if each.severity != "info"] or [_SOUND]
    counts = f'tests="{len(cases)}" failures="{sum(map(report.fails, report.problems))}" errors="0"'
    inner = f'  <testsuite name="coopdb" {counts}>\n{"".join(cases)}  </testsuite>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n{inner}</testsuites>\n'


def _case(problem: Problem, seen: Counter[str], report: CheckReport) -> str:
    """Write a test case, whose name stays the same when lines move, and is not that of another one of the file."""
    name = f"{problem.code} {problem.message}"
    seen[f"{problem.path}\0{name}"] += 1
    number = seen[f"{problem.path}\0{name}"]
    named = f"{name} ({number})" if number > 1 else name
    inner = _failure(problem) if report.fails(problem) else f"      <system-out>{_text(_place(problem))}</system-out>\n"
    return f"    <testcase classname={_attribute(problem.path)} name={_attribute(named)}>\n{inner}    </testcase>\n"


def _failure(problem: Problem) -> str:
    return (
        f"      <failure type={_attribute(problem.severity)} message={_attribute(_place(problem))}>"
        f"{_text(problem.hint)}</failure>\n"
    )


def _place(problem: Problem) -> str:
    return f"{problem.span.line}:{problem.span.column}: {problem.code} {problem.message}"


def _text(text: str) -> str:
    return escape(_characters(text))


def _attribute(text: str) -> str:
    return quoteattr(_characters(text))


def _characters(text: str) -> str:
    """Show what XML cannot hold, or would not give back as it is."""
    return re.sub(_NOT_XML, lambda match: f"\\u{ord(match[0]):04x}", visible(text))
