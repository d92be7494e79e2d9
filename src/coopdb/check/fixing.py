"""Mends what rules know how to mend, in memory: what comes of it is shown or written by others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from coopdb.check.links import references
from coopdb.check.problem import Move, Problem, Replace
from coopdb.check.runner import Choice, check
from coopdb.record import toml
from coopdb.record.edits import Edit, edit
from coopdb.record.positions import Positions
from coopdb.record.reading import read
from coopdb.store.records import Entry, Records, record_id
from coopdb.vocabulary.vocabularies import Vocabularies

_PASSES = 5  # a fix may lay another bare: a name for a code, then the id of the file


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a file: its path and text before and after."""

    old_path: str
    new_path: str
    before: str
    after: str


def fix(records: Records, today: date, choice: Choice = Choice()) -> tuple[Change, ...]:  # noqa: B008  # it is frozen
    """Mend the chosen records, and references to those that are renamed.

    No file becomes less valid: a fix that would leave it with more faults is not made.
    """
    origins = {entry.path: entry for entry in records.entries}
    now, paths = records, {entry.path: entry.path for entry in records.entries}
    wanted = choice
    for _ in range(_PASSES):
        report = check(now, today, wanted)
        texts = dict(_mended(now, [each for each in report.problems if isinstance(each.fix, Replace)]))
        moves = {} if texts else dict(_moves(now, report.problems))
        if not texts and not moves:
            break
        texts |= dict(_references(now, moves))
        now = _with(now, texts, moves)
        paths = {moves.get(path, path): origin for path, origin in paths.items()}
        wanted = replace(wanted, paths=wanted.paths and {moves.get(path, path) for path in wanted.paths})
    ends = {entry.path: entry for entry in now.entries}
    changes = (Change(old, new, origins[old].reading.text, ends[new].reading.text) for new, old in paths.items())
    return tuple(
        sorted((c for c in changes if c.before != c.after or c.old_path != c.new_path), key=lambda c: c.old_path)
    )


def _mended(records: Records, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the path and the new text of every file with replacements that leave it better."""
    by_path: dict[str, list[Edit]] = {}
    for problem in problems:
        if isinstance(problem.fix, Replace):
            by_path.setdefault(problem.path, []).append(Edit(problem.span, problem.fix.toml))
    for entry in records.entries:
        edits = by_path.get(entry.path, [])
        for tried in (edits, *([each] for each in edits)):
            text = edit(entry.reading.text, tried)
            if text != entry.reading.text and _is_as_valid(entry, text, records.vocabularies):
                yield entry.path, text
                break


def _is_as_valid(entry: Entry, text: str, vocabularies: Vocabularies) -> bool:
    """Tell whether a file with this text still is TOML, and has no more faults than before."""
    after = read(text.encode(), vocabularies)
    return after.is_parsed and len(after.faults) <= len(entry.reading.faults)


def _moves(records: Records, problems: tuple[Problem, ...]) -> Iterator[tuple[str, str]]:
    """Yield the old and new path of every file that is to move where none is."""
    taken = {entry.path.casefold() for entry in records.entries}
    for problem in problems:
        if isinstance(problem.fix, Move) and problem.fix.path.casefold() not in taken:
            taken.add(problem.fix.path.casefold())
            yield problem.path, problem.fix.path


def _references(records: Records, moves: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and new text of every file that names the id of one that moves."""
    ids = {record_id(old): record_id(new) for old, new in moves.items()}
    for entry in records.entries:
        if entry.reading.meeting is None:
            continue
        named = [(route, ids[target]) for route, target in references(entry.meeting) if target in ids]
        if named:
            positions = Positions(entry.reading.text)
            edits = [Edit(positions.value(route), toml.value(target)) for route, target in named]
            yield entry.path, edit(entry.reading.text, edits)


def _with(records: Records, texts: Mapping[str, str], moves: Mapping[str, str]) -> Records:
    """Return the records as they are with other texts and paths."""
    entries = (
        Entry(
            moves.get(entry.path, entry.path),
            read(texts[entry.path].encode(), records.vocabularies) if entry.path in texts else entry.reading,
        )
        for entry in records.entries
    )
    return Records(tuple(sorted(entries, key=lambda entry: entry.path)), records.vocabularies, records.own)
