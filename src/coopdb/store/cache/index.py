"""The index: a cache of the star, brought up to date by what has changed. Delete it, and nothing is lost.

A file is read again when its size, its times or its number differ from what they were, or when it was changed so
shortly before it was read that a later change could have the same times. Whatever is wrong with the cache (locked,
corrupt, foreign, not to be written), the answer comes from the files instead.

To look at every file takes as long as most answers. So another process looks, while the cache is asked as it is; that
answer counts only if it turns out that nothing has changed.
"""

import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from coopdb.errors import StopError
from coopdb.parallel.gc_pause import no_collector
from coopdb.parallel.progress import Watch, ignore
from coopdb.store.cache import fingerprint
from coopdb.store.cache.database import forget, keep_to, open_cache
from coopdb.store.cache.fingerprint import Look
from coopdb.store.cache.inventory import connect
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import State
from coopdb.store.star.engine import Star
from coopdb.store.star.facets import star_of

if TYPE_CHECKING:
    from coopdb.record.reading import Reading
    from coopdb.vocabulary.vocabularies import Vocabularies

_WAIT = 5.0  # seconds for another process that is writing
_REPEATED = "SELECT id FROM files WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1 ORDER BY id"
# What the public parts of records use of a repository's own words.
_TOPICS = "SELECT topic FROM topics UNION SELECT topic FROM document_topics UNION SELECT topic FROM commitment_topics"
_PEOPLE = "SELECT name FROM people WHERE name IS NOT NULL UNION SELECT name FROM document_signatories"

# How a cache whose bytes have changed shows: as no database, or as values that are none.
_CORRUPT = (sqlite3.DatabaseError, ValueError, LookupError, TypeError)

Answer = TypeVar("Answer")


class Opened(NamedTuple):
    """The star of a repository's sound records, the paths of the other files, and ids that several records have.

    Of a public edition it is the star of what is public; the files with faults are there not to be named.
    """

    star: Star
    faulty: tuple[str, ...]
    repeated: tuple[str, ...]


class _Current(NamedTuple):
    """A cache that is up to date, and what that depends on: the files as they were, and the repository's own ones."""

    stamp: str
    connection: sqlite3.Connection
    opened: Opened
    readings: Mapping[str, "Reading"]
    files: dict[str, State]
    own: dict[str, State] | None  # None where one was changed so shortly before that it could change unseen


def ask(
    repository: Repository, question: Callable[[Opened], Answer], watch: Watch = ignore, look: Look | None = None
) -> Answer:
    """Put a question to the records: to the cache where that can be used, else to the files.

    With a `look` that is under way it may be put twice, and then only the second answer counts.
    """
    if look and (ahead := _answered_ahead(repository, question, look)):
        return ahead[0]
    try:
        current = _cached(repository, watch)
    except (sqlite3.Error, OSError, *_CORRUPT):
        return question(_uncached(repository))
    with closing(current.connection):
        try:
            answer = question(current.opened)
        except _CORRUPT:  # of a part of the cache that was not looked at before, or of the question itself
            return _from_files(repository, question)
        _sum_up(current)
        return answer


def open_index(repository: Repository) -> tuple[Star, Callable[[], None]]:
    """Open the cache, brought up to date, for several questions, and return what closes it.

    Where the cache cannot be used, the files are read.
    """
    try:
        current = _cached(repository, ignore)
    except (sqlite3.Error, OSError, *_CORRUPT):
        return _uncached(repository).star, lambda: None
    _sum_up(current)
    current.connection.rollback()  # each question sees what is there then, and none keeps others from writing
    return current.opened.star, current.connection.close


def _from_files(repository: Repository, question: Callable[[Opened], Answer]) -> Answer:
    """Put a question, which the cache failed, to the files: what fails there too is an error of its own, and raised."""
    answer = question(_uncached(repository))
    forget(repository)
    return answer


def _answered_ahead(
    repository: Repository, question: Callable[[Opened], Answer], look: Look
) -> tuple[Answer] | tuple[()]:
    """Return the answer of the cache as it is, unless it turns out that something has changed; else nothing.

    Whatever is wrong with it will show, or be gone, when it has been brought up to date.
    """
    if not look.cache():
        return ()
    try:
        with closing(connect(Path(look.cache()), 0)) as connection:
            connection.execute("BEGIN")  # one state for all questions, whatever others write meanwhile
            tree, summary = connection.execute("SELECT tree, summary FROM stamp").fetchone()
            if tree is None:
                return ()
            answer = question(_recalled(connection, summary, is_public=repository.is_public))
            return (answer,) if look.tree() == tree else ()
    except StopError:
        if look.tree() == tree:
            raise
        return ()
    except (sqlite3.Error, OSError):  # it is locked, no database, or gone
        return ()
    except Exception:  # a foreign or corrupt file can be wrong in any way, and so can the question
        return (_from_files(repository, question),)


def _recalled(connection: sqlite3.Connection, summary: str, *, is_public: bool) -> Opened:
    """Open the star of a cache that has been summed up, for which no library that checks records is needed."""
    import json

    faulty, repeated, written = json.loads(summary)

    @cache
    def words() -> "Vocabularies":
        from coopdb.store.cache.local_vocabularies import recall_words  # when they are asked for: to count needs none

        return recall_words(written)

    star = star_of(connection, words)._replace(is_public=is_public)
    return Opened(star, tuple(faulty), tuple(repeated))


def _uncached(repository: Repository) -> Opened:
    """Read every file."""
    from coopdb.store.files.publishing import publish
    from coopdb.store.files.records import load
    from coopdb.store.star.rows import build_star

    whole = load(repository._replace(is_public=False))
    records = publish(whole) if repository.is_public else whole
    star = build_star(records)._replace(is_public=repository.is_public)
    return Opened(star, tuple(entry.path for entry in whole.faulty), records.repeated)


def _cached(repository: Repository, watch: Watch) -> _Current:
    """Open the cache and bring it up to date; one that is not an index, or a corrupt one, is made anew."""
    try:
        return _current(repository, watch)
    except sqlite3.OperationalError:  # locked, or not to be written: that is not a fault of the file
        raise
    except _CORRUPT:
        forget(repository)
        return _current(repository, watch)


def _current(repository: Repository, watch: Watch) -> _Current:
    """Open the cache and bring it up to date."""
    from coopdb.store.cache.update import changes, planner_of, update

    stamp = fingerprint.stamp_of(repository)
    connection = open_cache(repository, _WAIT, stamp)
    try:
        started, own = time.time_ns(), repository.own_states()
        readings, vocabularies = _own_words(repository)
        with no_collector():
            now = repository.states()
            if changes(connection, now) != ([], []):
                update(connection, stamp, planner_of(repository, vocabularies), now, watch)
        connection.execute("BEGIN")  # one state for all questions, whatever others write meanwhile
        keep_to(connection, stamp)
        broken = connection.execute("SELECT path FROM files WHERE NOT is_sound ORDER BY path").fetchall()
        repeated = connection.execute(_REPEATED).fetchall()
        faulty = (*(path for path, each in readings.items() if each.faults), *(path for (path,) in broken))
        if repository.is_public:
            readings, vocabularies = _public_words(connection, readings, vocabularies)
    except BaseException:
        connection.close()
        raise
    opened = Opened(
        star_of(connection, lambda: vocabularies)._replace(is_public=repository.is_public),
        faulty,
        tuple(record_id for (record_id,) in repeated),
    )
    return _Current(
        stamp, connection, opened, readings, now, own if fingerprint.is_settled(own.values(), started) else None
    )


def _public_words(
    connection: sqlite3.Connection, readings: Mapping[str, "Reading"], vocabularies: "Vocabularies"
) -> tuple[Mapping[str, "Reading"], "Vocabularies"]:
    """Return what the repository's own files say of what is public, and the vocabularies with that."""
    from coopdb.store.files.publishing import public_own, vocabularies_with

    topics, people = ([name for (name,) in connection.execute(query)] for query in (_TOPICS, _PEOPLE))
    own = public_own(readings, vocabularies, topics, people)
    return own, vocabularies_with(own)


def _own_words(repository: Repository) -> tuple[Mapping[str, "Reading"], "Vocabularies"]:
    """Read the repository's own files; what the records mean is not to be noted while one cannot be read."""
    from coopdb.store.files.local import read_own

    readings, vocabularies = read_own(repository)
    if any(each.is_unreadable for each in readings.values()):
        raise OSError("own words that cannot be read")
    return readings, vocabularies


def _sum_up(current: _Current) -> None:
    """Note what the contents depend on, and what else is said of them, so that the next answer can come ahead."""
    import json

    from coopdb.store.cache.local_vocabularies import write_words
    from coopdb.store.cache.update import changes

    connection, opened = current.connection, current.opened
    # A file that was changed so shortly before it was read is among the changes still, and there is nothing to note.
    with no_collector(), suppress(sqlite3.Error):  # another process is writing, or the file is corrupt
        if current.own is not None and changes(connection, current.files) == ([], []):
            summary = json.dumps([opened.faulty, opened.repeated, write_words(current.readings)])
            tree = fingerprint.fingerprint(current.stamp, current.own | current.files)
            connection.execute("UPDATE stamp SET tree = ?, summary = ?", (tree, summary))
            connection.execute("COMMIT")
