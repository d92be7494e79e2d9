"""`coopdb validate`: check records, report every fault, and mend what can be mended."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.streams import progress, remark
from coopdb.errors import ExitCode
from coopdb.render.formats import ProblemFormat
from coopdb.store.repository import Repository

Codes = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Rules, apart by commas; K is all that begin so.")
]


def validate(
    repository: Repository,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; all records when none is named.")
    ] = None,
    format: Annotated[ProblemFormat, typer.Option("--format", help="How to report.")] = "full",  # noqa: A002
    output: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT:FILE", help="Write a report to a file too, and again.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Only what changed since the branch left this git revision.")
    ] = None,
    select: Codes = None,
    ignore: Codes = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended, then report the rest.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
) -> ExitCode:
    """Check records and report every fault.

    Each fault of each file is reported at its line and column. `coopdb explain CODE` tells what a fault is about.
    """
    from coopdb.check.report import report_on
    from coopdb.cli.checking import choose, report_files, summarize, write_report

    today, choice = date.today(), choose(repository, paths, since, select, ignore)
    if diff:
        from coopdb.cli.fixing import show_fixes

        return show_fixes(repository, today, choice)
    if fix:
        from coopdb.cli.fixing import apply_fixes

        choice = apply_fixes(repository, today, choice)
    with progress("checking records") as watch:
        report = report_on(repository, today, choice, watch)
    write_report(format, report)
    report_files(output or (), report)
    remark(summarize(report))
    return ExitCode.PROBLEMS if report.errors or (strict and report.warnings) else ExitCode.FINE
