"""Runs the rules over records, and stamps on each finding what its rule does not repeat: code, severity and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property

from coopdb.check.choice import Choice
from coopdb.check.outline import outline
from coopdb.check.problem import Finding, Problem, Report, Severity
from coopdb.check.registry import RULES, Rule, is_named
from coopdb.check.scope import Scope
from coopdb.record.config import Config
from coopdb.record.positions import Positions
from coopdb.record.span import Span
from coopdb.store.records import Entry, Records

_BEFORE, _LONGEST = 100, 600  # characters kept of a line: before the place of a problem, and of all


def check(records: Records, today: date, choice: Choice = Choice()) -> Report:  # noqa: B008  # it is frozen
    """Check the chosen records; rules across records still see every one."""
    scope = Scope(tuple(map(outline, records.entries)), records.vocabularies, today)
    entries = [entry for entry in (*records.own, *records.entries) if choice.has(entry.path)]
    return report(len(entries), Runner(records.config, choice).problems(entries, scope))


def report(files: int, problems: Iterable[Problem]) -> Report:
    """Put problems in order."""
    return Report(files, tuple(sorted(problems, key=_order)))


@dataclass(frozen=True)
class Runner:
    """Runs the rules that a configuration and a choice ask for, on one entry after the other."""

    config: Config
    choice: Choice
    _by_traits: dict[frozenset[str], tuple[Rule, ...]] = field(init=False, repr=False, default_factory=dict)

    def problems(self, entries: Iterable[Entry], scope: Scope) -> Iterator[Problem]:
        """Yield every problem of the entries."""
        for entry in entries:
            if found := self._found(entry, scope):
                yield from self._stamped(entry, found)

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        """The rules that are checked, after the command line and then the configuration."""
        select, ignore = self.choice.select or self.config.select, (*self.config.ignore, *self.choice.ignore)
        return tuple(rule for rule in RULES if (not select or is_named(rule, select)) and not is_named(rule, ignore))

    def _rules_for(self, traits: frozenset[str]) -> tuple[Rule, ...]:
        """Return the rules that may find something in a file with these traits; there are few kinds of files."""
        if traits not in self._by_traits:
            fitting = (rule for rule in self._rules if not rule.needs or not traits.isdisjoint(rule.needs))
            self._by_traits[traits] = tuple(fitting)
        return self._by_traits[traits]

    @cached_property
    def _severities(self) -> dict[str, Severity]:
        """The severity of each rule, by code."""
        named = self.config.severity.items()
        return {
            rule.code: next((level for name, level in named if is_named(rule, (name,))), rule.severity)
            for rule in self._rules
        }

    def _found(self, entry: Entry, scope: Scope) -> list[tuple[Rule, Finding]]:
        """Run the rules on one entry."""
        rules = self._rules_for(entry.reading.traits)
        ignored = [code for each in self.config.ignores if _matches(entry.path, each.paths) for code in each.codes]
        if ignored:
            rules = tuple(rule for rule in rules if not is_named(rule, ignored))
        meeting = entry.reading.meeting
        if meeting and meeting.waivers:  # one of a rule that is not checked may be of use elsewhere
            checked = {name for rule in self._rules if not is_named(rule, ignored) for name in (rule.code, rule.name)}
            scope.silenced[entry.path] |= {waiver.code for waiver in meeting.waivers} - checked
        if meeting and not meeting.waivers and not entry.reading.faults:  # as nearly all are
            return [(rule, finding) for rule in rules for finding in rule.check(entry, scope)]
        return [(rule, finding) for rule in rules for finding in _findings(rule, entry, scope)]

    def _stamped(self, entry: Entry, found: Iterable[tuple[Rule, Finding]]) -> Iterator[Problem]:
        """Make problems of what was found in one entry."""
        positions = Positions(entry.reading.text) if entry.reading.is_parsed else None
        lines = entry.reading.text.split("\n")
        for rule, finding in found:
            span = finding.span or _span(finding, positions)
            line = lines[min(span.line, len(lines)) - 1].removesuffix("\r")
            skipped = max(min(span.column, len(line)) - _BEFORE, 0) if len(line) > _LONGEST else 0
            yield Problem(
                code=rule.code,
                name=rule.name,
                severity=self._severities[rule.code],
                message=finding.message,
                hint=finding.hint,
                path=entry.path,
                span=span,
                route=finding.route,
                fix=finding.fix,
                source=line[skipped : skipped + _LONGEST],
                skipped=skipped,
            )


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


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
