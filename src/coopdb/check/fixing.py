"""Fixes what rules know how to fix, in memory: what comes of it is shown or written by others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from coopdb.check.choice import Choice
from coopdb.check.cures import edits_for, is_as_valid, laid_bare
from coopdb.check.problem import Move, Problem
from coopdb.check.references import following
from coopdb.check.runner import check
from coopdb.record.edits import Edit, apart, edit
from coopdb.record.fault import Fault
from coopdb.record.identity import numbered
from coopdb.record.reading import read
from coopdb.store.files.local import read_own_contents, reread
from coopdb.store.files.records import RecordFile, RecordFiles, record_id
from coopdb.vocabulary.vocabularies import Vocabularies

_PASSES = 100  # far more than any chain of fixes needs; each lays bare the next: a key, its value, the file's id


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a file: its path and text before and after."""

    old_path: str
    new_path: str
    before: str
    after: str


def _as_it_is(entry: RecordFile) -> str:
    return entry.reading.text


def fix(
    records: RecordFiles,
    today: date,
    choice: Choice = Choice(),  # noqa: B008  # it is frozen
    renamed: Callable[[RecordFile], str] = _as_it_is,
) -> tuple[Change, ...]:
    """Fix the chosen files until nothing is left that can be fixed, and references to those that are renamed.

    `renamed` returns the text of a file that is about to get another name.
    No file becomes less valid: a fix that would leave it with more faults is not made, unless it only lays them bare.
    """
    state = _State(records, {entry.path: entry.path for entry in (*records.own, *records.entries)}, choice)
    passes = 0
    while passes < _PASSES and (after := _pass(state, today, renamed)):
        state, passes = after, passes + 1
    before, ends = _texts(records), _texts(state.records)
    changes = (Change(old, new, before[old], ends[new]) for new, old in state.origins.items())
    made = (each for each in changes if each.before != each.after or each.old_path != each.new_path)
    return tuple(sorted(made, key=lambda each: each.old_path))


def _texts(records: RecordFiles) -> dict[str, str]:
    return {entry.path: entry.reading.text for entry in (*records.own, *records.entries)}


@dataclass(frozen=True, slots=True)
class _State:
    """The records as fixed so far, by path the path that each had at first, and what is still to be checked."""

    records: RecordFiles
    origins: Mapping[str, str]
    choice: Choice


def _pass(state: _State, today: date, renamed: Callable[[RecordFile], str]) -> _State | None:
    """Fix once: texts first, and when they are as they should be, the names of files. None when all is done."""
    problems = check(state.records, today, state.choice).problems
    texts = dict(_fixed(state.records, problems))
    moves = {} if texts else dict(_moves(state.records, problems))
    if not texts and not moves:
        return None
    texts |= {each.path: renamed(each) for each in state.records.entries if each.path in moves}
    texts |= dict(_references(state.records, moves, texts))
    paths = state.choice.paths
    return _State(
        _with(state.records, texts, moves),
        {moves.get(path, path): origin for path, origin in state.origins.items()},
        replace(state.choice, paths=paths and {moves.get(path, path) for path in paths}),
    )


def _fixed(records: RecordFiles, problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the path and the new text of every file in which something can be fixed."""
    by_path: dict[str, list[Problem]] = {}
    for each in problems:
        by_path.setdefault(each.path, []).append(each)
    for entry in (*records.own, *records.entries):
        text = fixed_text(entry, by_path.get(entry.path, ()), records.vocabularies)
        if text != entry.reading.text:
            yield entry.path, text


def fixed_text(entry: RecordFile, problems: Iterable[Problem], vocabularies: Vocabularies) -> str:
    """Return a file's text with what can be fixed in it: all at once, or where that would be less valid, in turn."""
    before = entry.reading.text
    problems = tuple(problems)
    fixes = [edits for each in problems if (edits := edits_for(each.fix, each.route, each.span, before))]
    bared = laid_bare((each.fix, each.route) for each in problems)

    def is_as_sound(text: str) -> bool:
        return is_as_valid(entry.reading, reread(entry.path, text, vocabularies), bared)

    if not fixes:
        return before
    made = apart(before, fixes)
    if is_as_sound(text := edit(before, chain.from_iterable(made))):
        return text
    done: list[tuple[Edit, ...]] = []
    for each in made:
        if is_as_sound(edit(before, chain.from_iterable((*done, each)))):
            done.append(each)
    return edit(before, chain.from_iterable(done))


def _moves(records: RecordFiles, problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the old and new path of every file that is to move; of several that are to have one id, the first does."""
    fixes = [(each.path, each.fix) for each in problems if isinstance(each.fix, Move)]
    renamed = {path: fix for path, fix in reversed(fixes) if fix.wanted}
    ids = {entry.id for entry in records.entries if entry.path not in renamed}
    for path, fix in sorted(renamed.items()):
        free = next(each for each in numbered(fix.wanted) if each not in ids)
        ids.add(free)
        yield path, _sibling(fix.path, free)
    yield from ((path, fix.path) for path, fix in fixes if path not in renamed)


def _sibling(path: str, record_id: str) -> str:
    return f"{path.rpartition('/')[0]}/{record_id}.toml"


def _references(records: RecordFiles, moves: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and new text of every file that names the id of one that moves, unless another keeps that id."""
    kept = {entry.id for entry in records.entries if entry.path not in moves}
    ids = {record_id(old): record_id(new) for old, new in moves.items() if record_id(old) not in kept}
    for entry in records.entries if ids else ():
        text = texts.get(entry.path, entry.reading.text)
        if entry.reading.is_parsed and (after := following(text, ids)) != text:
            yield entry.path, after


def _with(records: RecordFiles, texts: Mapping[str, str], moves: Mapping[str, str]) -> RecordFiles:
    """Return the records as they are with other texts and paths, and all that depends on the repository's own words."""
    own, vocabularies = records.own, records.vocabularies
    if any(entry.path in texts for entry in own):
        contents = {entry.path: _content(entry, texts) for entry in own}
        readings, vocabularies = read_own_contents(contents)
        own = tuple(
            RecordFile(entry.path, readings[entry.path]) if entry.path in texts or entry.reading.is_parsed else entry
            for entry in own
        )
    entries = (
        RecordFile(
            moves.get(entry.path, entry.path),
            read(texts.get(entry.path, entry.reading.text).encode(), vocabularies)
            if entry.path in texts or (own is not records.own and entry.reading.is_parsed)
            else entry.reading,
        )
        for entry in records.entries
    )
    return RecordFiles(tuple(sorted(entries, key=lambda entry: entry.path)), vocabularies, own)


def _content(entry: RecordFile, texts: Mapping[str, str]) -> bytes | Fault:
    """Return what is in a file of the repository's own, or why it could not be read."""
    if entry.path in texts:
        return texts[entry.path].encode()
    return entry.reading.text.encode() if entry.reading.is_parsed else entry.reading.faults[0]
