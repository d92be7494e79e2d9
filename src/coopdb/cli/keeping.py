"""Keeps what somebody has typed where it cannot be written as a record: in a new file, which is named."""

import os
import shlex
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from coopdb.cli.streams import remark, remark_lines
from coopdb.record import toml
from coopdb.record.model import TABLES
from coopdb.store.files.repository import Repository


def keep(text: str, root: Path) -> str:
    """Keep a text in a new file: in the present folder, unless that is one of records, else where there is room.

    Return its path, or nothing where no place takes it: then it is shown.
    """
    here = Path.cwd()
    is_among_records = here.resolve().is_relative_to((root / "records").resolve())
    for folder in dict.fromkeys((root if is_among_records else here, Path(tempfile.gettempdir()))):
        if path := _created(folder, text):
            return os.path.relpath(path) if folder != Path(tempfile.gettempdir()) else str(path)
    remark_lines(text)
    return ""


def kept(text: str, root: Path, then: str = "") -> str:
    """Keep what was typed, and return the words that say where; `then` is how a command line goes on with the file."""
    path = keep(text, root)
    if not path:
        return "what you typed is shown above"
    return f"what you typed is in `{path}`{f': `{then} {shlex.quote(path)}`' if then else ''}"


def keep_answers(values: Mapping[str, Any], repository: Repository, words: str) -> None:
    """Keep what was answered, and say how to go on with it."""
    if kept := keep(_written(values), repository.root):
        remark(f"what you answered is kept in `{kept}`")
        slug = ["--slug", words] if words else []
        remark(f"  help: go on with `{shlex.join(['coopdb', 'add', '--from', kept, *slug])}`")


def _written(values: Mapping[str, Any]) -> str:
    """Write answers as a record has them, each element of a list below a header of its own."""
    listed = {key: value for key, value in values.items() if key in TABLES and _is_list_of_tables(value)}
    parts = [toml.dump({key: value for key, value in values.items() if key not in listed})]
    for key, elements in listed.items():
        parts += [f"[[{key}]]\n{toml.dump(_table(each))}" for each in elements]
    return "\n".join(part for part in parts if part)


def _is_list_of_tables(value: Any) -> bool:
    """Tell a list that has tables with plain values, and slugs of topics, alone."""
    is_list = isinstance(value, list) and any(isinstance(each, dict) for each in value)
    return is_list and not any(isinstance(inner, (dict, list)) for each in value for inner in _table(each).values())


def _table(element: Any) -> dict[str, Any]:
    return dict(element) if isinstance(element, dict) else {"topic": element}


def _created(folder: Path, text: str) -> Path | None:
    """Write a text, whose lone surrogates are bytes as they were, to the first name that is free; None on failure."""
    try:
        path, descriptor = _opened(folder)
    except OSError:
        return None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode(errors="surrogateescape"))
    except OSError:
        path.unlink(missing_ok=True)
        return None
    return path


def _opened(folder: Path) -> tuple[Path, int]:
    """Open the first file that is not there yet, for its owner alone."""
    number = 1
    while True:
        path = folder / f"draft-{number}.toml"
        with suppress(FileExistsError):
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        number += 1
