"""Begins to look at the files of a repository while the command line is still read, when a question is to come."""

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from pathlib import Path

from coopdb.errors import StopError
from coopdb.store.fingerprint import Look, looking
from coopdb.store.repository import Repository, find_repository

_QUESTIONS = ("search", "crosstab")
_ELSEWHERE = ("--root", "--dataset", "--help")  # the records here are not asked
_under_way: ContextVar[tuple[Repository, Look | None] | None] = ContextVar("under_way", default=None)


@contextmanager
def looking_ahead(arguments: Sequence[str]) -> Iterator[None]:
    """Look at the records here as long as a command runs that will most likely ask them, else do nothing.

    It takes as long to import what reads a command line as to look at ten thousand files.
    """
    repository = _asked(arguments)
    if repository is None:
        yield
        return
    with looking(repository) as look:
        token = _under_way.set((repository, look))
        try:
            yield
        finally:
            _under_way.reset(token)


def look_at(repository: Repository) -> AbstractContextManager[Look | None]:
    """Return the look that is under way at a repository, else begin one."""
    under_way = _under_way.get()
    return nullcontext(under_way[1]) if under_way and under_way[0] == repository else looking(repository)


def _asked(arguments: Sequence[str]) -> Repository | None:
    """Guess the repository that a command line asks; whether the guess was right is seen when it has been read."""
    is_here = "COOPDB_ROOT" not in os.environ and not any(each.startswith(_ELSEWHERE) for each in arguments)
    if not is_here or not arguments or arguments[0] not in _QUESTIONS:
        return None
    try:
        return find_repository(Path.cwd())
    except (StopError, OSError):  # the command will say so
        return None
