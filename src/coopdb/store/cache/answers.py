"""Remembers in the cache what was found in a repository's files, for as long as none of them changes."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from typing import NamedTuple

from coopdb.parallel.gc_pause import no_collector
from coopdb.parallel.processes import beside
from coopdb.store.cache.database import forget, open_cache
from coopdb.store.cache.fingerprint import fingerprint, is_settled
from coopdb.store.cache.location import cache_of, has_cache
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import State

_KEPT = 8  # answers, the latest
_WAIT = 0.1  # seconds for another process that is writing: to do the work anew takes little longer


class Seen(NamedTuple):
    """The files that should be records as a question found them, in order, and when, in nanoseconds.

    `key` sums them up with the question; `is_settled` tells whether none can have changed without being seen to.
    """

    states: dict[str, State]
    moment: int
    key: str
    is_settled: bool

    @property
    def files(self) -> tuple[str, ...]:
        """Their paths from the root."""
        return tuple(self.states)


def remembered(
    repository: Repository,
    question: str,
    work: Callable[[Seen], tuple[str, bool]],
    prepare: Callable[[], object] = lambda: None,
) -> str:
    """Return what `work` gave when it was asked the same about the same files; else do it, for the files there are.

    `work` also tells whether its answer depends on the question and the files alone, so that it may be remembered.
    Where nothing can have been remembered yet, another process looks at the files while this one is to `prepare`.
    """
    if has_cache(cache_of(repository)):
        seen = _look(repository, question)
        if (found := _recall(repository, seen.key)) is not None:
            return found
    else:
        with beside(partial(_look_first, repository, question)) as (look,):
            prepare()
            seen = Seen(*look())
    answer, may_be_kept = work(seen)
    if may_be_kept and seen.is_settled:
        _keep(repository, seen.key, answer)
    return answer


def _look(repository: Repository, question: str) -> Seen:
    """Look at every file, without opening it."""
    now = time.time_ns()
    with no_collector():
        own, states = repository.own_states(), repository.states()
        seen = own | states
        user = os.geteuid() if hasattr(os, "geteuid") else 0
        return Seen(states, now, fingerprint(f"{question} {user}", seen), is_settled(seen.values(), now))


def _look_first(repository: Repository, question: str) -> tuple[dict[str, State], int, str, bool]:
    """Look in the same way, and make the cache, which is then there when the answer is to be kept."""
    seen = _look(repository, question)
    with suppress(sqlite3.Error, OSError):
        open_cache(repository, _WAIT).close()
    return seen.states, seen.moment, seen.key, seen.is_settled  # a plain tuple, which is sent faster


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
