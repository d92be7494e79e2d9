"""What `edit` does around a change: by options at once, in an editor until it is valid, and nothing typed is lost."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from coopdb.author.editing import edit, edited
from coopdb.author.moving import find_one
from coopdb.cli.editor import in_editor
from coopdb.cli.keeping import kept
from coopdb.cli.rewriting import carry_out
from coopdb.cli.streams import remark
from coopdb.cli.terminal import choose, interruptible, is_at_terminal
from coopdb.errors import ExitCode, StopError
from coopdb.store.files.hangups import ignore_hangups
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository


def edit_record(
    repository: Repository,
    record: str,
    given: Mapping[str, Any],
    without: Iterable[str],
    command: str,
    *,
    dry_run: bool,
    diff: bool,
) -> ExitCode:
    """Change what options say."""
    wanted = edit(load(repository), record, given, without, date.today())
    return carry_out(repository, wanted, command, dry_run=dry_run, diff=diff)


def edit_text(repository: Repository, record: str, command: str, *, dry_run: bool, diff: bool) -> ExitCode:
    """Open a record in an editor; what is typed is kept in a file where it cannot be written."""
    with interruptible():
        return _in_editor_until_valid(repository, record, command, dry_run=dry_run, diff=diff)


def _in_editor_until_valid(repository: Repository, record: str, command: str, *, dry_run: bool, diff: bool) -> ExitCode:
    records = load(repository)
    entry = find_one(records, record)
    text = entry.reading.text
    while True:
        text = in_editor(text, repository.root)
        if text == entry.reading.text:
            remark("nothing was changed")
            return ExitCode.FINE
        try:
            wanted = edited(records, entry, text, date.today())
            code = carry_out(repository, wanted, command, dry_run=dry_run, diff=diff)
        except StopError as error:
            raise StopError(error.message, kept(text, repository.root)) from error
        if not wanted.faults:
            return code
        if not is_at_terminal() or not _is_wanted_again(text, repository.root):
            raise StopError("the record is not valid yet", kept(text, repository.root))


def _is_wanted_again(text: str, root: Path) -> bool:
    """Ask whether a text is to be edited again; it is kept where the question is interrupted."""
    try:
        return choose("Edit it again? (y)es, (n)o", "yn", "y") == "y"
    except KeyboardInterrupt:
        ignore_hangups()
        remark(kept(text, root))
        raise
