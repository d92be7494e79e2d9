"""`coopdb validate`: check records, report every fault, and fix what can be fixed."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.checks import Chosen
from coopdb.cli.streams import progress
from coopdb.errors import ExitCode
from coopdb.render.formats import choice
from coopdb.store.files.repository import Repository

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("problems")


def validate(
    repository: Repository,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files or folders; all records when none is named.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to report.")] = "full",  # noqa: A002
    output: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT:FILE", help="Also write a report to a file; may be repeated.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    chosen: Chosen = Chosen(),  # noqa: B008  # it is frozen
    fix: Annotated[bool, typer.Option("--fix", help="Fix what can be fixed, then report the rest.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
) -> ExitCode:
    """Check records and report every fault.

    Each fault of each file is reported at its line and column. `coopdb explain CODE` tells what a fault is about.
    """
    from coopdb.check.report import report_on
    from coopdb.cli.checking import conclude, read_outputs
    from coopdb.store.files.checkout import folder_in_checkout

    outputs = read_outputs(output)
    choice = chosen.of(repository, paths)
    if diff:
        from coopdb.cli.fixing import show_fixes

        return show_fixes(repository, chosen.day, chosen.to_fix(repository, choice))
    if fix:
        from coopdb.cli.fixing import apply_fixes

        fixed = apply_fixes(repository, chosen.day, chosen.to_fix(repository, choice))
        choice = chosen.after_fixes(repository, fixed)
    with progress("checking records") as watch:
        found = report_on(repository, chosen.day, choice, watch)
    report = replace(found, is_strict=strict, folder=folder_in_checkout(repository.root))
    return conclude(repository, report, format, outputs)
