"""A new records repository: its files, none of which takes the place of one that is there."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError
from coopdb.store.files.install_source import InstallSource
from coopdb.store.files.writing import create_file, refuse_outside
from coopdb.vocabulary.tables import DATA

_TEMPLATE = DATA / "template"
_OF_EDITORS = (".taplo.toml", "tombi.toml", ".vscode/extensions.json", ".vscode/settings.json")
_WORKFLOWS = ".github/workflows/"
_CLONE = (
    'git clone --quiet --no-checkout "$COOPDB_FROM" coopdb',
    'git -C coopdb checkout --quiet --detach "$COOPDB_PIN"',
)
_UNPACK = (
    'curl --fail --silent --show-error --location --output coopdb.tar.gz "$COOPDB_FROM"',
    'echo "$COOPDB_PIN  coopdb.tar.gz" | sha256sum --check --quiet',
    "mkdir coopdb",
    "tar --extract --gzip --file coopdb.tar.gz --directory coopdb --strip-components 1",
)


class MadeFiles(NamedTuple):
    """The paths of files from their folder, sorted: those that were written, and those that were there and stay."""

    written: tuple[str, ...]
    left: tuple[str, ...]


def make_repository(folder: Path, made: Mapping[str, str], source: InstallSource) -> MadeFiles:
    """Write the template and the texts `made` for it, by path, into a folder; raise StopError where one is there.

    Settings of editors that are there stay as they are. Its workflows get coopdb from `source`.
    """
    paths = [path for path in _TEMPLATE.rglob("*") if path.is_file()]
    files = {path.relative_to(_TEMPLATE).as_posix(): path.read_text(encoding="utf-8") for path in paths} | dict(made)
    for path in filter(_is_workflow, files):
        files[path] = _filled(files[path], source)
    there = sorted(path for path in files if os.path.lexists(folder / path))
    if stopping := [path for path in there if path not in _OF_EDITORS]:
        raise StopError(
            f"`{folder / stopping[0]}` is there already", "choose a folder without such files; nothing was written"
        )
    written = sorted(files.keys() - there)
    for path in written:
        _refuse_blocked(folder / path, folder)
    for path in written:
        create_file(folder / path, files[path].encode(), folder)
    return MadeFiles(tuple(written), tuple(there))


def _refuse_blocked(path: Path, folder: Path) -> None:
    """Raise where no file can be made, for what is above it leads elsewhere or is not a folder, before one is."""
    refuse_outside(path, folder)
    above = next(each for each in path.parents if os.path.lexists(each))
    if not above.is_dir():
        raise StopError(f"`{above}` is not a folder", "choose a folder without such files; nothing was written")


def _is_workflow(path: str) -> bool:
    return path.startswith(_WORKFLOWS)


def _filled(workflow: str, source: InstallSource) -> str:
    """Put in where coopdb is from; an address and a pin need no quotes in YAML."""
    fetch = "\n          ".join(_UNPACK if source.is_archive else _CLONE)
    return workflow.replace("@URL@", source.url).replace("@PIN@", f'"{source.pin}"').replace("@FETCH@", fetch)
