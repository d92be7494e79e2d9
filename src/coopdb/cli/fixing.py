"""Showing and writing what is fixed: by `validate --fix`, `rename` and `fmt`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coopdb.author.moving import with_former_day
from coopdb.check.choice import Choice
from coopdb.check.fixing import Change, fix
from coopdb.cli.streams import remark, screen, write, write_bytes
from coopdb.errors import ExitCode, StopError
from coopdb.record import toml
from coopdb.render.patch import render
from coopdb.store.files.checkout import folder_in_checkout
from coopdb.store.files.contents import content_of
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.files.writing import why_not_replaced
from coopdb.store.transaction import clean_records, finish, steps_of, write_together
from coopdb.text import count, visible

FIX = "validate --fix"
_MARK = "\ufeff"


def show_fixes(repository: Repository, today: date, choice: Choice) -> ExitCode:
    """Print what `--fix` would change."""
    return show_changes(repository, fix(load(repository), today, choice, with_former_day))


def apply_fixes(repository: Repository, today: date, choice: Choice) -> Choice:
    """Write what can be fixed, and return the choice with the new paths."""
    finish_interrupted(repository, FIX)
    changes = fix(load(repository), today, choice, with_former_day)
    write_changes(repository, changes, FIX)
    if not changes:
        return choice
    new = {change.old_path: change.new_path for change in changes}
    for change in changes:
        if change.old_path != change.new_path:
            remark(_renaming(change))
    remark(f"{count(len(changes), 'file')} fixed")
    paths = None if choice.paths is None else {new.get(path, path) for path in choice.paths}
    return replace(choice, paths=paths)


def _renaming(change: Change) -> str:
    """Say what a file is called now, and which of its former days was noted."""
    said = f"`{visible(change.old_path)}` is now `{visible(change.new_path)}`"
    before, after = map(_former_days, (change.before, change.after))
    return f"{said}, and {after[-1]} is in previous_dates" if len(after) > len(before) else said


def _former_days(text: str) -> list[object]:
    data = toml.parse(text)
    days = data.get("previous_dates") if isinstance(data, dict) else None
    return days if isinstance(days, list) else []


def show_changes(repository: Repository, changes: Iterable[Change]) -> ExitCode:
    """Print changes as a patch that `git apply` takes; PROBLEMS when there are any."""
    changes = tuple(_whole(repository, change) for change in changes)
    patch = render(changes, folder_in_checkout(repository.root))
    if screen().is_terminal:
        write(visible(patch, keep="\n\t"))
    else:
        write_bytes(patch.encode())
    remark(f"{count(len(changes), 'file')} would change" if changes else "nothing to change")
    return ExitCode.PROBLEMS if changes else ExitCode.FINE


def write_changes(repository: Repository, changes: Iterable[Change], command: str = "") -> None:
    """Write changes, each file at once; where one has been changed meanwhile or may not be replaced, write none.

    Those that belong together have a `command`: what an interruption leaves undone, `finish_interrupted` does.
    """
    changes = tuple(_whole(repository, change) for change in changes)
    for change in changes:
        if change.after != change.before and (why := why_not_replaced(repository.root / change.old_path)):
            raise StopError(f"cannot write `{visible(change.old_path)}`: {why}", "nothing has been written")
    clean_records(repository)
    texts = {each.old_path: (each.new_path, each.before.encode(), each.after.encode()) for each in changes}
    write_together(repository, steps_of(texts), command)


def finish_interrupted(repository: Repository, command: str) -> bool:
    """Finish the same command where it was interrupted, and say so; tell whether it was."""
    clean_records(repository)
    finished = finish(repository, command)
    if finished:
        remark(f"{count(finished, 'file')} changed, which `{command}` had left when it was interrupted")
    return finished is not None


def _whole(repository: Repository, change: Change) -> Change:
    """Return a change of the file as it is on the disk, with a mark at its start if it has one."""
    content = content_of(repository.root / change.old_path)
    text = content.decode(errors="replace") if isinstance(content, bytes) else ""
    if text.removeprefix(_MARK) != change.before:
        raise StopError(f"`{visible(change.old_path)}` has been changed meanwhile", "run the command again")
    mark = _MARK if text.startswith(_MARK) else ""
    return replace(change, before=mark + change.before, after=mark + change.after)
