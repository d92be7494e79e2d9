"""`coopdb validate`: check records and report every fault at its place."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from coopdb.cli.streams import remark, screen, write
from coopdb.errors import ExitCode
from coopdb.store.repository import Repository
from coopdb.text import count

Format = Literal["full", "concise", "json"]


def validate(
    repository: Repository,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; all records when none is named.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to report.")] = "full",  # noqa: A002
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
) -> ExitCode:
    """Check records and report every fault.

    Each fault of each file is reported at its line and column. `coopdb explain CODE` tells what a fault is about.
    """
    from coopdb.check.runner import check
    from coopdb.render.formats import render
    from coopdb.store.records import load

    records = load(repository)
    chosen = repository.within(paths, (entry.path for entry in records.entries)) if paths else None
    report = check(records, chosen)
    write(render("problems", format, report, screen()))
    found = (
        f"{count(report.errors, 'error')}, {count(report.warnings, 'warning')}" if report.problems else "no problems"
    )
    remark(f"{count(report.files, 'file')} checked: {found}")
    return ExitCode.PROBLEMS if report.errors or (strict and report.problems) else ExitCode.FINE
