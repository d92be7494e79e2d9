"""`coopdb close`: what became of a commitment."""

import shlex
from datetime import date as day
from typing import Annotated, Literal

import typer

from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def close(
    repository: Repository,
    commitment: Annotated[
        str, typer.Argument(metavar="ID#KEY", help="The record and the commitment, each by its beginning, or ID#2.")
    ],
    status: Annotated[
        Literal["done", "dropped", "in-progress", "unchanged"],
        typer.Option(metavar="STATUS", help="done, dropped, in-progress, or unchanged: news alone, in --note."),
    ] = "done",
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="By which day: that of the record that tells, or today, when not given."),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="ID", help="The record that tells so.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of what tells so.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What became of it, in your own words.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change as a patch, and write nothing.")] = False,
) -> ExitCode:
    """Say what became of a commitment, or only what is new.

    An update with its day is added to the commitment; what was written before stays as it is. It is done, unless
    --status says otherwise: `--status unchanged --note "delayed"` adds news and closes nothing. A commitment without a
    key gets one, made from its text, so that ID#KEY names it for good. ID#2 is the second commitment of a record; of a
    record that has only one, the id is enough.
    """
    from coopdb.author.closing import Outcome
    from coopdb.author.closing import close as plan
    from coopdb.cli.fixing import finish_interrupted
    from coopdb.cli.rewriting import carry_out
    from coopdb.store.files.records import load

    outcome = Outcome(status, on, by, url, note)
    command = shlex.join(["close", commitment, *(str(each or "") for each in outcome)])
    if not (dry_run or diff) and finish_interrupted(repository, command):
        return ExitCode.FINE
    wanted = plan(load(repository), commitment, outcome, day.today())
    return carry_out(repository, wanted, command, dry_run=dry_run, diff=diff)
