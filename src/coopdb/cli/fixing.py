"""Showing and writing what is fixed: by `validate --fix`, `rename` and `fmt`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from coopdb.check.choice import Choice
from coopdb.check.fixing import Change, fix
from coopdb.cli.streams import remark, screen, write, write_bytes
from coopdb.errors import ExitCode, StopError
from coopdb.render.patch import render
from coopdb.store.files import content_of
from coopdb.store.git import folder_in_git
from coopdb.store.records import load
from coopdb.store.repository import Repository
from coopdb.store.writing import move_file, replace_file, why_not_replaced
from coopdb.text import count, visible

_MARK = "\ufeff"


def show_fixes(repository: Repository, today: date, choice: Choice) -> ExitCode:
    """Print what `--fix` would change."""
    return show_changes(repository, fix(load(repository), today, choice))


def apply_fixes(repository: Repository, today: date, choice: Choice) -> Choice:
    """Write what can be fixed, and return the choice with the new paths."""
    changes = fix(load(repository), today, choice)
    write_changes(repository, changes)
    if not changes:
        return choice
    new = {change.old_path: change.new_path for change in changes}
    remark(f"{count(len(changes), 'file')} mended")
    paths = None if choice.paths is None else {new.get(path, path) for path in choice.paths}
    return replace(choice, paths=paths)


def show_changes(repository: Repository, changes: Iterable[Change]) -> ExitCode:
    """Print changes as a patch that `git apply` takes; PROBLEMS when there are any."""
    changes = tuple(_whole(repository, change) for change in changes)
    patch = render(changes, folder_in_git(repository))
    if screen().is_terminal:
        write(visible(patch, keep="\n\t"))
    else:
        write_bytes(patch.encode())
    remark(f"{count(len(changes), 'file')} would change" if changes else "nothing to change")
    return ExitCode.PROBLEMS if changes else ExitCode.FINE


def write_changes(repository: Repository, changes: Iterable[Change]) -> None:
    """Write changes, each file at once; where one has been changed meanwhile or may not be replaced, write none."""
    changes = tuple(_whole(repository, change) for change in changes)
    for change in changes:
        if change.after != change.before and (why := why_not_replaced(repository.root / change.old_path)):
            raise StopError(f"cannot write `{visible(change.old_path)}`: {why}", "nothing has been written")
    for change in changes:
        if change.after != change.before:
            replace_file(repository.root / change.old_path, change.after.encode())
    for old, new in _in_order({each.old_path: each.new_path for each in changes if each.old_path != each.new_path}):
        move_file(repository.root / old, repository.root / new)


def _whole(repository: Repository, change: Change) -> Change:
    """Return a change of the file as it is on the disk, with a mark at its start if it has one."""
    content = content_of(repository.root / change.old_path)
    text = content.decode(errors="replace") if isinstance(content, bytes) else ""
    if text.removeprefix(_MARK) != change.before:
        raise StopError(f"`{visible(change.old_path)}` has been changed meanwhile", "run the command again")
    mark = _MARK if text.startswith(_MARK) else ""
    return replace(change, before=mark + change.before, after=mark + change.after)


def _in_order(moves: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield moves so that each goes where no file is any more; in a ring, one of them steps aside first."""
    while moves:
        old = next((each for each, new in moves.items() if new not in moves), None)
        if old is None:
            old = next(iter(moves))
            aside = str(Path(old).with_suffix(".moving.toml"))
            yield old, aside
            moves[aside] = moves.pop(old)
        else:
            yield old, moves.pop(old)
