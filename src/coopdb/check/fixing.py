"""Mends what rules know how to mend, in memory: what comes of it is shown or written by others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from coopdb.check.choice import Choice
from coopdb.check.links import references
from coopdb.check.problem import Move, Problem, Replace
from coopdb.check.runner import check
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
    state = _State(records, {entry.path: entry.path for entry in records.entries}, choice)
    passes = 0
    while passes < _PASSES and (after := _pass(state, today)):
        state, passes = after, passes + 1
    before = {entry.path: entry.reading.text for entry in records.entries}
    ends = {entry.path: entry.reading.text for entry in state.records.entries}
    changes = (Change(old, new, before[old], ends[new]) for new, old in state.origins.items())
    made = (each for each in changes if each.before != each.after or each.old_path != each.new_path)
    return tuple(sorted(made, key=lambda each: each.old_path))


@dataclass(frozen=True, slots=True)
class _State:
    """The records as mended so far, by path the path that each had at first, and what is still to be checked."""

    records: Records
    origins: Mapping[str, str]
    choice: Choice


def _pass(state: _State, today: date) -> _State | None:
    """Mend once: texts first, and when they are as they should be, the names of files. None when all is done."""
    problems = check(state.records, today, state.choice).problems
    edits = [(each.path, Edit(each.span, each.fix.toml)) for each in problems if isinstance(each.fix, Replace)]
    texts = dict(_mended(state.records, edits))
    moves = {} if texts else dict(_moves(state.records, problems))
    if not texts and not moves:
        return None
    texts |= dict(_references(state.records, moves))
    paths = state.choice.paths
    return _State(
        _with(state.records, texts, moves),
        {moves.get(path, path): origin for path, origin in state.origins.items()},
        replace(state.choice, paths=paths and {moves.get(path, path) for path in paths}),
    )


def _mended(records: Records, edits: Iterable[tuple[str, Edit]]) -> Iterator[tuple[str, str]]:
    """Yield the path and the new text of every file with edits that leave it as valid: all of them, or the first."""
    by_path: dict[str, list[Edit]] = {}
    for path, each in edits:
        by_path.setdefault(path, []).append(each)
    for entry in records.entries:
        wanted = by_path.get(entry.path, [])
        texts = (edit(entry.reading.text, tried) for tried in (wanted, *([each] for each in wanted)) if tried)
        for text in texts:
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
