"""A new records repository: its files, none of which takes the place of one that is there."""

from collections.abc import Mapping
from pathlib import Path

from coopdb.errors import StopError
from coopdb.store.writing import create_file
from coopdb.vocabulary.tables import DATA

_TEMPLATE = DATA / "template"


def make_repository(folder: Path, made: Mapping[str, str]) -> tuple[str, ...]:
    """Write the template into a folder, and the texts `made` for it by path; return the paths, sorted."""
    copied = {
        path.relative_to(_TEMPLATE).as_posix(): path.read_bytes() for path in _TEMPLATE.rglob("*") if path.is_file()
    }
    files = copied | {path: text.encode() for path, text in made.items()}
    there = sorted(path for path in files if (folder / path).exists())
    if there:
        raise StopError(
            f"`{folder / there[0]}` is there already", "choose a folder without such files; nothing was written"
        )
    for path in sorted(files):
        create_file(folder / path, files[path], folder)
    return tuple(sorted(files))
