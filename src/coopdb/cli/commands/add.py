"""`coopdb add`: a new record, by options or asked step by step."""

from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.options.record_options import DetailOptions, MeetingOptions, SourceOptions
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def add(
    repository: Repository,
    meeting: MeetingOptions,
    circumstances: DetailOptions,
    origin: SourceOptions,
    words: Annotated[str, typer.Option("--slug", metavar="WORDS", help="Words to put into the id.")] = "",
    like: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Begin with the parties, people and topics of a record, without --from."),
    ] = None,
    from_: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Begin with a draft, or draft from an article.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of that article, such as windows-1256.")
    ] = None,
    number: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Which meeting of a --from text that tells of several.")
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="Open it in your editor before it is written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write it although it may be recorded already.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it, and write nothing.")] = False,
) -> ExitCode:
    """Add a record, and print the path of its file.

    With options it is written at once; at a terminal what is missing is asked for, step by step. Names are understood
    as in records. It is checked before anything is written, against the other records too.
    """
    from coopdb.cli.adding import add_record
    from coopdb.cli.proposing import Wishes

    given = {**meeting.given, **circumstances.given, **origin.given}
    wishes = Wishes(words, like, from_, edit=edit, force=force, dry_run=dry_run, encoding=encoding, number=number)
    return add_record(repository, given, wishes)
