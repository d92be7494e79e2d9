"""`coopdb show`: one record, laid out for reading."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.day import read_day
from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.streams import screen, write
from coopdb.errors import ExitCode
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("records")


def show(
    repository: Edition,
    language: ReportLanguage,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, or the beginning of one.")],
    on: Annotated[str | None, typer.Option(metavar="DAY", help="As of this day, not of today.")] = None,
    format: Annotated[Format, typer.Option("--format", help="How to show it.")] = "text",  # noqa: A002
) -> ExitCode:
    """Show records, laid out for reading.

    Each is named by its id, or by the beginning of it that no other record shares. What became of commitments and
    documents is told as of today, or of the day that --on names. Text and Markdown are in the language of --lang, with
    what the record says in its own words as it is; JSON and TOML are the same in every language.
    """
    from coopdb.record.states import replaced
    from coopdb.render.formats import is_machine, render
    from coopdb.render.record_view import RecordView
    from coopdb.report.wording import Wording
    from coopdb.store.files.records import load

    records = load(repository)
    found = {entry.path: entry for record_id in ids for entry in records.find(record_id)}.values()
    day, closing = read_day(on), records.closing_days
    gone = replaced(((each.id, each.meeting) for each in records.sound), day)
    wanted = "en" if is_machine(format, "records") else language.of(repository)
    note = Wording(records.vocabularies, wanted).say("note.not-public") if repository.is_public else ""
    sheets = [RecordView(entry, records.vocabularies, day, closing, gone, wanted, note) for entry in found]
    write(render("records", format, sheets, screen()))
    return ExitCode.FINE
