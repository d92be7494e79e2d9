"""The index: a cache of the star in `.coopdb/`, brought up to date by what has changed. Delete it, and nothing is lost.

A file is read again when its size, its times or its number differ from what they were, or when it was changed so
shortly before it was read that a later change could have the same times. Whatever is wrong with the cache (locked,
corrupt, foreign, not to be written), the answer comes from the files instead.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from coopdb import __version__
from coopdb.store.collector import no_collector
from coopdb.store.repository import Repository, State, state_of
from coopdb.store.star import Row, Star, add_rows, create_tables, remove_rows
from coopdb.store.watch import Watch, ignore
from coopdb.vocabulary.packaged import DATA
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

CACHE = ".coopdb"
_FILE = "index.sqlite"
_VERSION = 3
GRAIN = 2_000_000_000  # nanoseconds: the coarsest time stamps that file systems have
_BATCH = 200  # files read before their rows are written
_WAIT = 5.0  # seconds for another process that is writing
# What the contents of the cache hang on besides the files.
_ROOMS = ("vocabulary", "record", "store", "check")
_LIBRARIES = ("pydantic", "pydantic_core", "toml_rs")
_FILES = """
CREATE TABLE files (meeting INTEGER PRIMARY KEY, path UNIQUE, size, changed, modified, number, read, is_sound, id)
"""

Answer = TypeVar("Answer")
Read = tuple[str, int, bool, str | None, dict[str, list[Row]] | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """The star of a repository's sound records, the paths of the other files, and ids that several records have."""

    star: Star
    faulty: tuple[str, ...]
    repeated: tuple[str, ...]


def ask(repository: Repository, question: Callable[[Opened], Answer], watch: Watch = ignore) -> Answer:
    """Put a question to the records: to the cache where that can be used, else to the files."""
    try:
        opened = _cached(repository, watch)
    except (sqlite3.Error, OSError):
        return question(_uncached(repository))
    try:
        return question(opened)
    except sqlite3.DatabaseError:  # a part of the cache that was not looked at before is corrupt
        forget(repository)
        return question(_uncached(repository))
    finally:
        opened.star.connection.close()


def _uncached(repository: Repository) -> Opened:
    """Read every file."""
    from coopdb.store.records import load
    from coopdb.store.rows import build_star

    records = load(repository)
    return Opened(build_star(records), tuple(entry.path for entry in records.faulty), records.repeated)


def _cached(repository: Repository, watch: Watch) -> Opened:
    """Open the cache and bring it up to date; one that is no index, or a corrupt one, is made anew."""
    try:
        return _current(repository, watch)
    except sqlite3.OperationalError:  # locked, or not to be written: that is no fault of the file
        raise
    except sqlite3.DatabaseError:
        forget(repository)
        return _current(repository, watch)


def _current(repository: Repository, watch: Watch) -> Opened:
    vocabularies, faulty = _own(repository)
    connection = open_cache(repository, _WAIT)
    try:
        with no_collector():
            _update(connection, repository, vocabularies, watch)
        connection.execute("BEGIN")  # one state for all questions, whatever others write meanwhile
        faulty += [path for (path,) in connection.execute("SELECT path FROM files WHERE NOT is_sound ORDER BY path")]
        repeated = "SELECT id FROM files WHERE is_sound GROUP BY id HAVING COUNT(*) > 1 ORDER BY id"
        ids = tuple(record_id for (record_id,) in connection.execute(repeated))
    except BaseException:
        connection.close()
        raise
    return Opened(Star(connection, vocabularies), tuple(faulty), ids)


def forget(repository: Repository) -> None:
    """Delete the cache: it will be made anew."""
    for suffix in ("", "-wal", "-shm"):
        (repository.root / CACHE / f"{_FILE}{suffix}").unlink(missing_ok=True)


def _own(repository: Repository) -> tuple[Vocabularies, list[str]]:
    """Read what the repository says for itself; most say nothing, and need no reader."""
    if not repository.own_files():
        return packaged_vocabularies(), []
    from coopdb.store.own import read_own

    readings, vocabularies = read_own(repository)
    return vocabularies, [path for path, reading in readings.items() if reading.faults]


def _folder(repository: Repository) -> Path:
    """Make the folder of the cache, which git is told to ignore."""
    folder = repository.root / CACHE
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def open_cache(repository: Repository, wait: float) -> sqlite3.Connection:
    """Open the cache, and empty it when it was made by another version, or with other vocabularies.

    Raise sqlite3.Error or OSError where it cannot be used; `wait` are the seconds for another process that is writing.
    """
    connection = sqlite3.connect(_folder(repository) / _FILE, timeout=wait, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        stamp = _stamp(repository)
        if not _is_stamped(connection, stamp):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_stamped(connection, stamp):  # another process may just have done it
                _empty(connection)
                connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_stamped(connection: sqlite3.Connection, stamp: str) -> bool:
    if not connection.execute("SELECT name FROM sqlite_master WHERE name = 'stamp'").fetchall():
        return False
    return connection.execute("SELECT stamp FROM stamp").fetchall() == [(stamp,)]


def _empty(connection: sqlite3.Connection) -> None:
    """Start anew."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        connection.execute(f'DROP TABLE "{table}"')
    connection.execute("CREATE TABLE stamp (stamp)")
    connection.execute(_FILES)
    connection.execute("CREATE TABLE answers (key PRIMARY KEY, answer)")
    create_tables(connection)


def _stamp(repository: Repository) -> str:
    """Tell this version of coopdb, its tables and the repository's own from others."""
    package = DATA.parent
    own = [repository.root / path for path in repository.own_files()]
    code = (*package.glob("*.py"), *(path for room in _ROOMS for path in package.glob(f"{room}/**/*.py")))
    libraries = [Path(spec.origin) for spec in map(find_spec, _LIBRARIES) if spec and spec.origin]
    files = sorted((*DATA.glob("**/*.*"), *code)) + libraries + own
    return f"{_VERSION} {__version__} {_hash(state_of(path.lstat()) for path in files)}"


def _hash(states: Iterator[State]) -> str:
    """Sum up the states of files."""
    from hashlib import sha256

    return sha256(repr(list(states)).encode()).hexdigest()


def _update(connection: sqlite3.Connection, repository: Repository, vocabularies: Vocabularies, watch: Watch) -> None:
    """Read again what has changed, and forget what is gone, all at once or not at all."""
    now = repository.states()
    if _changes(connection, now) == ([], []):
        return
    connection.execute("BEGIN IMMEDIATE")
    old, stale = _changes(connection, now)  # again: another process may have brought it up to date meanwhile
    for path in old:
        ((meeting,),) = connection.execute("DELETE FROM files WHERE path = ? RETURNING meeting", (path,)).fetchall()
        remove_rows(connection, meeting)
    if stale:
        read = partial(_read, repository, vocabularies)
        _add(connection, read, {path: now[path] for path in stale}, watch)
    connection.execute("COMMIT")


def _changes(connection: sqlite3.Connection, now: Mapping[str, State]) -> tuple[list[str], list[str]]:
    """List the paths that are to be forgotten, and those to be read: they differ, or may without being seen to."""
    known = {row[0]: row[1:] for row in connection.execute("SELECT path, size, changed, modified, number FROM files")}
    recent = connection.execute("SELECT path FROM files WHERE MAX(changed, modified) > read - ?", (GRAIN,))
    doubtful = {path for (path,) in recent}
    stale = [path for path, state in now.items() if known.get(path) != state or path in doubtful]
    return [*(known.keys() - now.keys()), *(path for path in stale if path in known)], stale


def _add(
    connection: sqlite3.Connection, read: Callable[[list[str]], list[Read]], states: dict[str, State], watch: Watch
) -> None:
    """Read files, and put what they hold into the tables."""
    from coopdb.store.together import in_turn, processes_for

    paths = list(states)
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    number = first = connection.execute("SELECT COALESCE(MAX(meeting), 0) + 1 FROM files").fetchone()[0]
    for found in in_turn(read, batches, processes_for(len(paths))):
        numbered = list(enumerate(found, start=number))
        number += len(numbered)
        watch(number - first, len(paths))
        rows = ((meeting, _text(each[0]), *states[each[0]], *each[1:4]) for meeting, each in numbered)
        connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        add_rows(connection, {meeting: each[-1] for meeting, each in numbered if each[-1] is not None})


def _read(repository: Repository, vocabularies: Vocabularies, paths: list[str]) -> list[Read]:
    """Read files: for each its path, the time, whether it is sound, the id it then has, and its rows."""
    from coopdb.store.records import read_entry
    from coopdb.store.rows import rows_of

    found: list[Read] = []
    for path in paths:
        started = time.time_ns()
        entry = read_entry(repository.root, path, vocabularies)
        rows = {table: list(each) for table, each in rows_of(entry, vocabularies).items()} if entry.is_sound else None
        found.append((path, started, entry.is_sound, entry.id if entry.is_sound else None, rows))
    return found


def _text(path: str) -> str:
    """Make a path one that can be stored, whatever its bytes."""
    return path.encode(errors="backslashreplace").decode()
