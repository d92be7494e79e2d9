"""A new records repository: its files, none of which takes the place of one that is there."""

from collections.abc import Mapping
from pathlib import Path

from coopdb.errors import StopError
from coopdb.store.files.install_source import InstallSource
from coopdb.store.files.writing import create_file
from coopdb.vocabulary.tables import DATA

_TEMPLATE = DATA / "template"
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


def make_repository(folder: Path, made: Mapping[str, str], source: InstallSource) -> tuple[str, ...]:
    """Write the template and the texts `made` for it, by path, into a folder; return the paths, sorted.

    Its workflows get coopdb from `source`.
    """
    paths = [path for path in _TEMPLATE.rglob("*") if path.is_file()]
    files = {path.relative_to(_TEMPLATE).as_posix(): path.read_text(encoding="utf-8") for path in paths} | dict(made)
    for path in filter(_is_workflow, files):
        files[path] = _filled(files[path], source)
    there = sorted(path for path in files if (folder / path).exists())
    if there:
        raise StopError(
            f"`{folder / there[0]}` is there already", "choose a folder without such files; nothing was written"
        )
    for path in sorted(files):
        create_file(folder / path, files[path].encode(), folder)
    return tuple(sorted(files))


def _is_workflow(path: str) -> bool:
    return path.startswith(_WORKFLOWS)


def _filled(workflow: str, source: InstallSource) -> str:
    """Put in where coopdb is from; an address and a pin need no quotes in YAML."""
    fetch = "\n          ".join(_UNPACK if source.is_archive else _CLONE)
    return workflow.replace("@URL@", source.url).replace("@PIN@", f'"{source.pin}"').replace("@FETCH@", fetch)
