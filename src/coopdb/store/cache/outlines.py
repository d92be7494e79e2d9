"""Remembers records in outline, so that a change is judged without reading again what it leaves as it is."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from typing import Any, NamedTuple

from coopdb.store.cache import fingerprint
from coopdb.store.cache.answers import Seen
from coopdb.store.cache.database import forget, keep_to, open_cache, stored
from coopdb.store.files.repository import Repository

Fields = list[Any]  # of an outline, as JSON has them: the first is the path
_WAIT = 0.1  # seconds for another process that is writing
_SELECT = "SELECT path, size, changed, modified, number, outline FROM outlines"
_INSERT = "INSERT OR REPLACE INTO outlines VALUES (?, ?, ?, ?, ?, ?)"


class Recalled(NamedTuple):
    """The outlines, by path, of files that are as they were when they were read, and what these depend on besides."""

    stamp: str = ""
    outlines: dict[str, Fields] = {}  # noqa: RUF012  # nobody changes it


def recall_outlines(repository: Repository, seen: Seen) -> Recalled:
    """Recall what is remembered of the files that were seen; before the repository's own words are read."""
    import json

    try:
        stamp = fingerprint.stamp_of(repository)
        with closing(open_cache(repository, _WAIT, stamp)) as connection:
            connection.execute("BEGIN")
            keep_to(connection, stamp)
            rows = connection.execute(_SELECT).fetchall()
        same = [row[-1] for row in rows if row[0] in seen.states and row[1:-1] == stored(seen.states[row[0]])]
        # All at once, which takes half as long as one by one.
        return Recalled(stamp, {each[0]: each for each in json.loads(f"[{','.join(same)}]")})
    except (sqlite3.OperationalError, OSError):  # locked, or not to be written
        return Recalled()
    except (sqlite3.DatabaseError, ValueError, LookupError, TypeError):
        forget(repository)
        return Recalled()


def keep_outlines(repository: Repository, seen: Seen, stamp: str, outlines: Iterable[tuple[Any, ...]]) -> None:
    """Keep outlines of files that cannot have changed unseen since, if that can be done; forget those of what is gone.

    The `stamp` is from before any was read.
    """
    with suppress(sqlite3.Error, OSError), closing(open_cache(repository, _WAIT, stamp)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        keep_to(connection, stamp)
        connection.executemany(_INSERT, _rows(seen, outlines))
        gone = {path for (path,) in connection.execute("SELECT path FROM outlines")} - seen.states.keys()
        connection.executemany("DELETE FROM outlines WHERE path = ?", [(path,) for path in gone])
        connection.execute("COMMIT")


def _rows(seen: Seen, outlines: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    import json

    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for each in outlines:
        state = seen.states[each[0]]
        if fingerprint.is_settled([state], seen.moment):
            yield each[0], *stored(state), encode(each)
