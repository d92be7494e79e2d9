"""Begins to look at the files of a repository while the command line is still read, when a question is to come."""

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from coopdb.errors import StopError
from coopdb.store.cache.fingerprint import Look, looking
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.repository import Repository, find_repository

_QUESTIONS = (
    "search", "crosstab", "commitments", "documents", "agenda", "silences", "brief", "progress", "digest", "draft",
)  # fmt: skip
_ELSEWHERE = ("--root", "--dataset", "--help")  # the records here are not asked
_under_way: list[tuple[Repository, Look]] = []  # the last is that of the command that runs


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
        _under_way.append((repository, look))
        try:
            yield
        finally:
            _under_way.pop()


def look_at(repository: Repository) -> AbstractContextManager[Look]:
    """Return the look that is under way at a repository, else begin one."""
    for place, look in _under_way[-1:]:
        if place == repository:
            return nullcontext(look)
    return looking(repository)


def _asked(arguments: Sequence[str]) -> Repository | None:
    """Guess the repository that a command line asks; whether the guess was right is seen when it has been read."""
    is_here = "COOPDB_ROOT" not in os.environ and not any(each.startswith(_ELSEWHERE) for each in arguments)
    if not is_here or not arguments or arguments[0] not in _QUESTIONS:
        return None
    try:
        found = find_repository(Path.cwd(), caches=cache_folder)
        return found.published() if "--public" in arguments else found
    except (StopError, OSError):  # the command will say so
        return None
