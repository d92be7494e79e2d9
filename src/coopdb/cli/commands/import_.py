"""`coopdb import`: many records from a table."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def import_(
    repository: Repository,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV, JSON Lines, .xlsx or .ods, or a folder that `coopdb export` has written."
        ),
    ],
    mapping: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="Which columns are which keys of a record; --suggest begins one."),
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the rows that are not records there, with number and reason."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The encoding of the file, such as windows-1252; UTF-8 is tried first."),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The sheet of a spreadsheet, instead of the first one.")
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Print a mapping for --map, guessed from the heads and the first rows.")
    ] = False,
    second: Annotated[
        bool, typer.Option("--second", help="Keep a second meeting of a day and parties, related to the first.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count what would be done, and write nothing.")] = False,
) -> ExitCode:
    """Import many records from CSV, JSON Lines or a spreadsheet.

    Every row becomes a valid record in a file of its own, or is rejected with its number and the reason. All rows are
    checked before the first file is written, and what is recorded already is not written again. A row that says
    something else of a day and parties than a record, or an earlier row, is rejected unless --second keeps both.
    """
    from coopdb.cli.importing import carry_out, planned, print_suggestion, source_of
    from coopdb.store.files.records import load

    source, records = source_of(file, encoding, sheet), load(repository)
    if suggest:
        return print_suggestion(source, records.vocabularies)
    intake, made = planned(source, mapping, records, date.today(), keeps_second=second)
    return carry_out(repository, intake, made, rejects, [file, *([mapping] if mapping else [])], dry_run=dry_run)
