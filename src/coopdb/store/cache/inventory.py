"""All the caches of a user: which there are, and what is removed of those that nobody needs."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from coopdb.store.cache.location import BESIDE, ENDING, is_own_file, is_own_folder, remove

LIMIT = 1_000_000_000  # bytes of all caches


class Cache(NamedTuple):
    """A cache: its file, the root it is about, its size in bytes and when it was last used, in seconds."""

    path: Path
    root: Path | None
    size: int
    used: float


def connect(path: Path, wait: float) -> sqlite3.Connection:
    """Open the file of a cache that is there; SQLite makes none itself, which others could read."""
    return sqlite3.connect(f"{path.as_uri()}?mode=rw", timeout=wait, isolation_level=None, uri=True)


def list_caches(folder: Path | None) -> tuple[Cache, ...]:
    """List the caches in a folder, the last used first."""
    if folder is None or not is_own_folder(folder):
        return ()
    found = [_look(path) for path in folder.iterdir() if path.name.endswith(ENDING) and is_own_file(path)]
    return tuple(sorted(found, key=lambda cache: (-cache.used, cache.path)))


def tidy(current: Path) -> None:
    """Remove the caches whose root is gone, and the oldest when all are more than the limit; never the current one."""
    others = [cache for cache in list_caches(current.parent) if cache.path != current]
    gone = [cache for cache in others if cache.root and not cache.root.is_dir()]
    left = [cache for cache in others if cache not in gone]
    for cache in (*gone, *_beyond(left, _size(current))):
        with suppress(OSError):
            remove(cache.path)


def _beyond(caches: Iterable[Cache], size: int) -> Iterator[Cache]:
    """Yield those, the last used first, that have no room beside what takes `size`."""
    for cache in caches:
        size += cache.size
        if size > LIMIT:
            yield cache


def _look(path: Path) -> Cache:
    """Look at a cache, which does not count as using it."""
    status, size, root = path.stat(), _size(path), _root(path)
    with suppress(OSError):
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return Cache(path, root, size, max(status.st_atime, status.st_mtime))


def _root(path: Path) -> Path | None:
    """Read which root a cache is about; None where that cannot be told."""
    try:
        with closing(connect(path, 0)) as connection:
            (root,) = connection.execute("SELECT root FROM stamp").fetchone()
            return Path(os.fsdecode(root))
    except (sqlite3.Error, TypeError, ValueError):
        return None


def _size(path: Path) -> int:
    """Add up what a cache takes."""
    size = 0
    for suffix in BESIDE:
        with suppress(OSError):
            size += path.with_name(f"{path.name}{suffix}").stat().st_size
    return size
