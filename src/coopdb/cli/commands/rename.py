"""`coopdb rename`: another name for a topic or a person, in every record."""

import shlex
from datetime import date
from typing import Annotated, Literal

import typer

from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def rename(
    repository: Repository,
    what: Annotated[Literal["topic", "person"], typer.Argument(metavar="topic|person", help="What is renamed.")],
    old: Annotated[str, typer.Argument(metavar="OLD", help="The slug or the name, as records have it.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What takes its place.")],
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Although files have changes that are not committed.")] = False,
) -> ExitCode:
    """Rename a topic or a person in every record.

    Only the names change; comments and layout stay. What would change is shown first. Files with changes that git does
    not know are refused, so that git can undo the renaming as a whole.
    """
    from coopdb.author.renaming import rename_person, rename_topic
    from coopdb.cli.fixing import finish_interrupted
    from coopdb.cli.renaming import carry_out
    from coopdb.store.files.records import load

    command = shlex.join(["rename", what, old, new])
    if yes and not diff and finish_interrupted(repository, command):
        return ExitCode.FINE
    make = {"topic": rename_topic, "person": rename_person}[what]
    renaming = make(load(repository), old, new, date.today())
    return carry_out(repository, renaming, command, yes=yes, diff=diff, force=force)
