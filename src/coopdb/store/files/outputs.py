"""Writes what a command line names a file for: a report, a table, the rows that were rejected.

It takes the place of an earlier one and of nothing else: a regular file whose ending is that of the format, and never
what was read, a record, a vocabulary, a link, or anything of git's.
"""

import os
import stat
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from coopdb.errors import StopError, usage_error
from coopdb.store.files.repository import CONFIG
from coopdb.store.files.tree import FOLDER
from coopdb.store.files.writing import clean_up, put_file, stopping
from coopdb.text import visible

_DEVICES = "/dev"
_CHECKOUT = (".git", CONFIG, FOLDER)  # what a folder has that is somebody's checkout
_RECORD = ".toml"  # as records, vocabularies and configurations are named


def put_output(path: Path, content: bytes, endings: Collection[str], spared: Iterable[Path] = ()) -> None:
    """Write an output, whole or not at all; a pipe or a device is written to as it is."""
    refuse_output(path, endings, spared)
    if _is_stream(path):
        with stopping(path):
            path.write_bytes(content)
    else:
        clean_up([path.parent], time.time_ns() / 1e9)
        put_file(path, content)


def append_output(path: Path, content: bytes) -> None:
    """Write at the end of a file that others write to as well."""
    refuse_output(path, None)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (0 if _is_stream(path) else getattr(os, "O_NOFOLLOW", 0))
    with stopping(path), open(os.open(path, flags, 0o666), "wb") as file:  # noqa: PTH123  # a number is not a path
        file.write(content)


def refuse_output(path: Path, endings: Collection[str] | None, spared: Iterable[Path] = ()) -> None:
    """Raise where an output must not be written; `endings` are those that one which is there may have."""
    refuse_place(path)
    if any(is_within(path, each) for each in spared):
        raise usage_error(f"`{visible(str(path))}` is what is read", "name another file")
    if _is_stream(path) or not os.path.lexists(path):
        return
    if not stat.S_ISREG(path.lstat().st_mode):
        raise StopError(f"cannot write `{visible(str(path))}`: it is there, and no regular file", "name another file")
    if endings is not None and path.suffix.lower() not in endings:
        named = " or ".join(f"`{each}`" for each in endings)
        raise usage_error(
            f"`{visible(str(path))}` is there, and by its name no earlier output", f"name a file that ends in {named}"
        )


def refuse_place(path: Path) -> None:
    """Raise where nothing may be written for the asking: at a record, within git's own files, through a link."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  # a Path keeps `..`
    if _is_stream(path):
        return
    real = Path(os.path.realpath(whole))
    if any(part.rstrip(". ").casefold() == ".git" for part in (*whole.parts, *real.parts)):
        raise usage_error(f"`{visible(str(path))}` is in a folder of git's own", "name another file")
    if _RECORD in (whole.suffix.lower(), real.suffix.lower()):
        raise usage_error(f"`{visible(str(path))}` is named as a record is", "name it by its format, such as `.csv`")
    if os.path.islink(whole):  # noqa: PTH114  # a Path raises where it may not look
        raise usage_error(f"`{visible(str(path))}` is a link, which is not followed", "name the file itself")
    checkout = next((each for each in reversed(whole.parents) if _is_checkout(each)), None)
    if checkout and real != Path(os.path.realpath(checkout)) / whole.relative_to(checkout):
        raise usage_error(f"`{visible(str(path))}` is behind a link, which is not followed", "name the folder itself")


def _is_checkout(folder: Path) -> bool:
    return any(os.path.lexists(folder / name) for name in _CHECKOUT)


def _is_stream(path: Path) -> bool:
    """Tell whether a path is a device or a pipe, which cannot be replaced: one of the system's, or a pipe by itself."""
    if os.path.abspath(path).startswith(f"{_DEVICES}/"):  # noqa: PTH100  # the same
        return True
    try:
        return stat.S_ISFIFO(path.lstat().st_mode)
    except OSError:
        return False


def is_within(path: Path, spared: Path) -> bool:
    """Tell whether a path is a file that is spared, by whatever name, or in such a folder."""
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(spared)):
        return True
    try:
        return path.samefile(spared)
    except OSError:
        return False
