"""Looks through the folders of records: which files there are, and what tells that one has changed."""

import os
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

State = tuple[int, int, int, int]  # size, changed, modified, number

FOLDER = "records"
# Files directly in records/ that extend the packaged vocabularies and are not meetings.
TOPICS, PEOPLE = "topics.toml", "people.toml"
_GONE = (-1, -1, -1, -1)


def list_files(root: Path) -> tuple[str, ...]:
    """List what should be a record below a root: paths from there, with `/`, sorted. Raise OSError without records/."""
    return tuple(sorted(_joined(folder, name) for folder, names in _folders(root, FOLDER) for name in names))


def is_record(path: str) -> bool:
    """Tell whether a file with this path from a root is one that should be a record."""
    folder, *folders, name = path.split("/") if "/" in path else ("", path)
    is_own = not folders and name in (TOPICS, PEOPLE)
    is_seen = not any(each.startswith(".") or _is_named(each) for each in folders)
    return folder == FOLDER and _is_named(name) and is_seen and not name.startswith(".") and not is_own


def _is_named(name: str) -> bool:
    return name.casefold().endswith(".toml")


def look(root: Path) -> dict[str, State]:
    """Look at the same files without opening them, in the same order; what has gone meanwhile has no state."""
    states = [each for folder, names in _folders(root, FOLDER) for each in _states(root, folder, names)]
    return dict(sorted(states, key=itemgetter(0)))


def state_of(status: os.stat_result) -> State:
    """Choose what tells that a file has changed."""
    return status.st_size, status.st_ctime_ns, status.st_mtime_ns, status.st_ino


def _folders(root: Path, folder: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder with the sorted names of what should be records in it.

    That is what is named `*.toml`, whatever it is, and links to folders, which are not entered.
    """
    if (root / folder).is_symlink():  # it may lead anywhere
        yield "", [folder]
        return
    waiting = [folder]  # not one within the other: they can be deeper than Python's stack
    while waiting:
        here = waiting.pop()
        try:
            names, folders = _listed(root, here)
        except OSError:
            if here == folder:
                raise
            parent, _, name = here.rpartition("/")  # it stands for itself, and reading it will say why
            yield parent, [name]
        else:
            waiting += [f"{here}/{each}" for each in folders]
            yield here, sorted(names)


def _listed(root: Path, folder: str) -> tuple[list[str], list[str]]:
    """List the names of records and of folders in one folder."""
    names: list[str] = []
    others: list[str] = []
    for name in os.listdir(root / folder):  # noqa: PTH208  # names are all that most need, in half the time
        if not name.startswith(".") and not (folder == FOLDER and name in (TOPICS, PEOPLE)):
            (names if _is_named(name) else others).append(name)
    folders = [name for name in others if (root / folder / name).is_dir()]
    links = [name for name in folders if (root / folder / name).is_symlink()]
    return names + links, [name for name in folders if name not in links]


def _states(root: Path, folder: str, names: Iterable[str]) -> Iterator[tuple[str, State]]:
    """Yield the paths of files in a folder with their states: from within it, which takes a third less time."""
    try:
        number = os.open(root / folder, os.O_RDONLY) if os.stat in os.supports_dir_fd else None
    except OSError:  # it has gone meanwhile, or may be listed but not entered
        number = None
    start = f"{root / folder}{os.sep}" if number is None else ""
    try:
        for name in names:
            try:
                status = os.stat(start + name, dir_fd=number, follow_symlinks=False)
            except OSError:  # it has gone meanwhile; reading it will say so
                yield _joined(folder, name), _GONE
            else:
                # As `state_of`, for every record.
                yield (
                    _joined(folder, name),
                    (status.st_size, status.st_ctime_ns, status.st_mtime_ns, status.st_ino),
                )
    finally:
        if number is not None:
            os.close(number)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
