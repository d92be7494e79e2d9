"""Writes files so that each is the old one or the new one at every instant, whatever interrupts."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp, mkstemp

from coopdb.errors import StopError
from coopdb.store.link import link


def replace_file(path: Path, content: bytes) -> None:
    """Put other content into a file that is there: a temporary file beside it, flushed, takes its place."""
    with _stopping(path):
        _replace(path, content, path.stat().st_mode & 0o777)


def put_file(path: Path, content: bytes) -> None:
    """Write a file, in the place of one that is there; what is no file, such as a pipe, is written to as it is."""
    with _stopping(path):
        place = Path(os.path.realpath(path))
        if place.exists() and not place.is_file():
            place.write_bytes(content)
            return
        os.umask(mask := os.umask(0))
        _replace(place, content, place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~mask)


def _replace(path: Path, content: bytes, mode: int) -> None:
    temporary = _written(path, content)
    try:
        Path(temporary).chmod(mode)
        os.replace(temporary, path)  # noqa: PTH105  # atomic, as the name says
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def create_file(path: Path, content: bytes) -> None:
    """Make a file that is not there yet, and its folder; never put it in the place of another."""
    with _stopping(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _written(path, content)
        try:
            link(temporary, path)  # unlike a rename, this fails where a file is already
        finally:
            with suppress(OSError):
                Path(temporary).unlink()


def move_file(old: Path, new: Path) -> None:
    """Give a file another name, never that of another file."""
    with _stopping(new):
        new.parent.mkdir(parents=True, exist_ok=True)
        link(old, new)
        old.unlink(missing_ok=True)


def put_export(path: Path, files: Iterable[tuple[str, bytes]], *, may_replace: bool) -> None:
    """Write files into a new folder, or one file without a name at `path` itself: all of them, or nothing.

    What is there already stays, unless it `may_replace` an earlier export: a file, or a folder of nothing but files of
    the same names.
    """
    with _stopping(path):
        if os.path.lexists(path) and not may_replace:
            raise StopError(f"`{path}` is there already", "name another place, or add `--force` to replace an export")
        workshop = Path(mkdtemp(prefix=".coopdb-", suffix=".tmp", dir=path.parent))
        try:
            new = workshop / "new"
            for name, content in files:
                target = new / name
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(content)
            if os.path.lexists(path):
                _refuse_other(path, new)
                path.rename(workshop / "old")
            new.rename(path)
        finally:
            rmtree(workshop, ignore_errors=True)


def _refuse_other(path: Path, new: Path) -> None:
    """Refuse to replace what is no earlier export of the same kind."""
    if not new.is_dir() and path.is_file() and _start(path) == _start(new):
        return
    is_folder = new.is_dir() and path.is_dir() and not path.is_symlink()
    if not (is_folder and {each.name for each in path.iterdir()} <= {each.name for each in new.iterdir()}):
        raise StopError(f"`{path}` is no earlier export", "name another place")


def _start(path: Path) -> bytes:
    """Read what tells a file of one format from those of others."""
    with path.open("rb") as file:
        return file.read(15)


def _written(path: Path, content: bytes) -> str:
    """Write a temporary file in the folder of `path`, down to the disk."""
    number, temporary = mkstemp(prefix=".coopdb-", suffix=".tmp", dir=path.parent)
    try:
        with open(number, "wb") as file:  # noqa: PTH123  # a number is no path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
    return temporary


class _stopping:  # noqa: N801  # read as a verb: with _stopping(path)
    """Turn what the system refuses into the error that says which file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Say what could not be written."""
        if isinstance(error, FileExistsError):
            raise StopError(f"`{self._path}` is there already", "delete or rename it first") from error
        if isinstance(error, OSError):
            raise StopError(f"cannot write `{self._path}`: {error.strerror}", "the file is as it was") from error
