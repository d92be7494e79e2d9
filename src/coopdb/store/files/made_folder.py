"""A folder of files that coopdb makes, such as the site: only what has changed is written, what is not made is removed.

A list in the folder says which files are coopdb's and what they held. A file that somebody else has changed since, or
that is not on the list, is never overwritten or removed. Each batch is on the list before it is written, so that a run
that was interrupted leaves nothing that the next one does not know.

Somebody else may have written the list, or changed a file to another of the same size. So the list is believed only
where the folder has the seal that it was left with; else all files are made again, and compared.
"""

import marshal
import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.parallel.progress import Watch, ignore
from coopdb.store.files.folder_hold import holding
from coopdb.store.files.folder_list import LIST, Known, ListEntry, append_list, put_list, read_list
from coopdb.store.files.outputs import is_within, refuse_place
from coopdb.store.files.tree import State, state_of
from coopdb.store.files.writing import SUFFIX, discard, prefix
from coopdb.text import visible

_BATCH = 256
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
    """How many files were written, removed, and left as they were; and the seal of the folder as it is left."""

    written: int
    removed: int
    same: int
    seal: str = ""


def digest(*values: object) -> str:
    """Sum up plain values whose `repr` is the same for the same values."""
    return _digest(repr(values).encode(errors="surrogatepass"))


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=10).hexdigest()


def put_folder(
    folder: Path,
    files: Collection[MadeFile],
    spared: Iterable[Path] = (),
    watch: Watch = ignore,
    seal: str | None = None,
) -> Changes:
    """Make a folder hold these files: those of an earlier run are changed where needed, others of its are removed.

    `seal` is the one that it was left with, as far as that is remembered; None to believe its list as it is.
    """
    with _stopping(folder):
        _refuse(folder, spared)
        folder.mkdir(parents=True, exist_ok=True)
        with holding(folder):
            return _put_all(folder, files, watch, seal)


def _put_all(folder: Path, files: Collection[MadeFile], watch: Watch, seal: str | None) -> Changes:
    """Do the same in a folder that is there, and that nobody else writes into."""
    known, states = _known(folder), dict(_states(folder))
    sizes = {path: each[0] for path, each in states.items()}
    made = {each.path for each in files}
    is_believed = seal is None or seal == _seal(folder, known, states)
    stale = [each for each in files if not (is_believed and _is_current(each, known, sizes))]
    gone = [path for path in known if path not in made and path in sizes]
    before = _own_contents(folder, [path for path in (*(each.path for each in stale), *gone) if path in sizes], known)
    written = dict(_write(folder, stale, before, watch))
    for path in gone:
        _remove(folder, path)
    entries = {each.path: written.get(each.path) or known[each.path][-1] for each in files}
    put_list(folder, entries)
    states |= {path: _state(os.lstat(folder / path)) for path in written}
    changed = sum(each.content != before.get(path) for path, each in written.items())
    return Changes(changed, len(gone), len(files) - changed, _seal(folder, entries, states))


@contextmanager
def _stopping(folder: Path) -> Iterator[None]:
    """Turn what the system refuses into the error that names the folder: each file in it is an old or a new one."""
    try:
        yield
    except OSError as error:
        raise StopError(
            f"cannot write the files of `{visible(str(folder))}`: {error.strerror}",
            "each of them is the old or the new one; run the command again when that has been fixed",
        ) from error


def _refuse(folder: Path, spared: Iterable[Path]) -> None:
    """Raise where the place of a folder is not one to write into, or something else is there."""
    refuse_place(folder)
    for each in spared:
        if is_within(folder, each):
            raise usage_error(f"`{visible(str(folder))}` is in `{visible(str(each))}`", "name another folder")
        if is_within(each, folder):
            raise usage_error(f"`{visible(str(each))}` is in `{visible(str(folder))}`", "name another folder")
    if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()):
        raise usage_error(f"`{visible(str(folder))}` is there, and is not a folder", "name another folder")


def _known(folder: Path) -> Known:
    """Read the list of an earlier run; raise where somebody else has made the folder."""
    path = folder / LIST
    if not os.path.lexists(path):
        if any(not each.name.startswith(prefix()) for each in folder.iterdir()):
            raise usage_error(
                f"`{visible(str(folder))}` is not empty, and not a site that coopdb has made", "name another folder"
            )
        return {}
    return read_list(path)


def _states(folder: Path, inner: str = "") -> Iterator[tuple[str, State]]:
    """Yield the files below a folder with what tells that one has changed; links are not followed."""
    with os.scandir(folder / inner) as entries:
        for entry in entries:
            path = f"{inner}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _states(folder, f"{path}/")
            else:
                yield path, _state(entry.stat(follow_symlinks=False))


def _state(status: os.stat_result) -> State:
    """Return the state of a file; the size of a link and the like is -1."""
    size, *others = state_of(status)
    return (size if stat.S_ISREG(status.st_mode) else -1, *others)  # type: ignore[return-value]  # the other three


def _seal(folder: Path, paths: Iterable[str], states: Mapping[str, State]) -> str:
    """Sum up the list of a folder, and the files on it as they are."""
    path = folder / LIST
    found = [path.read_bytes() if path.exists() else b"", [(each, states.get(each)) for each in sorted(paths)]]
    return _digest(marshal.dumps(found, 2))  # 2: later forms depend on how often a value is referred to


def _is_current(each: MadeFile, known: Known, sizes: Mapping[str, int]) -> bool:
    """Tell whether a file need not be made; of one with several entries a run that was interrupted left any."""
    return [(entry.key, entry.size) for entry in known.get(each.path, ())] == [(each.key, sizes.get(each.path))]


def _own_contents(folder: Path, paths: Iterable[str], known: Known) -> Mapping[str, str]:
    """Sum up what the files hold that would be replaced or removed; raise where coopdb has not written that."""
    before = {path: _digest_of(folder / path) for path in paths}
    foreign = [path for path, content in before.items() if all(content != each.content for each in known.get(path, ()))]
    if foreign:
        named = ", ".join(f"`{visible(each)}`" for each in foreign[:_NAMED])
        more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
        raise StopError(
            f"changed since coopdb wrote them, in `{visible(str(folder))}`: {named}{more}",
            "nothing was written; move them away or delete them, and run the command again",
        )
    return before


def _digest_of(path: Path) -> str:
    return _digest(path.read_bytes()) if stat.S_ISREG(path.lstat().st_mode) else ""


def _write(
    folder: Path, stale: Sequence[MadeFile], before: Mapping[str, str], watch: Watch
) -> Iterator[tuple[str, ListEntry]]:
    """Write files in batches, each on the list before; yield what the list says of them."""
    waiting, done, safe = iter(stale), 0, {""}
    while batch := list(islice(waiting, _BATCH)):
        made = [(each, each.make()) for each in batch]
        entries = {each.path: ListEntry(_digest(content), each.key, len(content)) for each, content in made}
        append_list(folder, entries)
        for each, content in made:
            if entries[each.path].content != before.get(each.path):
                _put(folder, each.path, content, safe)
        yield from entries.items()
        done += len(batch)
        watch(done, len(stale))


def _put(folder: Path, path: str, content: bytes, safe: set[str]) -> None:
    """Put a file in its place in one step; not down to the disk, as all of it can be made again."""
    inner = path.rpartition("/")[0]
    if inner not in safe:
        _refuse_link(folder, inner)
        (folder / inner).mkdir(parents=True, exist_ok=True)
        safe.add(inner)
    temporary = folder / f"{prefix()}site{SUFFIX}"
    try:
        temporary.write_bytes(content)
        os.replace(temporary, folder / path)  # noqa: PTH105  # atomic, as the name says
    except BaseException:
        discard(temporary)
        raise


def _refuse_link(folder: Path, inner: str) -> None:
    place = Path(inner)
    for each in (*reversed(place.parents), place):  # from the folder on, so that it is the link itself that is named
        if Path(os.path.realpath(folder / each)) != Path(os.path.realpath(folder)) / each:
            raise StopError(f"`{visible(str(folder / each))}` is a link, which is not followed", "delete it")


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    inner = path.rpartition("/")[0]
    _refuse_link(folder, inner)
    (folder / path).unlink()
    while inner and not any((folder / inner).iterdir()):
        (folder / inner).rmdir()
        inner = inner.rpartition("/")[0]
