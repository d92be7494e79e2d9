"""What is read for the public edition: the files that have changed, and those that name what has come or gone by it.

What is public of a record depends on the record, the people of the repository, and which of the names in it are of
records that are left out, or of parts of those. So the cache has the names that each file gives, and those that the
public part of each has in its texts and references (`mentions`): where another file begins or ceases to give one of
these, or to be public, the record is read again.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coopdb.record.model import Meeting
from coopdb.record.omissions import PublicNames
from coopdb.record.publishing import mentioned_names, names_of, public_part, without_references
from coopdb.record.reading import Reading
from coopdb.store.cache.database import Read, stored_path
from coopdb.store.files.records import RecordFile, read_entry
from coopdb.store.files.repository import Repository
from coopdb.store.star.rows import rows_of
from coopdb.vocabulary.vocabularies import Vocabularies


class _PublicFile(NamedTuple):
    """A file as it was read at a time, and what of it is public but for its references to others."""

    started: int
    entry: RecordFile
    part: Meeting | None


class PublicReader:
    """Reads files for the public edition, and those unchanged ones of which something else is public by them."""

    def __init__(self, repository: Repository, vocabularies: Vocabularies) -> None:
        self._repository, self._vocabularies = repository, vocabularies
        self._files: dict[str, _PublicFile] = {}
        self._names = PublicNames(frozenset(), frozenset())

    def prepare(
        self, connection: sqlite3.Connection, old: Sequence[str], stale: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """Read `stale` files; return the paths to be forgotten, `old` and more, and those of which rows are made."""
        before = _public_names(connection)
        self._read(stale)
        _note(connection, old, self._files)
        self._names = _public_names(connection)
        differing = (before.public ^ self._names.public) | (before.left_out ^ self._names.left_out)
        touched = [path for path in _mentioning(connection, differing) if path not in self._files]
        self._read(touched)
        return [*old, *touched], [*stale, *touched]

    def __call__(self, paths: Iterable[str]) -> list[Read]:
        """Return what files hold that has been read, each once."""
        return [self._rows(path, self._files.pop(path)) for path in paths]

    def _read(self, paths: Iterable[str]) -> None:
        for path in paths:
            started, entry = time.time_ns(), read_entry(self._repository.root, path, self._vocabularies)
            started = 0 if entry.reading.is_unreadable else started  # it is tried again each time
            people = self._vocabularies.people
            part = public_part(entry.meeting, entry.id, people) if entry.is_sound else None
            self._files[path] = _PublicFile(started, entry, part)

    def _rows(self, path: str, file: _PublicFile) -> Read:
        started, entry, part = file
        if not part:
            return path, started, entry.is_sound, None, None
        public = RecordFile(path, Reading("", without_references(part, self._names), is_parsed=True))
        rows = rows_of(public, self._vocabularies)
        return path, started, True, entry.id, {table: list(each) for table, each in rows.items()}


def _public_names(connection: sqlite3.Connection) -> PublicNames:
    found = connection.execute("SELECT name, MAX(is_public) FROM names GROUP BY name").fetchall()
    return PublicNames(
        frozenset(name for name, is_public in found if is_public),
        frozenset(name for name, is_public in found if not is_public),
    )


def _mentioning(connection: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    """Return the files whose public parts have one of some names, sorted."""
    statement = "SELECT path FROM mentions WHERE name = ?"
    return sorted({path for name in names for (path,) in connection.execute(statement, (name,))})


def _note(connection: sqlite3.Connection, old: Iterable[str], files: Mapping[str, _PublicFile]) -> None:
    """Note the names that files give, and that they have in their public parts, instead of those of `old` ones."""
    for table in ("names", "mentions"):
        connection.executemany(f"DELETE FROM {table} WHERE path = ?", [(path,) for path in old])  # noqa: S608  # our own names
    connection.executemany("INSERT INTO names VALUES (?, ?, ?)", _names(files))
    mentions = ((name, path) for path, each in files.items() if each.part for name in mentioned_names(each.part))
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?)", mentions)


def _names(files: Mapping[str, _PublicFile]) -> Iterator[tuple[str, str, bool]]:
    """Yield the path of each file with the names it gives; of one with faults the id, which is not public."""
    for path, (_, entry, part) in files.items():
        public = {*names_of(entry.id, part)} if part else set()
        names = names_of(entry.id, entry.meeting if entry.is_sound else None)
        yield from ((stored_path(path), stored_path(name), name in public) for name in names)
