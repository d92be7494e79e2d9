"""`coopdb run`: a saved question, by its name."""

from typing import Annotated

import typer

from coopdb.cli.streams import screen, write
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def run(
    repository: Repository,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The name of the question; all are listed when none is named.")
    ] = None,
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[-- OPTIONS...]", help="More options for it, after `--`.")
    ] = None,
) -> ExitCode:
    """Ask a saved question.

    Questions are saved in coopdb.toml: a table [queries.NAME] with the `command` of a search, a crosstab, a show or a
    report, as it would be typed after `coopdb`, and what it is `about`. They only ask: an --output is for you to add,
    after `--`.
    """
    from coopdb.cli.saved_questions import list_questions, question_named
    from coopdb.render.formats import render

    if name is None:
        write(render("tables", "table", list_questions(repository), screen()))
        return ExitCode.FINE
    from coopdb.cli.app import run_command

    command, *given = question_named(repository, name)
    # Before what may come after `--`; a `--root` that the user adds comes later, and counts.
    return run_command([command, "--root", str(repository.root), *given, *(more or ())])
