"""`coopdb fmt`: the canonical layout of records."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.streams import remark
from coopdb.errors import ExitCode
from coopdb.store.repository import Repository


def fmt(
    repository: Repository,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; all records when none is named.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 when something would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")] = False,
) -> ExitCode:
    """Lay records out in the canonical way.

    Keys and tables in one order, one way to write each value, names as codes and slugs, dates without quotes. Comments
    are carried along. A file that is not TOML, or would say something else afterwards, is left alone and named.
    """
    from coopdb.check.formatting import lay_out_records
    from coopdb.cli.choosing import choose
    from coopdb.cli.fixing import show_changes, write_changes
    from coopdb.store.records import load
    from coopdb.text import count, visible

    records = load(repository)
    changes, refused = lay_out_records(records, date.today(), choose(repository, paths, None, None, None))
    for path, why in refused:
        remark(f"warning: `{visible(path)}` is left as it is: {why}")
    if diff:
        return max(show_changes(changes), ExitCode.PROBLEMS if refused else ExitCode.FINE)
    if not check:
        write_changes(repository, changes)
    remark(f"{count(len(changes), 'file')} {'would be' if check else ''} laid out".replace("  ", " "))
    return ExitCode.PROBLEMS if refused or (check and changes) else ExitCode.FINE
