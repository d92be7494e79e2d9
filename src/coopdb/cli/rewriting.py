"""What `move` and `edit` do around a change of a record: the preview, what the rules say, and writing it."""

from coopdb.author.moving import Rewriting
from coopdb.check.problem import CheckReport
from coopdb.cli.fixing import show_changes, write_changes
from coopdb.cli.streams import remark, remark_lines, write, write_done
from coopdb.errors import ExitCode
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.files.repository import Repository


def carry_out(repository: Repository, wanted: Rewriting, command: str, *, dry_run: bool, diff: bool) -> ExitCode:
    """Write a change, all its files or none, and say in one line what it was; PROBLEMS when it would not be valid."""
    if wanted.problems:
        remark_lines(render("problems", "full", CheckReport(1, wanted.problems), Screen()).rstrip())
    if wanted.faults:
        remark("nothing was written")
        return ExitCode.PROBLEMS
    if diff:
        return show_changes(repository, wanted.changes)
    if dry_run:
        write(f"{wanted.line}\n")
        remark("nothing was written")
    else:
        write_changes(repository, wanted.changes, command)
        write_done(f"{wanted.line}\n", f"the change is written: {wanted.line}")
    return ExitCode.FINE
