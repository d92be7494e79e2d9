"""Runs the rules over records, and stamps on each finding what its rule does not repeat: code, severity and place."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from coopdb.check.problem import Finding, Problem, Report, Severity
from coopdb.check.registry import RULES, Rule, is_named
from coopdb.check.scope import Scope
from coopdb.record.config import Config
from coopdb.record.positions import Positions
from coopdb.record.span import Span
from coopdb.store.records import Entry, Records


@dataclass(frozen=True, slots=True)
class Choice:
    """What is checked: the paths (all when None), and the rules (those of the configuration when there are none)."""

    paths: Collection[str] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def check(records: Records, today: date, choice: Choice = Choice()) -> Report:  # it is frozen
    """Check the chosen records; rules across records still see every one."""
    scope = Scope(records, today)
    rules = [rule for rule in RULES if _is_wanted(rule, records.config, choice)]
    every = (*records.own, *records.entries)
    entries = [entry for entry in every if choice.paths is None or entry.path in choice.paths]
    problems = (problem for entry in entries for problem in _problems(entry, scope, rules))
    return Report(len(entries), tuple(sorted(problems, key=_order)))


def _problems(entry: Entry, scope: Scope, rules: Iterable[Rule]) -> Iterator[Problem]:
    config = scope.records.config
    ignored = [code for each in config.ignores if _matches(entry.path, each.paths) for code in each.codes]
    found = [
        (rule, finding)
        for rule in rules
        if not (ignored and is_named(rule, ignored))
        for finding in _findings(rule, entry, scope)
    ]
    if not found:
        return
    positions = Positions(entry.reading.text) if entry.reading.is_parsed else None
    lines = entry.reading.text.split("\n")
    for rule, finding in found:
        span = finding.span or _span(finding, positions)
        yield Problem(
            code=rule.code,
            name=rule.name,
            severity=_severity(rule, config),
            message=finding.message,
            hint=finding.hint,
            path=entry.path,
            span=span,
            route=finding.route,
            fix=finding.fix,
            source=lines[min(span.line, len(lines)) - 1].removesuffix("\r"),
        )


def _is_wanted(rule: Rule, config: Config, choice: Choice) -> bool:
    """Tell whether a rule is checked, after the command line and then the configuration."""
    select = choice.select or config.select
    return (not select or is_named(rule, select)) and not is_named(rule, (*config.ignore, *choice.ignore))


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def _severity(rule: Rule, config: Config) -> Severity:
    return next((level for name, level in config.severity.items() if is_named(rule, (name,))), rule.severity)


def _findings(rule: Rule, entry: Entry, scope: Scope) -> Iterator[Finding]:
    """Run one rule on one entry, unless it relies on what is not there or the record waives it."""
    if rule.reads is not None:
        if entry.reading.meeting is None or not entry.reading.broken.isdisjoint(rule.reads):
            return
        waivers = {waiver.code for waiver in entry.reading.meeting.waivers} & {rule.code, rule.name}
        if waivers:
            if next(rule.check(entry, scope), None):
                scope.silenced[entry.path] |= waivers
            return
    yield from rule.check(entry, scope)


def _span(finding: Finding, positions: Positions | None) -> Span:
    if positions is None:
        return Span(1, 1, 1, 1)
    return positions.key(finding.route) if finding.at == "key" else positions.value(finding.route)


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.path, problem.span.line, problem.span.column, problem.code, problem.message
