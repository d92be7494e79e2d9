"""Changes several files together, so that what a kill leaves half done can be finished by running the same again.

What every file is to become is noted in the user's cache folder before the first one is touched. Each file then is as
it was, or as it is to be; which of the two can be seen, so the steps can be gone through again from any state.
"""

import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError
from coopdb.record.fault import Fault
from coopdb.record.paths import fits_name
from coopdb.store.cache.location import is_own_file, make_folder, note_of
from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER
from coopdb.store.files.writing import clean_up, create_file, refuse_outside, replace_file, stopping
from coopdb.text import visible


class Step(NamedTuple):
    """What becomes of one path: the sum of what was there, if anything, what is to be there, and where its mode is."""

    path: str
    before: str | None
    after: str | None
    like: str


class Pending(NamedTuple):
    """Work that was begun: by which command, and all its steps."""

    command: str
    steps: tuple[Step, ...]


def steps_of(texts: Mapping[str, tuple[str, bytes, bytes]]) -> tuple[Step, ...]:
    """Return the steps for files by old path: the new path, and the content before and after.

    One file may take the place that another leaves: what each is to hold is in its step, whole.
    """
    contents = {old: before for old, (_, before, _) in texts.items()}
    targets = {new: (old, after) for old, (new, _, after) in texts.items()}
    made = (Step(new, _sum(contents.get(new)), after.decode(), old) for new, (old, after) in targets.items())
    left = (Step(old, _sum(before), None, old) for old, before in contents.items() if old not in targets)
    return tuple(sorted(each for each in made if each.before != _sum(_bytes(each)))) + tuple(sorted(left))


def write_together(repository: Repository, steps: Iterable[Step], command: str = "") -> None:
    """Take steps, in order, each at once; none where a file is no longer what it was.

    With a `command`, they are noted first, so that `finish` can take the rest.
    """
    steps = tuple(steps)
    for step in steps:
        if _found(repository, step) != step.before:
            raise _changed(step)
        if not fits_name(Path(step.path).name):
            raise StopError(f"`{visible(step.path)}` is too long for the name of a file", "nothing has been written")
    is_noted = bool(command) and len(steps) > 1 and _note_down(repository, Pending(command, steps))
    _take(repository, steps)
    if is_noted:
        forget_pending(repository)


def pending_in(repository: Repository) -> Pending | None:
    """Return the work that was begun and is not done: some of its steps have been taken, and some have not."""
    pending = _noted(repository)
    return pending if pending and not all(_is_done(repository, step) for step in pending.steps) else None


def finish(repository: Repository, command: str) -> int | None:
    """Take what is left of the steps of a command that was interrupted; return how many: None if it was not.

    A file that somebody has changed since then is left as it is.
    """
    pending = _noted(repository)
    if pending is None or pending.command != command:
        return None
    steps = pending.steps
    left = [step for step in steps if not _is_done(repository, step) and _found(repository, step) == step.before]
    _take(repository, left)
    forget_pending(repository)
    return len(left)


def _noted(repository: Repository) -> Pending | None:
    """Read which work was begun; none where not one of its steps is taken, because somebody has undone them."""
    note = note_of(repository)
    if note is None or not is_own_file(note):
        return None
    try:
        root, command, steps = json.loads(note.read_text(encoding="utf-8"))
        pending = Pending(command, tuple(Step(*each) for each in steps))
    except (OSError, ValueError, TypeError):
        return None
    is_begun = root == _identity(repository) and any(_is_done(repository, step) for step in pending.steps)
    return pending if is_begun else None


def _is_done(repository: Repository, step: Step) -> bool:
    return _found(repository, step) == _sum(_bytes(step))


def forget_pending(repository: Repository) -> None:
    """Forget what was begun."""
    if note := note_of(repository):
        with suppress(OSError):
            note.unlink(missing_ok=True)


def clean_records(repository: Repository) -> None:
    """Delete the temporary files that a process which was killed has left among the records."""
    folders = (Path(folder) for folder, _, _ in os.walk(repository.root / FOLDER))
    clean_up([repository.root, *folders], time.time_ns() / 1e9)


def _take(repository: Repository, steps: Iterable[Step]) -> None:
    """Take steps: files are written before others go, so that nothing is lost in between."""
    steps = tuple(steps)
    likes = [_status(repository.root / step.like) for step in steps]  # before one takes another's place
    for step, like in zip(steps, likes, strict=True):
        path, after = repository.root / step.path, _bytes(step)
        refuse_outside(path, repository.root)
        before = content_of(path) if os.path.lexists(path) else None
        if isinstance(before, Fault) or _sum(before) != step.before:
            raise _changed(step)
        with stopping(path):
            if after is None:
                path.unlink()
            elif before is None:
                create_file(path, after, repository.root, like)
            else:
                replace_file(path, after, before)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except OSError:
        return None


def _found(repository: Repository, step: Step) -> str | None:
    """Sum up what is at a path now; None where nothing is."""
    path = repository.root / step.path
    content = content_of(path) if os.path.lexists(path) else None
    return "" if isinstance(content, Fault) else _sum(content)


def _bytes(step: Step) -> bytes | None:
    return None if step.after is None else step.after.encode()


def _sum(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _changed(step: Step) -> StopError:
    return StopError(f"`{visible(step.path)}` has been changed meanwhile", "run the command again")


def _note_down(repository: Repository, pending: Pending) -> bool:
    """Note steps in the user's cache folder; without one the work is done without a note."""
    forget_pending(repository)
    note = note_of(repository)
    try:
        if note is None:
            return False
        make_folder(note.parent)
        with open(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  # a number
            file.write(json.dumps([_identity(repository), *pending]).encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True


def _identity(repository: Repository) -> list[object]:
    status = repository.root.stat()
    return [os.path.realpath(repository.root), status.st_dev, status.st_ino]
