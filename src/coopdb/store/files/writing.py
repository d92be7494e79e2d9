"""Writes files so that each is the old one or the new one at every instant, whatever interrupts."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from coopdb.errors import StopError
from coopdb.store.files.hangups import take_for_interrupts
from coopdb.store.files.hard_link import link

SUFFIX = ".tmp"  # of a file that is being made
READY = f".coopdb-ready{SUFFIX}"  # the new files of an export that is being replaced: not to be deleted, but finished
_AGE = 3600  # seconds after which a file is left behind where processes cannot be asked for


def prefix() -> str:
    """Return how the name of a file begins that is being made: with the number of the process, to know whose it is."""
    return f".coopdb-{os.getpid()}-"


def replace_file(path: Path, content: bytes, before: bytes | None = None) -> None:
    """Put other content into a file that is there: a temporary file beside it, flushed, takes its place.

    The last thing before that is to compare it with what it was `before`: what somebody else has saved stays.
    """
    with stopping(path):
        _replace(path, content, path.stat(), before)


def put_file(path: Path, content: bytes) -> None:
    """Write a file, in the place of one that is there, with the same owner and mode."""
    with stopping(path):
        _replace(path, content, path.stat() if path.exists() else None, None)


def why_not_replaced(path: str | Path) -> str:
    """Say why another file may not take the place of one that is there, or nothing."""
    try:
        status = os.stat(path)  # noqa: PTH116  # for every record that is laid out
    except OSError as error:
        return str(error.strerror).lower()
    if status.st_nlink > 1:
        return f"it has {status.st_nlink} names (hard links), of which only one would change"
    if hasattr(os, "geteuid") and os.geteuid() not in (0, status.st_uid):
        return "it belongs to another user, and would become yours"
    return ""


def _replace(path: Path, content: bytes, status: os.stat_result | None, before: bytes | None) -> None:
    """Replace a file by one of the same owner and mode; one that is not there yet has the usual mode."""
    temporary = _temporary(path)
    try:
        _write(temporary, content, status)
        if before is not None:
            _refuse_changed(path, before)
        os.replace(temporary, path)  # noqa: PTH105  # atomic, as the name says
    except BaseException:
        discard(temporary)
        raise


def _refuse_changed(path: Path, before: bytes) -> None:
    if path.read_bytes() != before:
        raise StopError(f"`{path}` has been changed meanwhile", "it is as it was saved; run the command again")


def create_file(path: Path, content: bytes, root: Path | None = None, status: os.stat_result | None = None) -> None:
    """Make a file that is not there yet, and its folder; never put it in the place of another, or outside a root.

    Where that fails, no folder stays that was made for it.
    """
    with stopping(path):
        if root:
            refuse_outside(path, root)
        if os.path.lexists(path.parent) and not path.parent.is_dir():
            raise StopError(f"`{path.parent}` is there, and is not a folder", "delete or rename it first")
        missing = [each for each in path.parents if not os.path.lexists(each)]
        temporary = _temporary(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(temporary, content, status)
            link(temporary, path)  # unlike a rename, this fails where a file is already
            discard(temporary)  # here, where an interrupt is still seen to
        except BaseException:
            discard(temporary)
            with suppress(OSError):  # where there is something in it
                for each in missing:
                    each.rmdir()
            raise


def refuse_outside(path: Path, root: Path) -> None:
    """Raise where a link on the way to a file leads out of the root it should be in."""
    if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(root)):
        raise StopError(f"`{path.parent}` leads out of `{root}`", "it is a link, or has one above it: use a folder")


def _temporary(path: Path) -> Path:
    """Name a temporary file in the folder of a path; no other has its name, so it may be deleted made or not."""
    return path.parent / f"{prefix()}{os.urandom(8).hex()}{SUFFIX}"


def _write(temporary: Path, content: bytes, status: os.stat_result | None = None) -> None:
    """Write a temporary file, down to the disk, for the owner and with the mode of another."""
    with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  # a number
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if status and hasattr(os, "chown"):
        with suppress(PermissionError):  # a group that the user is not in
            os.chown(temporary, status.st_uid, status.st_gid)
    os.umask(mask := os.umask(0))
    temporary.chmod(stat.S_IMODE(status.st_mode) if status else 0o666 & ~mask)


def discard(temporary: Path) -> None:
    """Delete a temporary file, if that can be done."""
    with suppress(OSError):
        temporary.unlink()


def clean_up(folders: Iterable[Path], now: float, *, can_ask: bool = os.name == "posix") -> None:
    """Delete the temporary files and folders that a process which was killed has left in some folders.

    `can_ask`: whether a process can be asked for; on Windows to ask would end it.
    """
    for folder in folders:
        with suppress(OSError):
            for path in folder.glob(f".coopdb-*{SUFFIX}"):
                if path.name != READY and not path.is_symlink() and _is_left(path, now, can_ask=can_ask):
                    rmtree(path, ignore_errors=True) if path.is_dir() else discard(path)


def _is_left(path: Path, now: float, *, can_ask: bool) -> bool:
    """Tell whether nobody works on a temporary file any more."""
    number = path.name.split("-")[1]
    if not number.isdigit() or not can_ask:  # of a former version, or nobody knows
        return path.stat().st_mtime < now - _AGE
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


class stopping:  # noqa: N801  # read as a verb: with stopping(path)
    """Turn what the system refuses into the error that says which file; what ends the process is an interrupt."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Be ended only after what was begun is cleaned up."""
        self._put_back = take_for_interrupts()

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Say what could not be written."""
        self._put_back()
        if isinstance(error, FileExistsError):
            raise StopError(f"`{self._path}` is there already", "delete or rename it first") from error
        if isinstance(error, OSError):
            left = "the file is as it was" if os.path.lexists(self._path) else "there is no such file, as before"
            raise StopError(f"cannot write `{self._path}`: {error.strerror}", left) from error
