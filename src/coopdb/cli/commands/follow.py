"""`coopdb follow`: the record of a meeting that follows another."""

from typing import Annotated

import typer

from coopdb.cli.options.record_options import DetailOptions, MeetingOptions, SourceOptions
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def follow(
    repository: Repository,
    meeting: MeetingOptions,
    circumstances: DetailOptions,
    origin: SourceOptions,
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of the record, or the beginning of it.")],
    words: Annotated[str, typer.Option("--slug", metavar="WORDS", help="Words to put into the id.")] = "",
    edit: Annotated[bool, typer.Option("--edit", help="Open it in your editor before it is written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write it although it may be recorded already.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it, and write nothing.")] = False,
) -> ExitCode:
    """Add the record of a meeting that follows another.

    It begins with the parties, people and topics of that one, and names it in `follows`. What was said there, where
    they met and how far they got is not taken over. All else is as with `add`.
    """
    from coopdb.cli.adding import add_record
    from coopdb.cli.proposing import Wishes

    given = {**meeting.given, **circumstances.given, **origin.given}
    return add_record(repository, given, Wishes(words, follow=record, edit=edit, force=force, dry_run=dry_run))
