"""The file of the cache in `.coopdb/`: opened, told from those of other versions, emptied and deleted."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from coopdb.store.facets import create_facets
from coopdb.store.fingerprint import CACHE, FILE, stamp_of
from coopdb.store.repository import Repository

_FILES = """
CREATE TABLE files (meeting INTEGER PRIMARY KEY, path UNIQUE, size, changed, modified, number, read, is_sound, id)
"""


def forget(repository: Repository) -> None:
    """Delete the cache, where that may be done: it will be made anew."""
    with suppress(OSError):
        for suffix in ("", "-wal", "-shm"):
            (repository.root / CACHE / f"{FILE}{suffix}").unlink(missing_ok=True)


def open_cache(repository: Repository, wait: float, stamp: str = "") -> sqlite3.Connection:
    """Open the cache, and empty it when it was made by another version, or with other vocabularies.

    Raise sqlite3.Error or OSError where it cannot be used; `wait` are the seconds for another process that is writing.
    """
    connection = sqlite3.connect(_folder(repository) / FILE, timeout=wait, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        stamp = stamp or stamp_of(repository)
        if not _is_stamped(connection, stamp):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_stamped(connection, stamp):  # another process may just have done it
                _empty(connection)
                connection.execute("INSERT INTO stamp VALUES (?, randomblob(16), NULL, NULL)", (stamp,))
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _folder(repository: Repository) -> Path:
    """Make the folder of the cache, which git is told to ignore."""
    folder = repository.root / CACHE
    if not folder.is_dir():
        folder.mkdir()
        ignored = folder / ".gitignore"
        try:
            ignored.write_text("*\n", encoding="utf-8")
        except OSError:  # the disk is full: the next time it is to be made whole
            ignored.unlink(missing_ok=True)
            folder.rmdir()
            raise
    return folder


def _is_stamped(connection: sqlite3.Connection, stamp: str) -> bool:
    if not connection.execute("SELECT name FROM sqlite_master WHERE name = 'stamp'").fetchall():
        return False
    return connection.execute("SELECT stamp FROM stamp").fetchall() == [(stamp,)]


def _empty(connection: sqlite3.Connection) -> None:
    """Start anew."""
    from coopdb.store.tables import create_tables  # only now: most find it made

    tables = connection.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    for kind, name in tables:
        connection.execute(f'DROP {kind} "{name}"')
    # An edition differs from every other; a tree is there only while no file can change unseen.
    connection.execute("CREATE TABLE stamp (stamp, edition, tree, summary)")
    connection.execute(_FILES)
    connection.execute("CREATE TABLE answers (key PRIMARY KEY, answer)")
    create_tables(connection)
    create_facets(connection)


def edition_of(connection: sqlite3.Connection) -> bytes:
    """Return what tells the state of the tables that a connection sees from every other."""
    edition: bytes = connection.execute("SELECT edition FROM stamp").fetchone()[0]
    return edition


def keep_to(connection: sqlite3.Connection, stamp: str) -> None:
    """Raise OperationalError where another process has emptied the cache, for another version or other words."""
    if not _is_stamped(connection, stamp):
        raise sqlite3.OperationalError("emptied by another process")
