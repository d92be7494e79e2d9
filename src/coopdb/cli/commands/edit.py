"""`coopdb edit`: other values in a record, by options or in an editor."""

import shlex
from typing import Annotated

import typer

from coopdb.cli.options.record_options import DetailOptions, MeetingOptions, SourceOptions
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def edit(
    repository: Repository,
    meeting: MeetingOptions,
    circumstances: DetailOptions,
    origin: SourceOptions,
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of the record, or the beginning of it.")],
    remove: Annotated[
        list[str] | None, typer.Option(metavar="WHAT", help="Take out topic=cloud, party=QA, source=URL, or summary.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change as a patch, and write nothing.")] = False,
) -> ExitCode:
    """Change a record in place, or open it in your editor.

    With the options of `add` the values are changed, comments and layout stay: `--topic cloud=agreed` adds that topic
    or changes its stage, an empty value takes out a key, `--date` does what `move` does. Without options the record is
    opened in VISUAL or EDITOR, and checked before it is written.
    """
    from coopdb.cli.editing import edit_record, edit_text
    from coopdb.cli.fixing import finish_interrupted

    given = {**meeting.given, **circumstances.given, **origin.given}
    given = {key: value for key, value in given.items() if value not in (None, [])}
    command = shlex.join(["edit", record, *(f"{key}={value}" for key, value in given.items()), *(remove or ())])
    if not (dry_run or diff) and finish_interrupted(repository, command):
        return ExitCode.FINE
    if given or remove:
        return edit_record(repository, record, given, remove or (), command, dry_run=dry_run, diff=diff)
    return edit_text(repository, record, command, dry_run=dry_run, diff=diff)
