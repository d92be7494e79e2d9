"""What `rename` does around a renaming: the preview, the question, git, and writing."""

from coopdb.author.renaming import Renaming
from coopdb.cli.fixing import show_changes, write_changes
from coopdb.cli.streams import remark
from coopdb.cli.terminal import choose, is_at_terminal
from coopdb.errors import ExitCode, StopError
from coopdb.store.files.git import uncommitted
from coopdb.store.files.repository import Repository
from coopdb.text import count, visible


def carry_out(
    repository: Repository, renaming: Renaming, command: str, *, yes: bool, diff: bool, force: bool
) -> ExitCode:
    """Show what changes, and write it when the user agrees; PROBLEMS when something is left as it was."""
    for path, why in renaming.refused:
        remark(f"warning: `{visible(path)}` is left as it is: {why}")
    if not yes:
        show_changes(repository, renaming.changes)
    if diff or not (yes or _agrees(renaming)):
        return ExitCode.PROBLEMS
    changed = uncommitted(repository, [change.old_path for change in renaming.changes])
    if changed and not force:
        names = ", ".join(f"`{visible(path)}`" for path in sorted(changed))
        raise StopError(f"git does not know the latest of {names}", "commit first, or add `--force`")
    write_changes(repository, renaming.changes, command)
    undo = "`git checkout -- records` undoes it" if changed is not None else "there is no git to undo it with"
    remark(f"{count(len(renaming.changes), 'file')} changed; {undo}")
    return ExitCode.PROBLEMS if renaming.refused else ExitCode.FINE


def _agrees(renaming: Renaming) -> bool:
    """Ask at a terminal; elsewhere nobody agrees."""
    if not is_at_terminal():
        remark("nothing was written: add `--yes`")
        return False
    return choose(f"Change {count(len(renaming.changes), 'file')}? (y)es, (n)o", "yn", "n") == "y"
