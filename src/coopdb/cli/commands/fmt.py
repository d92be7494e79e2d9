"""`coopdb fmt`: the canonical layout of records."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.streams import remark
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def fmt(
    repository: Repository,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files or folders; all records when none is named.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 when something would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Only what changed since the branch left this git revision.")
    ] = None,
) -> ExitCode:
    """Lay records out in the canonical way.

    Keys and tables in one order, one way to write each value, names as codes and slugs, dates without quotes. Comments
    are carried along, and line ends, owner and mode stay. A file that is not TOML, has a key that is unknown or a value
    of the wrong type, has several names (hard links), or would say something else afterwards, is left alone and named.
    """
    from coopdb.check.formatting import lay_out_files
    from coopdb.cli.fixing import show_changes, write_changes
    from coopdb.cli.options.checks import choose
    from coopdb.text import count, visible

    files = list(filter(choose(repository, paths, since, None, None).has, repository.files()))
    layouts = lay_out_files(repository, files, date.today())
    for path, why in layouts.refused:
        remark(f"warning: `{visible(path)}` is left as it is: {why}")
    if diff:
        return max(show_changes(repository, layouts.changes), ExitCode.PROBLEMS if layouts.refused else ExitCode.FINE)
    if not check:
        write_changes(repository, layouts.changes)
    remark(f"{count(len(layouts.changes), 'file')} {'would be ' if check else ''}laid out")
    return ExitCode.PROBLEMS if layouts.refused or (check and layouts.changes) else ExitCode.FINE
