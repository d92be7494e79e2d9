"""Lays records out: canonical values first, then the layout of the text; in several processes where there are many."""

import os
from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from coopdb.check.choice import Choice
from coopdb.check.fixing import Change, fixed_text
from coopdb.check.runner import Runner
from coopdb.check.scope import Scope
from coopdb.parallel.child import LostError
from coopdb.parallel.gc_pause import no_collector
from coopdb.parallel.processes import Exchange, in_parts, processes_for
from coopdb.record.config import Config
from coopdb.record.layout import LayoutError, lay_out
from coopdb.record.schema_line import with_schema_line
from coopdb.store.files.local import read_own
from coopdb.store.files.records import RecordFile, read_entry
from coopdb.store.files.repository import Repository
from coopdb.store.files.writing import why_not_replaced

_CANONICAL, _REFUSED = ("K005",), ("F", "K002", "K003")
_FAULTS = {
    "unreadable-file",
    "bad-encoding",
    "too-large",
    "bad-syntax",
    "unknown-key",
    "wrong-type",
}  # those of _REFUSED

Laid = tuple[str, str, str, str]  # a path, the text before and after, and why the file is left as it is


class Layouts(NamedTuple):
    """What the layout of some records changes, and the files that are left as they are, each with the reason."""

    changes: tuple[Change, ...]
    refused: tuple[tuple[str, str], ...]


def lay_out_files(repository: Repository, files: Sequence[str], today: date, processes: int | None = None) -> Layouts:
    """Lay out some of a repository's records; in as many processes as are worth while when None."""
    with no_collector():
        readings, vocabularies = read_own(repository)
        config = next((each.config for each in readings.values() if each.config), Config())
        canonical, scope = canonical_values(config), Scope((), vocabularies, today)

        def laid(path: str) -> Laid | None:
            entry = read_entry(repository.root, path, vocabularies)
            try:
                after = lay_out_entry(entry, canonical, scope)
            except LayoutError as error:
                return path, "", "", str(error)
            if after == entry.reading.text:
                return None
            return path, entry.reading.text, after, why_not_replaced(f"{repository.root}{os.sep}{path}")

        def work(part: Sequence[str], _: Exchange[None]) -> list[Laid]:
            return list(filter(None, map(laid, part)))

        try:
            found = list(chain.from_iterable(in_parts(work, files, processes or processes_for(len(files)))))
        except (OSError, LostError):
            found = work(files, lambda _: ())
    changes = (Change(path, path, before, after) for path, before, after, why in found if not why)
    return Layouts(tuple(changes), tuple((path, why) for path, _, _, why in found if why))


def canonical_values(config: Config) -> Runner:
    """Return what finds the values of a record that are not canonical, unless a configuration leaves that out."""
    return Runner(config, Choice(select=_CANONICAL))


def lay_out_entry(entry: RecordFile, canonical: Runner, scope: Scope) -> str:
    """Return the text of a record laid out, its values canonical; LayoutError says why it is left as it is."""
    reading = entry.reading
    if not _FAULTS.isdisjoint(fault.kind for fault in reading.faults):
        raise LayoutError(_first(Runner(Config(), Choice(select=_REFUSED)), entry, scope))
    problems = canonical.problems([entry], scope) if reading.naming else ()
    text = fixed_text(entry, problems, scope.vocabularies)
    return lay_out(with_schema_line(text, entry.path) if canonical.config.schema_line else text)


def _first(runner: Runner, entry: RecordFile, scope: Scope) -> str:
    """Say why a record is not laid out: the first of its faults that may be a slip in its structure, with its line."""
    first = min(runner.problems([entry], scope), key=lambda each: (each.span.line, each.span.column))
    return f"line {first.span.line}: {first.message} ({first.code})"
