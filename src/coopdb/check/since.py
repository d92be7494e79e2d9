"""Checks what a change has brought about: all that has changed, and what it broke in files that have not.

Base and head are judged by the same rules on the same day, each with its own vocabularies and configuration. Where only
records have changed, a file that has not can have new problems only by rules that look at other records, and at what
those silence; so the others need not be run.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, starmap
from operator import attrgetter
from typing import Any, NamedTuple

from coopdb.check.choice import Choice
from coopdb.check.disarming import Silenced, abandoned, disarmed
from coopdb.check.files import (
    config_of,
    in_processes,
    misnamed_entries,
    own_entries,
    share_facts,
    taken,
    watching,
)
from coopdb.check.outline import Outline, outline
from coopdb.check.problem import CheckReport, Finding, Problem, brought
from coopdb.check.registry import RULES
from coopdb.check.runner import Runner, report
from coopdb.check.scope import Scope
from coopdb.parallel.gc_pause import no_collector
from coopdb.parallel.processes import Exchange, processes_for
from coopdb.parallel.progress import Watch, ignore
from coopdb.record.config import Config
from coopdb.record.reading import Reading
from coopdb.store.cache.answers import Seen
from coopdb.store.cache.outlines import Fields, keep_outlines, recall_outlines
from coopdb.store.files.base import Base
from coopdb.store.files.local import read_own, read_own_contents
from coopdb.store.files.records import RecordFile, entry_of, read_entry
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER
from coopdb.vocabulary.vocabularies import Vocabularies

_ACROSS = tuple(rule for rule in RULES if rule.is_across)
_DISARMED = tuple(rule for rule in RULES if rule.name == "disarmed-check")

Found = tuple[list[Problem], list[Silenced], list[tuple[Any, ...]]]
Outlines = tuple[list[tuple[Any, ...]], list[tuple[str, tuple[Any, ...] | None]]]


def check_since(
    repository: Repository, base: Base, seen: Seen, today: date, choice: Choice, watch: Watch = ignore
) -> CheckReport:
    """Check the chosen files, which have changed, and report what is new in others."""
    with no_collector():
        recalled, files = recall_outlines(repository, seen), seen.files
        now = _Side.of(read_own(repository), choice)
        then = _Side.of(read_own_contents(base.own), choice)
        judge = _Judge(repository, base, frozenset(files), today, choice, now, then, recalled.outlines)
        items = [*{**now.own, **then.own, **judge.misnamed}, *sorted({*files, *base.before})]
        processes = processes_for(len(items) - len(judge.known))
        found = in_processes(
            lambda part, exchange: judge.work(watching(part, items, watch), exchange), items, processes
        )
        # What could not be parsed, and so has no date, is read again each time.
        outlines = [each for _, _, outlines in found for each in starmap(Outline, outlines) if each.date]
        if outlines and recalled.stamp:
            keep_outlines(repository, seen, recalled.stamp, outlines)
        problems = chain.from_iterable(problems for problems, _, _ in found)
        findings = (
            *disarmed(now.config, then.config, chain.from_iterable(silenced for _, silenced, _ in found)),
            *abandoned(judge.config_entry.reading.config, base.left),
        )
        checked = sum(map(choice.has, (*now.own, *files)))
        return report(checked, [*problems, *judge.told(findings)])


class _Side(NamedTuple):
    """What one of the two sides is judged with: its own files, its vocabularies and its configuration."""

    own: dict[str, RecordFile]
    vocabularies: Vocabularies
    config: Config

    @classmethod
    def of(cls, what_was_read: tuple[dict[str, Reading], Vocabularies], choice: Choice) -> "_Side":
        """Make a side of what was read in its own files."""
        readings, vocabularies = what_was_read
        return cls(own_entries(readings), vocabularies, choice.config or config_of(readings))


class _Pair(NamedTuple):
    """A file as it is, and as it was; None where it is or was not there."""

    path: str
    now: RecordFile | None
    then: RecordFile | None


@dataclass(frozen=True)
class _Judge:
    """Compares the two sides, a part of the files at a time."""

    repository: Repository
    base: Base
    files: frozenset[str]
    today: date
    choice: Choice
    now: _Side
    then: _Side
    recalled: Mapping[str, Fields]

    @cached_property
    def known(self) -> Mapping[str, Outline]:
        """The outlines of files that are as they were there, by path, where these need not be read to be judged."""
        if not (self.has_same_words and self.has_same_rules):
            return {}
        same = (self.base.same - self.base.before.keys()).difference(self.choice.paths or ())
        # The parties, which name groups of records, are a tuple again.
        return {
            path: Outline(path, id_, tuple(parties), *others)
            for path, (_, id_, parties, *others) in self.recalled.items()
            if path in same
        }

    @cached_property
    def misnamed(self) -> dict[str, RecordFile]:
        """What is passed over because of its name, and was not there before."""
        return misnamed_entries(self.choice.misnamed)

    @cached_property
    def has_same_words(self) -> bool:
        """Tell whether both sides have the same own topics and people."""
        own = {path for path in (*self.now.own, *self.then.own) if path.startswith(f"{FOLDER}/")}
        return own <= self.base.same

    @cached_property
    def has_same_rules(self) -> bool:
        """Tell whether both sides are judged by the same rules."""
        return self.now.config.rules == self.then.config.rules

    def work(self, paths: Iterator[str], exchange: Exchange[Any]) -> Found:
        """Judge some of the files, each by what the others hold too."""
        here = list(paths)
        pairs = [self._pair(path) for path in here if path not in self.known]
        mine = self._outlines(pairs)
        parts: Sequence[Outlines] = exchange(mine)
        read = starmap(Outline, chain.from_iterable(outlines for outlines, _ in parts))
        scope = self._scope((*self.known.values(), *read), self.now)
        share_facts(scope, mine, parts, exchange)
        others = dict(chain.from_iterable(others for _, others in parts))
        before = scope
        if others or not self.has_same_words:
            same = (each for each in scope.outlines if each.path not in others)
            before = self._scope((*same, *starmap(Outline, filter(None, others.values()))), self.then)
        if self.has_same_words and self.has_same_rules and before is not scope:
            concerned = self._concerned(scope)
            pairs = [each for each in pairs if each.path in concerned or not self._is_unchanged(each)]
            pairs += [self._pair(path) for path in here if path in self.known and path in concerned]
        return *self._judged(pairs, scope, before), mine[0]

    def _is_unchanged(self, pair: _Pair) -> bool:
        """Tell whether a file was chosen by nobody, and is what it was."""
        return pair.then is pair.now and not self.choice.has(pair.path)

    @cached_property
    def config_entry(self) -> RecordFile:
        """The configuration as it is written here, whatever the rules are taken from."""
        path = self.repository.config_path
        return self.now.own.get(path) or RecordFile(path, Reading("", config=Config()))

    def told(self, findings: tuple[Finding, ...]) -> Iterator[Problem]:
        """Yield what is to be said of the configuration."""
        scope = replace(self._scope((), self.now), disarmed=findings)
        yield from Runner(self.now.config, self.choice, _DISARMED).problems([self.config_entry], scope)

    def _pair(self, path: str) -> _Pair:
        if path in self.misnamed:
            return _Pair(path, self.misnamed[path], None)
        if path in self.now.own or path in self.then.own:
            return _Pair(path, self.now.own.get(path), self.then.own.get(path))
        root = self.repository.root
        now = read_entry(root, path, self.now.vocabularies) if path in self.files else None
        if path in self.base.before:
            return _Pair(path, now, entry_of(path, self.base.before[path], self.then.vocabularies))
        if now is None or self.base.is_changed(path):
            return _Pair(path, now, None)
        return _Pair(path, now, now if self.has_same_words else read_entry(root, path, self.then.vocabularies))

    def _outlines(self, pairs: Iterable[_Pair]) -> Outlines:
        """Sum up the records of one part, and what they were where that differs."""
        outlines, others = [], []
        for path, now, then in pairs:
            if path in self.misnamed or path in self.now.own or path in self.then.own:
                continue
            is_now = tuple(outline(now)) if now else None
            was = is_now if then is now else tuple(outline(then)) if then else None
            if is_now:
                outlines.append(is_now)
            if is_now != was:
                others.append((path, was))
        return outlines, others

    def _scope(self, outlines: Iterable[Outline], side: _Side) -> Scope:
        """Make a scope of outlines in the order of a full run: of several usual spellings the first is the one."""
        return Scope(tuple(sorted(outlines, key=attrgetter("path"))), side.vocabularies, self.today)

    def _concerned(self, scope: Scope) -> set[str]:
        """Return the files that are to be read, though they have not changed, because they may have a new problem."""
        of_rules = chain.from_iterable(rule.concerned(scope) for rule in _ACROSS if rule.concerned)
        waived = (each for each in scope.outlines if each.has_waivers)
        return {each.path for each in chain(of_rules, waived) if self.choice.may_bring(each.path)}

    def _judged(self, pairs: list[_Pair], scope: Scope, before: Scope) -> tuple[list[Problem], list[Silenced]]:
        problems: list[Problem] = []
        silenced: list[Silenced] = []
        every, across = (Runner(self.now.config, self.choice, rules) for rules in (RULES, _ACROSS))
        was_every, was_across = (Runner(self.then.config, self.choice, rules) for rules in (RULES, _ACROSS))
        is_whole = not (self.has_same_words and self.has_same_rules)
        for path, now, then in taken(pairs):
            is_changed = self.choice.has(path)
            if now is None or not (is_changed or self.choice.may_bring(path)):
                continue
            if not is_changed and not is_whole and before is scope:  # nothing has changed for it
                continue
            is_run = is_whole or is_changed or path in self.base.before or _has_waivers(now)
            found = list((every if is_run else across).problems([now], scope))
            if is_changed:
                problems += found
            elif found and then:
                problems += brought(found, (was_every if is_run else was_across).problems([then], before))
            if not self.has_same_rules:
                lost = brought(was_every.problems([now], scope), found)
                silenced += ((each.path, each.code) for each in lost)
        return problems, silenced


def _has_waivers(entry: RecordFile) -> bool:
    return entry.reading.meeting is not None and bool(entry.reading.meeting.waivers)
