"""Checks the files of a repository as they are, in several processes where there are many."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, starmap
from typing import Any, TypeVar

from coopdb.check.choice import Choice
from coopdb.check.outline import Outline, outline
from coopdb.check.problem import CheckReport, Problem
from coopdb.check.runner import Runner, report
from coopdb.check.scope import Scope
from coopdb.parallel.child import LostError
from coopdb.parallel.gc_pause import no_collector
from coopdb.parallel.processes import Exchange, in_parts, processes_for
from coopdb.parallel.progress import Watch, ignore
from coopdb.record.config import Config
from coopdb.record.fault import Fault
from coopdb.record.reading import Reading
from coopdb.store.files.local import read_own
from coopdb.store.files.records import RecordFile, read_entry
from coopdb.store.files.repository import Repository

_STEP = 100  # files from one word of progress to the next
Found = TypeVar("Found")


def check_files(
    repository: Repository,
    files: Sequence[str],
    today: date,
    choice: Choice,
    watch: Watch = ignore,
    processes: int | None = None,
    overlooked: Sequence[str] | None = None,
) -> CheckReport:
    """Check the chosen ones of a repository's files; rules across records still see every one.

    `processes` are as many as are worth while when None; what is `overlooked` is looked for when None.
    """
    with no_collector():
        readings, vocabularies = read_own(repository)
        others = own_entries(readings) | misnamed_entries(repository.overlooked() if overlooked is None else overlooked)
        items = [*others, *files]
        runner = Runner(choice.config or config_of(readings), choice)

        def work(part: Sequence[str], exchange: Exchange[Any]) -> list[Problem]:
            watched = watching(part, items, watch)
            entries = [others.get(path) or read_entry(repository.root, path, vocabularies) for path in watched]
            # Plain tuples, which are sent twice as fast.
            mine = [tuple(outline(entry)) for entry in entries if entry.path not in others]
            outlines = exchange(mine)
            scope = Scope(tuple(starmap(Outline, chain.from_iterable(outlines))), vocabularies, today)
            share_facts(scope, mine, outlines, exchange)
            return list(runner.problems(filter(lambda entry: choice.has(entry.path), taken(entries)), scope))

        found = in_processes(work, items, processes)
    return report(sum(map(choice.has, (*readings, *files))), chain.from_iterable(found))


def own_entries(readings: Mapping[str, Reading]) -> dict[str, RecordFile]:
    """Return the files that say something for the repository itself, by path."""
    return {path: RecordFile(path, reading) for path, reading in readings.items()}


def misnamed_entries(paths: Iterable[str]) -> dict[str, RecordFile]:
    """Return files that are passed over because of their names, by path; nobody reads them."""
    return {path: RecordFile(path, Reading("", faults=(Fault("misnamed"),))) for path in paths}


def config_of(readings: Mapping[str, Reading]) -> Config:
    """Return the configuration that was read, the default one where there is none."""
    return next((each.config for each in readings.values() if each.config), Config())


def watching(part: Sequence[str], items: Sequence[str], watch: Watch) -> Iterator[str]:
    """Yield the paths of a part, and tell how far it has come: one process speaks for all."""
    for number, each in enumerate(part):
        yield each
        if number % _STEP == 0 and part[0] is items[0]:
            watch(number * len(items) // len(part), len(items))


def share_facts(scope: Scope, mine: object, parts: Sequence[object], exchange: Exchange[Any]) -> None:
    """Work out one's share of what is looked up across records, and learn the others'."""
    number = next(number for number, each in enumerate(parts) if each is mine)
    for facts in exchange(scope.share(number, len(parts))):
        scope.learn(facts)


def taken(entries: list[Found]) -> Iterator[Found]:
    """Yield entries, and keep none: what was just looked at is taken apart in a third of the time."""
    while entries:
        yield entries.pop()


def in_processes(
    work: Callable[[Sequence[str], Exchange[Any]], Found], items: Sequence[str], processes: int | None = None
) -> list[Found]:
    """Share the work out; alone where a process cannot be started, or is lost."""
    try:
        return in_parts(work, items, processes or processes_for(len(items)))
    except (OSError, LostError):
        return in_parts(work, items, 1)
