"""Bring the tables of the index up to date: read again what has changed, forget what is gone."""

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from coopdb.parallel.progress import Watch
from coopdb.store.cache import fingerprint
from coopdb.store.cache.database import Read, keep_to, stored, stored_path
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import State
from coopdb.store.star.facets import empty_facets, fill_facets
from coopdb.store.star.tables import add_rows, remove_rows
from coopdb.vocabulary.vocabularies import Vocabularies

_BATCH = 200  # files read before their rows are written

Reader = Callable[[list[str]], list[Read]]


class UpdatePlan(NamedTuple):
    """What is to be forgotten, what is to be read, and what reads it."""

    old: Sequence[str]
    stale: Sequence[str]
    read: Reader


Planner = Callable[
    [sqlite3.Connection, Sequence[str], Sequence[str]], UpdatePlan
]  # by what is gone and what has changed


def update(connection: sqlite3.Connection, stamp: str, plan: Planner, now: Mapping[str, State], watch: Watch) -> None:
    """Read again what has changed, and forget what is gone: at once or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    keep_to(connection, stamp)
    connection.execute("UPDATE stamp SET tree = NULL")
    # Again: another process may have brought it up to date meanwhile.
    old, stale, read = plan(connection, *changes(connection, now))
    for path in old:
        ((meeting,),) = connection.execute("DELETE FROM files WHERE path = ? RETURNING meeting", (path,)).fetchall()
        remove_rows(connection, meeting)
        empty_facets(connection, meeting)
    if stale:
        _add(connection, read, {path: now[path] for path in stale}, watch)
    connection.execute("COMMIT")


def changes(connection: sqlite3.Connection, now: Mapping[str, State]) -> tuple[list[str], list[str]]:
    """List the paths that are to be forgotten, and those to be read: they differ, or may without being seen to."""
    known = {row[0]: row[1:] for row in connection.execute("SELECT path, size, changed, modified, number FROM files")}
    recent = connection.execute("SELECT path FROM files WHERE MAX(changed, modified) > read - ?", (fingerprint.GRAIN,))
    doubtful = {path for (path,) in recent}
    stale = [path for path, state in now.items() if known.get(path) != stored(state) or path in doubtful]
    return [*(known.keys() - now.keys()), *(path for path in stale if path in known)], stale


def _add(connection: sqlite3.Connection, read: Reader, states: dict[str, State], watch: Watch) -> None:
    """Read files, and put what they hold into the tables."""
    from coopdb.parallel.processes import in_turn, processes_for

    paths = list(states)
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    number = first = connection.execute("SELECT COALESCE(MAX(meeting), 0) + 1 FROM files").fetchone()[0]
    for found in in_turn(read, batches, processes_for(len(paths))):
        numbered = list(enumerate(found, start=number))
        number += len(numbered)
        watch(number - first, len(paths))
        rows = ((meeting, stored_path(each[0]), *stored(states[each[0]]), *each[1:4]) for meeting, each in numbered)
        connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        add_rows(connection, {meeting: each[-1] for meeting, each in numbered if each[-1] is not None})
        fill_facets(connection, numbered[0][0])  # while others read, and not for a second at the end


def planner_of(repository: Repository, vocabularies: Vocabularies) -> Planner:
    """Return what plans how to bring an edition up to date."""
    if repository.is_public:
        return partial(_plan_public, repository, vocabularies)
    return lambda _, old, stale: UpdatePlan(old, stale, partial(_read_rows, repository, vocabularies))


def _plan_public(
    repository: Repository,
    vocabularies: Vocabularies,
    connection: sqlite3.Connection,
    old: Sequence[str],
    stale: Sequence[str],
) -> UpdatePlan:
    from coopdb.store.cache.published import PublicReader

    reader = PublicReader(repository, vocabularies)
    return UpdatePlan(*reader.prepare(connection, old, stale), reader)


def _read_rows(repository: Repository, vocabularies: Vocabularies, paths: list[str]) -> list[Read]:
    """Read files: for each its path, the time, whether it is sound, the id it then has, and its rows."""
    from coopdb.store.files.records import read_entry
    from coopdb.store.star.rows import rows_of

    found: list[Read] = []
    for path in paths:
        started = time.time_ns()
        entry = read_entry(repository.root, path, vocabularies)
        if entry.reading.is_unreadable:  # it is tried again each time
            started = 0
        rows = {table: list(each) for table, each in rows_of(entry, vocabularies).items()} if entry.is_sound else None
        found.append((path, started, entry.is_sound, entry.id if entry.is_sound else None, rows))
    return found
