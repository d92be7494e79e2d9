"""Where the cache of a root is: a file in a folder of the user's; light, because every question begins with it.

A cache answers for its records, so nobody else may have put it there: it is a regular file of the user's own, in a
folder that no other user can write to, and never in the repository that it is about.
"""

import os
import stat
from binascii import crc32
from contextlib import suppress
from pathlib import Path

from coopdb.store.files.repository import Repository

ENDING = ".sqlite"
BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite puts beside its file
_LONGEST = 100  # characters of a root that the name of its cache shows


def cache_of(repository: Repository) -> Path | None:
    """Return where the cache is, or would be; None where there can be none."""
    folder, root = repository.caches(), os.path.realpath(repository.root)
    if folder is None or folder.is_relative_to(root):
        return None
    readable = "".join(each if each.isalnum() and each.isascii() else "-" for each in root)[-_LONGEST:].strip("-")
    edition = "-public" if repository.is_public else ""
    return folder / f"{readable}-{crc32(os.fsencode(root)):08x}{edition}{ENDING}"


def caches_of(repository: Repository) -> tuple[Path | None, ...]:
    """Return where the caches of both editions are, or would be."""
    return cache_of(repository), cache_of(repository.published())


def place_of(repository: Repository) -> Path:
    """Return the same; raise OSError where there can be none."""
    if path := cache_of(repository):
        return path
    raise FileNotFoundError("there is no folder for caches")


def note_of(repository: Repository) -> Path | None:
    """Return where it is noted which changes of files were begun; None where there can be no note."""
    path = cache_of(repository)
    return path and path.with_suffix(".pending")


def has_cache(path: Path | None) -> bool:
    """Tell whether a cache can be seen, which then is the user's own."""
    return path is not None and is_own_folder(path.parent) and is_own_file(path)


def make_folder(folder: Path) -> None:
    """Make the folder of caches, for nobody else to read. Raise OSError where it is not the user's alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not is_own_folder(folder):
        raise PermissionError(f"others can write to {folder}")


def make_file(path: Path) -> bool:
    """Make the file of a cache, and its folder, for nobody else to read; tell whether it is new. Raise OSError."""
    make_folder(path.parent)
    if is_own_file(path):
        return False
    remove(path)  # a link, or what others can read
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return True


def remove(path: Path) -> None:
    """Delete a cache, and what SQLite has put beside it."""
    for suffix in BESIDE:
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)


def is_own_folder(path: Path) -> bool:
    """Tell whether a folder, which is not a link, is the user's and written to by nobody else."""
    with suppress(OSError):
        status = path.lstat()
        return stat.S_ISDIR(status.st_mode) and _is_private(status, 0o022)
    return False


def is_own_file(path: Path) -> bool:
    """Tell whether a file, which is not a link and has no other name, is the user's and read by nobody else."""
    with suppress(OSError):
        status = path.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_nlink == 1 and _is_private(status, 0o077)
    return False


def _is_private(status: os.stat_result, others: int) -> bool:
    """Tell whether something is the user's, and gives nobody else some rights; taken for granted without users."""
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & others)
