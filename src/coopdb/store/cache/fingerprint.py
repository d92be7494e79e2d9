"""What the contents of the cache depend on, summed up: the same text as long as nothing has changed.

Light, because it is begun in another process before this one has imported what reads a command line.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from coopdb import __version__
from coopdb.parallel.processes import beside
from coopdb.store.cache.location import cache_of, has_cache
from coopdb.store.files.repository import CONFIG, Repository
from coopdb.store.files.tree import State, state_of

GRAIN = 2_000_000_000  # nanoseconds: the coarsest time stamps that file systems have
_VERSION = 13  # of the cache's tables
_PACKAGE = Path(__file__).parents[2]
# The parts of coopdb, and the libraries, that the contents of the cache depend on.
_ROOMS = ("data", "vocabulary", "record", "store", "check")
_LIBRARIES = ("pydantic", "pydantic_core", "toml_rs")


class Look(NamedTuple):
    """What waits for another process, which looks where the cache is, and then at everything.

    `cache` gives its path, and `tree` the fingerprint of what it should be about; both "" where there is none yet.
    """

    cache: Callable[[], str]
    tree: Callable[[], str]


@contextmanager
def looking(repository: Repository, cores: int | None = None) -> Iterator[Look]:
    """Begin to look, in another process: what knows the user's folders takes a while to import, too.

    `cores` are those that may be used when None.
    """
    with beside(partial(_find, repository), partial(_look, repository), cores=cores) as (cache, tree):
        yield Look(cache, tree)


def _find(repository: Repository) -> str:
    path = cache_of(repository)
    return str(path) if has_cache(path) else ""


def _look(repository: Repository) -> str:
    if not _find(repository):
        return ""
    return fingerprint(stamp_of(repository), repository.own_states() | repository.states())


def fingerprint(stamp: str, states: Mapping[str, State]) -> str:
    """Sum up a stamp and the states of the repository's files."""
    return _hash([stamp, list(states.items())])


def stamp_of(repository: Repository) -> str:
    """Tell this version of coopdb, its tables and the repository's own words from others."""
    from importlib.util import find_spec

    started = time.time_ns()
    own = [repository.root / path for path in repository.own_files() if not path.endswith(CONFIG)]
    libraries = [spec.origin for spec in map(find_spec, _LIBRARIES) if spec and spec.origin]
    files: tuple[str | Path, ...] = (*sorted(_code(_PACKAGE)), *libraries)
    words = [state_of(os.lstat(path)) for path in own]
    # Own words that could change unseen are those of this time only.
    moment = 0 if is_settled(words, started) else started
    root = repository.root.stat()
    place = os.path.realpath(repository.root), root.st_dev, root.st_ino, repository.is_public
    return f"{_VERSION} {__version__} {moment} {_hash([place, *map(state_of, map(os.lstat, files)), *words])}"


def _code(package: Path) -> Iterator[str]:
    """Yield the files of the parts, but those that Python makes of them."""
    yield from (entry.path for entry in os.scandir(package) if entry.is_file())
    for room in _ROOMS:
        for folder, _, names in os.walk(package / room):
            if not folder.endswith("__pycache__"):
                yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118  # a tenth of a Path's time


def is_settled(states: Iterable[State], now: int) -> bool:
    """Tell whether files, as they were at a time in nanoseconds, cannot have changed since without being seen to."""
    return all(max(changed, modified) <= now - GRAIN for _, changed, modified, _ in states)


def _hash(value: Any) -> str:
    import marshal
    from hashlib import sha256

    return sha256(marshal.dumps(value, 2)).hexdigest()  # 2: later forms depend on how often a value is referred to
