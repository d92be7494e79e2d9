"""A folder of files that coopdb makes, such as the site: only what has changed is written, what is not made is removed.

A list in the folder says which files are coopdb's and what they held. A file that somebody else has changed since, or
that is not on the list, is never overwritten or removed. Each batch is on the list before it is written, so that a run
that was interrupted leaves nothing that the next one does not know.
"""

import os
import re
import stat
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.parallel.progress import Watch, ignore
from coopdb.store.files.outputs import is_within, refuse_place
from coopdb.store.files.writing import SUFFIX, clean_up, prefix, put_file, stopping
from coopdb.text import visible

LIST = ".coopdb-site"
_HEAD = "coopdb site 1"
_BATCH = 256
_LINE = re.compile(r"(?P<content>[0-9a-f]{20}) (?P<key>[0-9a-f]{20}) (?P<size>\d{1,15}) (?P<path>.+)", re.ASCII)
_NAMED = 5  # files named in an error


class MadeFile(NamedTuple):
    """A file that is made only where it has changed.

    `path` is from the folder, with `/`. `key` is a digest of all that the content depends on, so that a file with the
    same key need not be made again.
    """

    path: str
    key: str
    make: Callable[[], bytes]


class Changes(NamedTuple):
    """How many files were written, removed, and left as they were."""

    written: int
    removed: int
    same: int


class _Entry(NamedTuple):
    """What the list says of a file: a digest of what it holds, the key it was made with, and its size."""

    content: str
    key: str
    size: int


_Known = Mapping[str, Sequence[_Entry]]  # by path: the last is the latest, others were about to be replaced


def digest(*values: object) -> str:
    """Sum up plain values whose `repr` is the same for the same values."""
    return _digest(repr(values).encode(errors="surrogatepass"))


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=10).hexdigest()


def put_folder(
    folder: Path, files: Collection[MadeFile], spared: Iterable[Path] = (), watch: Watch = ignore
) -> Changes:
    """Make a folder hold these files: those of an earlier run are changed where needed, others of its are removed."""
    with stopping(folder):
        known = _known(folder, spared)
        clean_up([folder], time.time_ns() / 1e9)
        sizes = dict(_sizes(folder)) if folder.is_dir() else {}
        made = {each.path for each in files}
        stale = [each for each in files if not _is_current(each, known, sizes)]
        gone = [path for path in known if path not in made and path in sizes]
        _refuse_changed(folder, [path for path in (*(each.path for each in stale), *gone) if path in sizes], known)
        folder.mkdir(parents=True, exist_ok=True)
        written = dict(_write(folder, stale, known, sizes, watch))
        for path in gone:
            _remove(folder, path)
        entries = {each.path: written.get(each.path) or known[each.path][-1] for each in files}
        _put_list(folder, entries)
        changed = sum(
            1 for path, each in written.items() if path not in sizes or each.content != known[path][-1].content
        )
        return Changes(changed, len(gone), len(files) - changed)


def _known(folder: Path, spared: Iterable[Path]) -> _Known:
    """Read the list of an earlier run; raise where the folder is not one to write into."""
    refuse_place(folder)
    for each in spared:
        if is_within(folder, each):
            raise usage_error(f"`{visible(str(folder))}` is in `{visible(str(each))}`", "name another folder")
    if not os.path.lexists(folder):
        return {}
    if folder.is_symlink() or not folder.is_dir():
        raise usage_error(f"`{visible(str(folder))}` is there, and is not a folder", "name another folder")
    path = folder / LIST
    if not os.path.lexists(path):
        if next(folder.iterdir(), None):
            raise usage_error(
                f"`{visible(str(folder))}` is not empty, and not a site that coopdb has made", "name another folder"
            )
        return {}
    return _read_list(path)


def _read_list(path: Path) -> _Known:
    """Read the list; what is not a line of it, such as the end of one that was cut off, is passed over."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise usage_error(f"`{visible(str(path))}` is there, and is not a regular file", "name another folder")
    head, *lines = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    if head != _HEAD:
        raise usage_error(f"`{visible(str(path))}` is not a list of coopdb's", "name another folder")
    found: dict[str, list[_Entry]] = {}
    for match in filter(None, map(_LINE.fullmatch, lines)):
        if _is_below(match["path"]):
            found.setdefault(match["path"], []).append(_Entry(match["content"], match["key"], int(match["size"])))
    return found


def _is_below(name: str) -> bool:
    """Tell whether a path of the list, which a stranger may have written, stays within the folder."""
    parts = name.split("/")
    return "\\" not in name and ":" not in name and all(part.strip(". ") for part in parts) and name != LIST


def _sizes(folder: Path, inner: str = "") -> Iterator[tuple[str, int]]:
    """Yield the files below a folder with their sizes; links, which are not followed, and the like with -1."""
    with os.scandir(folder / inner) as entries:
        for entry in entries:
            path = f"{inner}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _sizes(folder, f"{path}/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield path, status.st_size if stat.S_ISREG(status.st_mode) else -1


def _is_current(each: MadeFile, known: _Known, sizes: Mapping[str, int]) -> bool:
    entries = known.get(each.path)
    return entries is not None and entries[-1].key == each.key and entries[-1].size == sizes.get(each.path)


def _refuse_changed(folder: Path, paths: Iterable[str], known: _Known) -> None:
    """Raise where a file that would be replaced or removed is not as coopdb has written it."""
    foreign = [path for path in paths if not _is_own(folder / path, known.get(path, ()))]
    if foreign:
        named = ", ".join(f"`{visible(each)}`" for each in foreign[:_NAMED])
        more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
        raise StopError(
            f"changed since coopdb wrote them, in `{visible(str(folder))}`: {named}{more}",
            "nothing was written; move them away or delete them, and run the command again",
        )


def _is_own(path: Path, entries: Sequence[_Entry]) -> bool:
    return stat.S_ISREG(path.lstat().st_mode) and _digest(path.read_bytes()) in {each.content for each in entries}


def _write(
    folder: Path, stale: Sequence[MadeFile], known: _Known, sizes: Mapping[str, int], watch: Watch
) -> Iterator[tuple[str, _Entry]]:
    """Write files in batches, each on the list before; yield what the list says of them."""
    waiting, done, safe = iter(stale), 0, {""}
    while batch := list(islice(waiting, _BATCH)):
        made = [(each, each.make()) for each in batch]
        entries = {each.path: _Entry(_digest(content), each.key, len(content)) for each, content in made}
        _append(folder, entries)
        for each, content in made:
            if not _holds(each.path, entries[each.path], known, sizes):
                _put(folder, each.path, content, safe)
        yield from entries.items()
        done += len(batch)
        watch(done, len(stale))


def _holds(path: str, entry: _Entry, known: _Known, sizes: Mapping[str, int]) -> bool:
    """Tell whether a file holds what it should already, though it was made with another key."""
    last = known[path][-1] if path in known else None
    return last is not None and (last.content, entry.size) == (entry.content, sizes.get(path))


def _append(folder: Path, entries: Mapping[str, _Entry]) -> None:
    path = folder / LIST
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o666), "w", encoding="utf-8") as file:  # noqa: PTH123  # a number is not a path
        # A line before it may have been cut off.
        file.write("".join(("\n" if path.stat().st_size else f"{_HEAD}\n", *_lines(entries))))


def _lines(entries: Mapping[str, _Entry]) -> Iterator[str]:
    yield from (f"{each.content} {each.key} {each.size} {path}\n" for path, each in entries.items())


def _put_list(folder: Path, entries: Mapping[str, _Entry]) -> None:
    """Write the list of what is there now, in order, where it says anything else."""
    content = "".join((f"{_HEAD}\n", *_lines(dict(sorted(entries.items()))))).encode()
    path = folder / LIST
    if not path.exists() or path.read_bytes() != content:
        put_file(path, content)


def _put(folder: Path, path: str, content: bytes, safe: set[str]) -> None:
    """Put a file in its place in one step; not down to the disk, as all of it can be made again."""
    inner = path.rpartition("/")[0]
    if inner not in safe:
        (folder / inner).mkdir(parents=True, exist_ok=True)
        _refuse_link(folder, inner)
        safe.add(inner)
    temporary = folder / f"{prefix()}site{SUFFIX}"
    temporary.write_bytes(content)
    os.replace(temporary, folder / path)  # noqa: PTH105  # atomic, as the name says


def _refuse_link(folder: Path, inner: str) -> None:
    if Path(os.path.realpath(folder / inner)) != Path(os.path.realpath(folder)) / inner:
        raise StopError(f"`{visible(str(folder / inner))}` is a link, which is not followed", "delete it")


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    inner = path.rpartition("/")[0]
    _refuse_link(folder, inner)
    (folder / path).unlink()
    while inner and not any((folder / inner).iterdir()):
        (folder / inner).rmdir()
        inner = inner.rpartition("/")[0]
