"""Checks the files of a repository as they are, in several processes where there are many."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain, starmap
from typing import Any

from coopdb.check.choice import Choice
from coopdb.check.outline import Outline, outline
from coopdb.check.problem import Problem, Report
from coopdb.check.runner import Runner, report
from coopdb.check.scope import Scope
from coopdb.record.config import Config
from coopdb.store.child import LostError
from coopdb.store.collector import no_collector
from coopdb.store.own import read_own
from coopdb.store.records import Entry, read_entry
from coopdb.store.repository import Repository
from coopdb.store.together import Exchange, in_parts, processes_for
from coopdb.store.watch import Watch, ignore
from coopdb.vocabulary.vocabularies import Vocabularies

_STEP = 100  # files from one word of progress to the next
Work = Callable[[Sequence[Entry | str], Exchange[Any]], list[Problem]]


def check_files(
    repository: Repository, files: Sequence[str], today: date, choice: Choice, watch: Watch = ignore
) -> Report:
    """Check the chosen ones of a repository's files; rules across records still see every one."""
    with no_collector():
        readings, vocabularies = read_own(repository)
        own = [Entry(path, reading) for path, reading in readings.items()]
        runner = Runner(next((each.config for each in readings.values() if each.config), Config()), choice)

        def work(part: Sequence[Entry | str], exchange: Exchange[Any]) -> list[Problem]:
            entries = []
            for number, each in enumerate(part):
                entries.append(_entry(repository, each, vocabularies))
                if number % _STEP == 0 and part[0] is items[0]:  # one process speaks for all
                    watch(number * len(items) // len(part), len(items))
            # Plain tuples, which are sent twice as fast.
            mine = [tuple(outline(entry)) for entry in entries if entry.path not in readings]
            outlines = exchange(mine)
            scope = Scope(tuple(starmap(Outline, chain.from_iterable(outlines))), vocabularies, today)
            number = next(number for number, each in enumerate(outlines) if each is mine)
            for facts in exchange(scope.share(number, len(outlines))):
                scope.learn(facts)
            return list(runner.problems(filter(lambda entry: choice.has(entry.path), _taken(entries)), scope))

        items: list[Entry | str] = [*own, *files]
        found = _together(work, items)
    paths = (each if isinstance(each, str) else each.path for each in items)
    return report(sum(map(choice.has, paths)), chain.from_iterable(found))


def _taken(entries: list[Entry]) -> Iterator[Entry]:
    """Yield entries, and keep none: what was just looked at is taken apart in a third of the time."""
    while entries:
        yield entries.pop()


def _entry(repository: Repository, item: Entry | str, vocabularies: Vocabularies) -> Entry:
    return read_entry(repository.root, item, vocabularies) if isinstance(item, str) else item


def _together(work: Work, items: Sequence[Entry | str]) -> list[list[Problem]]:
    """Share the work out; alone where a process cannot be started, or is lost."""
    try:
        return in_parts(work, items, processes_for(len(items)))
    except (OSError, LostError):
        return in_parts(work, items, 1)
