"""Runs the rules over records, and stamps on each finding what its rule does not repeat: code, severity and place."""

from collections.abc import Collection, Iterator

from coopdb.check.problem import Finding, Problem, Report
from coopdb.check.registry import RULES, Rule
from coopdb.record.positions import Positions
from coopdb.record.span import Span
from coopdb.store.records import Entry, Records


def check(records: Records, chosen: Collection[str] | None = None) -> Report:
    """Check the records whose paths are `chosen` (all when None); rules across records still see every one."""
    every = (*records.own, *records.entries)
    entries = [entry for entry in every if chosen is None or entry.path in chosen]
    problems = (problem for entry in entries for problem in _problems(entry, records))
    return Report(len(entries), tuple(sorted(problems, key=_order)))


def _problems(entry: Entry, records: Records) -> Iterator[Problem]:
    found = [(rule, finding) for rule in RULES for finding in _findings(rule, entry, records)]
    if not found:
        return
    positions = Positions(entry.reading.text) if entry.reading.is_parsed else None
    lines = entry.reading.text.split("\n")
    for rule, finding in found:
        span = finding.span or _span(finding, positions)
        yield Problem(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            message=finding.message,
            hint=finding.hint,
            path=entry.path,
            span=span,
            route=finding.route,
            is_fixable=rule.is_fixable,
            source=lines[min(span.line, len(lines)) - 1].removesuffix("\r"),
        )


def _findings(rule: Rule, entry: Entry, records: Records) -> Iterator[Finding]:
    """Run one rule on one entry, unless it relies on what is not there or the record waives it."""
    if rule.reads is not None:
        if entry.reading.meeting is None or not entry.reading.broken.isdisjoint(rule.reads):
            return
        if any(waiver.code in (rule.code, rule.name) for waiver in entry.reading.meeting.waivers):
            return
    yield from rule.check(entry, records)


def _span(finding: Finding, positions: Positions | None) -> Span:
    if positions is None:
        return Span(1, 1, 1, 1)
    return positions.key(finding.route) if finding.at == "key" else positions.value(finding.route)


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.path, problem.span.line, problem.span.column, problem.code, problem.message
