"""Showing and writing what is mended: by `validate --fix` and by `fmt`."""

import difflib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coopdb.check.choice import Choice
from coopdb.check.fixing import Change, fix
from coopdb.cli.streams import remark, screen, write
from coopdb.errors import ExitCode, StopError
from coopdb.store.files import content_of
from coopdb.store.records import load
from coopdb.store.repository import Repository
from coopdb.store.writing import move_file, replace_file
from coopdb.text import count, visible

_BOM = b"\xef\xbb\xbf"


def show_fixes(repository: Repository, today: date, choice: Choice) -> ExitCode:
    """Print what `--fix` would change."""
    return show_changes(fix(load(repository), today, choice))


def apply_fixes(repository: Repository, today: date, choice: Choice) -> Choice:
    """Write what can be mended, and return the choice with the new paths."""
    changes = fix(load(repository), today, choice)
    write_changes(repository, changes)
    if not changes:
        return choice
    new = {change.old_path: change.new_path for change in changes}
    remark(f"{count(len(changes), 'file')} mended")
    paths = None if choice.paths is None else {new.get(path, path) for path in choice.paths}
    return replace(choice, paths=paths)


def show_changes(changes: Iterable[Change]) -> ExitCode:
    """Print changes as a unified diff; PROBLEMS when there are any."""
    changes = tuple(changes)
    write("".join(map(_diff, changes)))
    remark(f"{count(len(changes), 'file')} would change" if changes else "nothing to change")
    return ExitCode.PROBLEMS if changes else ExitCode.FINE


def write_changes(repository: Repository, changes: Iterable[Change]) -> None:
    """Write changes, each file at once; one that has been changed meanwhile is left alone."""
    for change in changes:
        path = repository.root / change.old_path
        before = content_of(path)
        if not isinstance(before, bytes) or before.removeprefix(_BOM).decode(errors="replace") != change.before:
            raise StopError(f"`{visible(change.old_path)}` has been changed meanwhile", "run the command again")
        if change.after != change.before:
            replace_file(path, (_BOM if before.startswith(_BOM) else b"") + change.after.encode())
        if change.new_path != change.old_path:
            move_file(path, repository.root / change.new_path)


def _diff(change: Change) -> str:
    """Write a change as git would: a rename, and lines before and after."""
    old, new = visible(change.old_path), visible(change.new_path)
    header = "" if old == new else f"rename from {old}\nrename to {new}\n"
    before, after = (text.splitlines(keepends=True) for text in (change.before, change.after))
    lines = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(before, after, f"a/{old}", f"b/{new}")
    )
    return header + (visible(lines, keep="\n\t") if screen().is_terminal else lines)
