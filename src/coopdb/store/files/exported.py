"""Writes an export: a folder of files, or one file; in the place of an earlier one, which carries coopdb's mark.

A folder is replaced file by file, after all the new files lie in it, flushed: from then on an interrupted replacement
can be finished, and the next export does so.
"""

import os
import stat
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from coopdb.errors import StopError
from coopdb.store.files.outputs import refuse_place
from coopdb.store.files.writing import READY, SUFFIX, clean_up, prefix, stopping
from coopdb.text import visible

_END = 4096  # bytes at the beginning and at the end of a file that have the mark of its format

Mark = Callable[[bytes], bool]  # tells by the ends of a file whether coopdb has made it


def put_export(path: Path, files: Iterable[tuple[str, bytes]], is_own: Mark, *, may_replace: bool) -> None:
    """Write files into a folder, or one file without a name at `path` itself: all of them, or nothing.

    What is there already stays, unless it `may_replace` an earlier export: a file that `is_own`, or a folder whose
    codebook is, with nothing but files of the same names.
    """
    with stopping(path):
        is_there = os.path.lexists(path)
        if is_there and not may_replace:
            raise StopError(
                f"`{visible(str(path))}` is there already", "name another place, or add `--force` to replace an export"
            )
        _refuse_unless(not is_there or _is_marked(path, is_own), path)
        refuse_place(path)
        clean_up([path.parent], time.time_ns() / 1e9)
        workshop = Path(mkdtemp(prefix=prefix(), suffix=SUFFIX, dir=path.parent))
        try:
            new = workshop / "new"
            _write(new, files)
            if is_there and new.is_dir():
                _replace_folder(path, new)
            else:
                new.replace(path)
        finally:
            rmtree(workshop, ignore_errors=True)


def _is_marked(path: Path, is_own: Mark) -> bool:
    """Tell whether a file, or the codebook of a folder, which are not links, was written by coopdb."""
    if stat.S_ISREG(path.lstat().st_mode):
        return is_own(_ends(path))
    if not stat.S_ISDIR(path.lstat().st_mode):
        return False
    books = [each for each in path.glob("codebook.*") if stat.S_ISREG(each.lstat().st_mode)]
    return any(is_own(_ends(each)) for each in books)


def _refuse_unless(is_own: bool, path: Path) -> None:  # noqa: FBT001  # read with its name
    if not is_own:
        raise StopError(f"`{visible(str(path))}` is not an earlier export", "name another place, or delete it yourself")


def _write(new: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files of an export, down to the disk."""
    for name, content in files:
        target = new / name
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _replace_folder(path: Path, new: Path) -> None:
    """Replace an export that holds nothing else."""
    _finish_folder(path)
    _refuse_unless({each.name for each in path.iterdir()} <= {each.name for each in new.iterdir()}, path)
    new.rename(path / READY)
    _finish_folder(path)


def refuse_half(path: Path) -> None:
    """Raise where an export is being replaced: some of its tables are old, and some new."""
    if (path / READY).is_dir():
        raise StopError(f"`{visible(str(path))}` is half replaced", "export to it again with `--force`")


def _finish_folder(path: Path) -> None:
    """Put the new files of an export that is being replaced, if any, in the place of the old ones."""
    ready = path / READY
    if ready.is_dir() and not ready.is_symlink():
        for each in sorted(ready.iterdir()):
            each.replace(path / each.name)
        ready.rmdir()


def _ends(path: Path) -> bytes:
    """Read the beginning and the end of a file."""
    with path.open("rb") as file:
        start = file.read(_END)
        file.seek(max(path.stat().st_size - _END, 0))
        return start + file.read(_END)
