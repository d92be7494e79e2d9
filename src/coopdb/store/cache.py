"""The file of the cache in `.coopdb/`: opened, told from those of other versions, emptied and deleted."""

import sqlite3
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from coopdb import __version__
from coopdb.store.facets import create_facets
from coopdb.store.repository import CONFIG, Repository
from coopdb.store.star import create_tables
from coopdb.store.tree import State, state_of
from coopdb.vocabulary.packaged import DATA

CACHE = ".coopdb"
GRAIN = 2_000_000_000  # nanoseconds: the coarsest time stamps that file systems have
_FILE = "index.sqlite"
_VERSION = 4
# What the contents of the cache hang on besides the files.
_ROOMS = ("vocabulary", "record", "store", "check")
_LIBRARIES = ("pydantic", "pydantic_core", "toml_rs")
_FILES = """
CREATE TABLE files (meeting INTEGER PRIMARY KEY, path UNIQUE, size, changed, modified, number, read, is_sound, id)
"""


def cache_of(repository: Repository) -> Path:
    """Return where the cache is, or would be."""
    return repository.root / CACHE / _FILE


def forget(repository: Repository) -> None:
    """Delete the cache: it will be made anew."""
    for suffix in ("", "-wal", "-shm"):
        (repository.root / CACHE / f"{_FILE}{suffix}").unlink(missing_ok=True)


def open_cache(repository: Repository, wait: float) -> sqlite3.Connection:
    """Open the cache, and empty it when it was made by another version, or with other vocabularies.

    Raise sqlite3.Error or OSError where it cannot be used; `wait` are the seconds for another process that is writing.
    """
    connection = sqlite3.connect(_folder(repository) / _FILE, timeout=wait, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        stamp = stamp_of(repository)
        if not _is_stamped(connection, stamp):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_stamped(connection, stamp):  # another process may just have done it
                _empty(connection)
                connection.execute("INSERT INTO stamp VALUES (?, NULL, NULL)", (stamp,))
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def stamp_of(repository: Repository) -> str:
    """Tell this version of coopdb, its tables and the repository's own from others."""
    package = DATA.parent
    own = [repository.root / path for path in repository.own_files() if not path.endswith(CONFIG)]
    code = (*package.glob("*.py"), *(path for room in _ROOMS for path in package.glob(f"{room}/**/*.py")))
    libraries = [Path(spec.origin) for spec in map(find_spec, _LIBRARIES) if spec and spec.origin]
    files = sorted((*DATA.glob("**/*.*"), *code)) + libraries + own
    return f"{_VERSION} {__version__} {_hash([state_of(path.lstat()) for path in files])}"


def is_settled(states: Iterable[State], now: int) -> bool:
    """Tell whether files, as they were at a time in nanoseconds, cannot have changed since without being seen to."""
    return all(max(changed, modified) <= now - GRAIN for _, changed, modified, _ in states)


def tree_of(stamp: str, states: Mapping[str, State]) -> str:
    """Sum up all that the contents of the cache hang on: a stamp, and the states of the records' files."""
    return _hash([stamp, list(states.items())])


def _hash(value: Any) -> str:
    import marshal
    from hashlib import sha256

    return sha256(marshal.dumps(value, 2)).hexdigest()  # 2: later forms hang on how often a value is referred to


def _folder(repository: Repository) -> Path:
    """Make the folder of the cache, which git is told to ignore."""
    folder = repository.root / CACHE
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def _is_stamped(connection: sqlite3.Connection, stamp: str) -> bool:
    if not connection.execute("SELECT name FROM sqlite_master WHERE name = 'stamp'").fetchall():
        return False
    return connection.execute("SELECT stamp FROM stamp").fetchall() == [(stamp,)]


def _empty(connection: sqlite3.Connection) -> None:
    """Start anew."""
    tables = connection.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    for kind, name in tables:
        connection.execute(f'DROP {kind} "{name}"')
    connection.execute("CREATE TABLE stamp (stamp, tree, summary)")  # a tree only while no file can change unseen
    connection.execute(_FILES)
    connection.execute("CREATE TABLE answers (key PRIMARY KEY, answer)")
    create_tables(connection)
    create_facets(connection)
