"""Runs the rules over records, and stamps on each finding what its rule does not repeat: code, severity and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from operator import attrgetter

from coopdb.check.choice import Choice
from coopdb.check.cures import PlacedFinding, cures
from coopdb.check.outline import outline
from coopdb.check.problem import CheckReport, Finding, Problem
from coopdb.check.registry import RULES, Rule, is_named
from coopdb.check.scope import Scope
from coopdb.record.config import Config
from coopdb.record.positions import Positions
from coopdb.record.severity import Severity
from coopdb.record.span import Span, within
from coopdb.store.files.records import RecordFile, RecordFiles

_BEFORE, _LONGEST = 100, 600  # characters kept of a line: before the place of a problem, and of all


def check(records: RecordFiles, today: date, choice: Choice = Choice()) -> CheckReport:  # noqa: B008  # it is frozen
    """Check the chosen records; rules across records still see every one."""
    scope = Scope(tuple(map(outline, records.entries)), records.vocabularies, today)
    entries = [entry for entry in (*records.own, *records.entries) if choice.has(entry.path)]
    return report(len(entries), Runner(choice.config or records.config, choice).problems(entries, scope))


def report(files: int, problems: Iterable[Problem]) -> CheckReport:
    """Put problems in order."""
    return CheckReport(files, tuple(sorted(problems, key=_order)))


@dataclass(frozen=True)
class Runner:
    """Runs the rules that a configuration and a choice ask for, on one entry after the other.

    Whatever their codes, those that look at what the others did come last.
    """

    config: Config
    choice: Choice
    rules: tuple[Rule, ...] = RULES
    _by_traits: dict[frozenset[str], tuple[Rule, ...]] = field(init=False, repr=False, default_factory=dict)

    def problems(self, entries: Iterable[RecordFile], scope: Scope) -> Iterator[Problem]:
        """Yield every problem of the entries."""
        for entry in entries:
            if found := self._found(entry, scope):
                yield from self._stamped(entry, found, scope)

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        """The rules that are checked, after the command line and then the configuration."""
        select, ignore = self.choice.select or self.config.select, (*self.config.ignore, *self.choice.ignore)
        return tuple(
            rule
            for rule in sorted(self.rules, key=attrgetter("is_last"))
            if rule.is_always or ((not select or is_named(rule, select)) and not is_named(rule, ignore))
        )

    def _rules_for(self, traits: frozenset[str]) -> tuple[Rule, ...]:
        """Return the rules that may find something in a file with these traits; there are few kinds of files."""
        if traits not in self._by_traits:
            fitting = (rule for rule in self._rules if not rule.needs or not traits.isdisjoint(rule.needs))
            self._by_traits[traits] = tuple(fitting)
        return self._by_traits[traits]

    @cached_property
    def _severities(self) -> dict[str, Severity]:
        """The severity of each rule, by code."""
        return {rule.code: severity_of(self.config, rule) for rule in self._rules}

    def _found(self, entry: RecordFile, scope: Scope) -> list[tuple[Rule, Finding]]:
        """Run the rules on one entry."""
        rules = self._rules_for(entry.reading.traits)
        ignored = [code for each in self.config.ignores if matches(entry.path, each.paths) for code in each.codes]
        if ignored:
            rules = _without(rules, ignored)
        meeting = entry.reading.meeting
        if meeting and meeting.waivers:
            rules_here = _without(self._rules, ignored)  # a waiver of another may be of use elsewhere
            scope.idle[entry.path] = {waiver.code for waiver in meeting.waivers} & _waivable(rules_here, entry)
        elif meeting and not entry.reading.faults:  # as nearly all are
            return [(rule, finding) for rule in rules for finding in rule.check(entry, scope)]
        return [(rule, finding) for rule in rules for finding in _findings(rule, entry, scope)]

    def _severity(self, rule: Rule, finding: Finding, path: str) -> Severity:
        """Return the severity of a finding: what only the calendar has brought about fails no check of other things."""
        is_aside = finding.is_of_today and not self.choice.is_selected(path)
        return "info" if is_aside else finding.severity or self._severities[rule.code]

    def _stamped(self, entry: RecordFile, found: Iterable[tuple[Rule, Finding]], scope: Scope) -> Iterator[Problem]:
        """Make problems of what was found in one entry; one whose fix would be no cure is not fixable."""
        positions = Positions(entry.reading.text) if entry.reading.is_parsed else None
        lines = entry.reading.text.split("\n")
        placed = [
            PlacedFinding(rule, finding, within(finding.span or _span(finding, positions), lines))
            for rule, finding in found
        ]
        has_fix = any(each.finding.fix for each in placed)
        cured = cures(placed, entry, scope) if has_fix else frozenset[int]()
        for number, (rule, finding, span) in enumerate(placed):
            line = lines[span.line - 1].removesuffix("\r")
            skipped = max(min(span.column, len(line)) - _BEFORE, 0) if len(line) > _LONGEST else 0
            yield Problem(
                code=rule.code,
                name=rule.name,
                severity=self._severity(rule, finding, entry.path),
                message=finding.message,
                hint=finding.hint,
                path=entry.path,
                span=span,
                route=finding.route,
                fix=finding.fix if number in cured else None,
                source=line[skipped : skipped + _LONGEST],
                skipped=skipped,
            )


def severity_of(config: Config, rule: Rule) -> Severity:
    """Return the severity that a configuration gives a rule."""
    named = () if rule.is_always else config.severity.items()
    return next((level for name, level in named if is_named(rule, (name,))), rule.severity)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether one of the globs is of a path."""
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def _without(rules: tuple[Rule, ...], names: Iterable[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.is_always or not is_named(rule, names))


def _can_run(rule: Rule, entry: RecordFile) -> bool:
    """Tell whether all that a rule relies on is there, and sound."""
    return rule.reads is None or (entry.reading.meeting is not None and entry.reading.is_sound_at(rule.reads))


def _waivable(rules: Iterable[Rule], entry: RecordFile) -> set[str]:
    """Collect the codes and names of the rules that are checked here, and that a waiver can silence."""
    checked = (rule for rule in rules if rule.is_waivable and _can_run(rule, entry))
    return {name for rule in checked for name in (rule.code, rule.name)}


def _findings(rule: Rule, entry: RecordFile, scope: Scope) -> Iterator[Finding]:
    """Run one rule on one entry, unless it relies on what is not there or the record waives it."""
    if not _can_run(rule, entry):
        return
    found = (each for each in rule.check(entry, scope) if rule.reads is None or not entry.reading.is_broken(each.route))
    if rule.is_waivable and (waivers := _waivers(entry, rule)):
        if next(found, None):
            scope.idle[entry.path] -= waivers
        return
    yield from found


def _waivers(entry: RecordFile, rule: Rule) -> set[str]:
    """Return the names by which a record waives a rule."""
    return {waiver.code for waiver in entry.meeting.waivers} & {rule.code, rule.name}


def _span(finding: Finding, positions: Positions | None) -> Span:
    if positions is None:
        return Span(1, 1, 1, 1)
    return positions.key(finding.route) if finding.at == "key" else positions.value(finding.route)


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.path, problem.span.line, problem.span.column, problem.code, problem.message
