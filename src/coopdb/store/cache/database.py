"""The file of a cache: opened, told from those of other versions and roots, emptied and deleted."""

import os
import sqlite3
from contextlib import closing, suppress

from coopdb.store.cache.fingerprint import stamp_of
from coopdb.store.cache.inventory import connect, tidy
from coopdb.store.cache.location import make_file, place_of, remove
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import State
from coopdb.store.star.engine import Row
from coopdb.store.star.facets import create_facets

_MOST = 2**63 - 1  # that an integer of SQLite can be
_FILES = """
CREATE TABLE files (meeting INTEGER PRIMARY KEY, path UNIQUE, size, changed, modified, number, read, is_sound, id)
"""
# Of the public edition: the names that files give to records and their parts, and those that public parts have.
_NAMES = (
    "CREATE TABLE names (path, name, is_public)",
    "CREATE INDEX names_by_path ON names (path)",
    "CREATE TABLE mentions (name, path, PRIMARY KEY (name, path)) WITHOUT ROWID",
    "CREATE INDEX mentions_by_path ON mentions (path)",
)
_OUTLINES = "CREATE TABLE outlines (path PRIMARY KEY, size, changed, modified, number, outline) WITHOUT ROWID"

# What a file holds: its path, the time it was read, whether it is sound, and then its id and its rows.
Read = tuple[str, int, bool, str | None, dict[str, list[Row]] | None]


def forget(repository: Repository) -> None:
    """Delete the cache, where that may be done: it will be made anew."""
    with suppress(OSError):
        remove(place_of(repository))


def is_said_first(repository: Repository, what: str) -> bool:
    """Tell whether something is to be said for the first time, and note that it was; never where there is no cache."""
    with suppress(sqlite3.Error, OSError), closing(open_cache(repository, 0)) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS said (what PRIMARY KEY)")
        return connection.execute("INSERT OR IGNORE INTO said VALUES (?)", (what,)).rowcount > 0
    return False


def open_cache(repository: Repository, wait: float, stamp: str = "") -> sqlite3.Connection:
    """Open the cache, and empty it when it was made by another version, or with other vocabularies.

    Raise sqlite3.Error or OSError where it cannot be used; `wait` are the seconds for another process that is writing.
    """
    path = place_of(repository)
    is_new = make_file(path)
    connection = connect(path, wait)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        stamp = stamp or stamp_of(repository)
        if not _is_stamped(connection, stamp):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_stamped(connection, stamp):  # another process may just have done it
                _empty(connection)
                root = os.fsencode(os.path.realpath(repository.root))
                connection.execute("INSERT INTO stamp VALUES (?, NULL, NULL, ?)", (stamp, root))
            connection.execute("COMMIT")
        if is_new:
            tidy(path)
    except BaseException as error:
        connection.close()
        if isinstance(error, UnicodeDecodeError):  # what SQLite says of a corrupt table has bytes of it
            raise sqlite3.DatabaseError("the cache is corrupt") from error
        raise
    return connection


def _is_stamped(connection: sqlite3.Connection, stamp: str) -> bool:
    if not connection.execute("SELECT name FROM sqlite_master WHERE name = 'stamp'").fetchall():
        return False
    return connection.execute("SELECT stamp FROM stamp").fetchall() == [(stamp,)]


def _empty(connection: sqlite3.Connection) -> None:
    """Start anew, but for what has been said."""
    from coopdb.store.star.tables import create_tables  # only now: most find it made

    made = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name <> 'said'"
    tables = connection.execute(made).fetchall()
    for kind, name in tables:
        connection.execute(f'DROP {kind} "{name}"')
    # A tree is there only while no file can change unseen.
    connection.execute("CREATE TABLE stamp (stamp, tree, summary, root)")
    connection.execute(_FILES)
    connection.execute("CREATE TABLE answers (key PRIMARY KEY, answer)")
    connection.execute(_OUTLINES)
    for statement in _NAMES:
        connection.execute(statement)
    create_tables(connection)
    create_facets(connection)


def keep_to(connection: sqlite3.Connection, stamp: str) -> None:
    """Raise OperationalError where another process has emptied the cache, for another version or other words."""
    if not _is_stamped(connection, stamp):
        raise sqlite3.OperationalError("emptied by another process")


def stored(state: State) -> State:
    """Make a state one that SQLite can store: times in a far future or past, and large numbers of files, are cut."""
    size, changed, modified, number = state
    return size, _cut(changed), _cut(modified), number & _MOST


def stored_path(path: str) -> str:
    """Make a path, or a name from one, a text that can be stored, whatever its bytes."""
    return path.encode(errors="backslashreplace").decode()


def _cut(moment: int) -> int:
    return max(min(moment, _MOST), -_MOST)
