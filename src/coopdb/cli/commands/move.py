"""`coopdb move`: another day for a meeting."""

import shlex
from datetime import date as day
from typing import Annotated

import typer

from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def move(
    repository: Repository,
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of the record, or the beginning of it.")],
    date: Annotated[str, typer.Argument(metavar="DATE", help="2026-02-01, 2026-02 or 2026, with ~ for about.")],
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Another status too: planned, held, postponed, cancelled.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change as a patch, and write nothing.")] = False,
) -> ExitCode:
    """Move a meeting to another day.

    The file takes the name of that day, and every record that names it follows. The old day of a meeting that was
    planned or postponed is kept in `previous_dates`, so that calendars know it again. All else stays as it is written.
    """
    from coopdb.author.moving import move as plan
    from coopdb.cli.fixing import finish_interrupted
    from coopdb.cli.rewriting import carry_out
    from coopdb.store.files.records import load

    command = shlex.join(["move", record, date, *(["--status", status] if status else [])])
    if not (dry_run or diff) and finish_interrupted(repository, command):
        return ExitCode.FINE
    wanted = plan(load(repository), record, date, status, day.today())
    return carry_out(repository, wanted, command, dry_run=dry_run, diff=diff)
