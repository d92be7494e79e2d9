"""`coopdb brief`: one page before a meeting."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.completion import complete_country
from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.plain_output import PlainOutput
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("reports")


def brief(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    output: PlainOutput,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="PARTY [PARTY]", help="Countries or organisations.", autocompletion=complete_country),
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to show it.", show_default="text")
    ] = None,
    objectives: Annotated[bool, typer.Option("--objectives", help="Leave lines for the objectives.")] = False,
) -> ExitCode:
    """Tell on one page what to know before a meeting.

    It is with one party, between two, or of a --series. When they last met and about what, the people with their latest
    office, how far topics got, what each side owes, what is signed and expires, what is planned or promised, how often
    they meet and whether it is late. Numbers in brackets refer to the records at the end. Where coopdb.toml names a
    `home`, that is "we", and meets a single PARTY.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import ReportRequest

    request = ReportRequest(repository, filters, language, output.showing)
    return request.show_report(format, Records.brief, *(parties or ()), objectives=objectives)
