"""The list in a folder that coopdb makes: which files are its own, and what they held."""

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import usage_error
from coopdb.store.files.writing import put_file
from coopdb.text import visible

LIST = ".coopdb-site"
_HEAD = "coopdb site 1"
_LINE = re.compile(r"(?P<content>[0-9a-f]{20}) (?P<key>[0-9a-f]{20}) (?P<size>\d{1,15}) (?P<path>.+)", re.ASCII)


class ListEntry(NamedTuple):
    """What the list says of a file: a digest of what it holds, the key it was made with, and its size."""

    content: str
    key: str
    size: int


Known = Mapping[str, Sequence[ListEntry]]  # by path: the last is the latest, others were about to be replaced


def read_list(path: Path) -> Known:
    """Read the list; what is not a line of it, such as the end of one that was cut off, is passed over."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise usage_error(f"`{visible(str(path))}` is there, and is not a regular file", "name another folder")
    head, *lines = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    if head != _HEAD:
        raise usage_error(f"`{visible(str(path))}` is not a list of coopdb's", "name another folder")
    found: dict[str, list[ListEntry]] = {}
    for match in filter(None, map(_LINE.fullmatch, lines)):
        if _is_below(match["path"]):
            found.setdefault(match["path"], []).append(ListEntry(match["content"], match["key"], int(match["size"])))
    return found


def _is_below(name: str) -> bool:
    """Tell whether a path, which a stranger may have written, is one in the folder, and not hidden as those of git."""
    parts = name.split("/")
    return "\\" not in name and ":" not in name and all(part.strip() and not part.startswith(".") for part in parts)


def append_list(folder: Path, entries: Mapping[str, ListEntry]) -> None:
    """Add what is about to be written to the list, which begins with it where there is none."""
    path = folder / LIST
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o666), "w", encoding="utf-8") as file:  # noqa: PTH123  # a number is not a path
        # A line before it may have been cut off.
        file.write("".join(("\n" if path.stat().st_size else f"{_HEAD}\n", *_lines(entries))))


def _lines(entries: Mapping[str, ListEntry]) -> Iterator[str]:
    yield from (f"{each.content} {each.key} {each.size} {path}\n" for path, each in entries.items())


def put_list(folder: Path, entries: Mapping[str, ListEntry]) -> None:
    """Write the list of what is there now, in order, where it says anything else."""
    content = "".join((f"{_HEAD}\n", *_lines(dict(sorted(entries.items()))))).encode()
    path = folder / LIST
    if not path.exists() or path.read_bytes() != content:
        put_file(path, content)
