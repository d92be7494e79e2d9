"""Finds files below `records/` that are not records by their names, but are probably meant to be."""

import os
import re
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path

from coopdb.record.slug import SLUG
from coopdb.store.files.tree import FOLDER

# The names of the files in a folder, and of the folders in it.
Listing = tuple[Collection[str], Collection[str]]

_ENDING = ".toml"
# One letter of `toml` left out, doubled, changed or exchanged with the next: `.tml`, `.tmol`.
_NEAR = re.compile(r".+\.(?!toml$)(?:oml|tml|tol|tom|[a-z]oml|t[a-z]ml|to[a-z]l|tom[a-z]|tt?oo?mm?ll?|otml|tmol|tolm)")
_WITHIN = re.compile(r"(.*\.toml)(?=[^a-z])(.*)")  # x.toml.txt, x.toml~, x.toml (1)
_BARE = re.compile(rf"\d{{4}}(?:-\d\d){{0,2}}(?:-[a-z]{{2}}){{2}}(?:-{SLUG})?")  # an id without an ending
# What editors and tools keep beside a file while they work on it, or know of it.
_BESIDE = re.compile(r"\.#.*|#.*#|\._.*|\.?~.*|.*\.sw[a-p]|.*\.(?:lock|tmp|part|license|crdownload)#?")
_TOOLS = frozenset({".git", ".hg", ".svn", ".jj"})
_WORKSHOP = ".coopdb"  # where records are written before they take their place


def overlooked(root: Path) -> tuple[str, ...]:
    """List such files as they lie in a folder, and hidden folders that have some: paths from there, sorted."""
    return find_overlooked(lambda folder: _listed(root / folder))


def overlooked_of(paths: Iterable[str]) -> tuple[str, ...]:
    """List the same of files of which only the paths are known."""
    folders: dict[str, tuple[set[str], set[str]]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, (set(), set()))[0].add(name)
        while folder:
            above, _, name = folder.rpartition("/")
            folders.setdefault(above, (set(), set()))[1].add(name)
            folder = above
    return find_overlooked(lambda folder: folders.get(folder, ((), ())))


def find_overlooked(listed: Callable[[str], Listing]) -> tuple[str, ...]:
    """List what is overlooked below `records/`, from what gives the names in a folder."""
    found: list[str] = []
    waiting = [FOLDER]
    while waiting:
        here = waiting.pop()
        files, folders = listed(here)
        found += (f"{here}/{name}" for name in files if _is_overlooked(name, files))
        for name in folders:
            if not name.startswith("."):
                waiting.append(f"{here}/{name}")
            elif not _is_tool(name) and _has_records(f"{here}/{name}", listed):
                found.append(f"{here}/{name}")
    return tuple(sorted(found))


def _has_records(folder: str, listed: Callable[[str], Listing]) -> bool:
    """Tell whether a hidden folder has what is, or is probably meant to be, a record."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        files, folders = listed(here)
        if any(_is_record(name) or _is_overlooked(name, files) for name in files):
            return True
        waiting += (f"{here}/{name}" for name in folders if not _is_tool(name))
    return False


def _is_tool(name: str) -> bool:
    return name in _TOOLS or name.startswith(_WORKSHOP)


def _is_record(name: str) -> bool:
    return name.casefold().endswith(_ENDING) and not name.startswith(".")


def _is_overlooked(name: str, beside: Collection[str]) -> bool:
    """Tell whether a file is probably meant to be a record; a copy of one that is there is only a copy."""
    if _is_record(name):
        return False
    folded = name.casefold()
    if _BESIDE.fullmatch(folded):
        return False
    if within := _WITHIN.fullmatch(folded):
        return not any(each.casefold() == within[1] for each in beside)
    return folded.endswith(_ENDING) or bool(_NEAR.fullmatch(folded) or _BARE.fullmatch(folded))


def _listed(folder: Path) -> Listing:
    """Give the names of files and of folders; links are not folders."""
    files: list[str] = []
    folders: list[str] = []
    if folder.is_symlink():  # `records/` itself, which is then told of
        return files, folders
    with suppress(OSError), os.scandir(folder) as entries:  # what cannot be listed is told of as a record
        for entry in entries:
            (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.name)
    return files, folders
