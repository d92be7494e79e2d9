"""Remembers in the cache what was found in a repository's files, for as long as none of them changes."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress

from coopdb.store.cache import forget, open_cache
from coopdb.store.collector import no_collector
from coopdb.store.fingerprint import fingerprint, is_settled
from coopdb.store.repository import Repository

_KEPT = 8  # answers, the latest
_WAIT = 0.1  # seconds for another process that is writing: to do the work anew takes little longer


def remembered(repository: Repository, question: str, work: Callable[[], tuple[str, bool]]) -> str:
    """Return what `work` gave when it was asked the same about the same files; else do it.

    `work` also tells whether its answer hangs on the question and the files alone, so that it may be remembered.
    """
    now = time.time_ns()
    with no_collector():
        seen = repository.own_states() | repository.states()
        user = os.geteuid() if hasattr(os, "geteuid") else 0
        key = fingerprint(f"{question} {user}", seen)
    found = _recall(repository, key)
    if found is not None:
        return found
    answer, may_be_kept = work()
    if may_be_kept and is_settled(seen.values(), now):
        _keep(repository, key, answer)
    return answer


def _recall(repository: Repository, key: str) -> str | None:
    """Look an answer up; None where there is none, or the cache cannot be used."""
    try:
        with closing(open_cache(repository, _WAIT)) as connection:
            row = connection.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
    except sqlite3.OperationalError:  # locked, or not to be written
        return None
    except sqlite3.DatabaseError:
        forget(repository)
        return None
    except OSError:
        return None
    return str(row[0]) if row else None


def _keep(repository: Repository, key: str, answer: str) -> None:
    """Keep an answer, if that can be done, and the latest before it."""
    with suppress(sqlite3.Error, OSError), closing(open_cache(repository, _WAIT)) as connection:
        connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, answer))
        old = "DELETE FROM answers WHERE rowid <= (SELECT MAX(rowid) FROM answers) - ?"
        connection.execute(old, (_KEPT,))
