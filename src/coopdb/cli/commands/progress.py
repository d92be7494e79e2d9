"""`coopdb progress`: the way of topics."""

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


def progress(
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
) -> ExitCode:
    """Tell how far each topic got, and where it stands still.

    How it went through the stages, where it got further and where it went back: of one party with each that it meets,
    of two with each other, or of a --series. Numbers in brackets refer to the records at the end. Where coopdb.toml
    names a `home`, that meets a single PARTY.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import ReportRequest

    request = ReportRequest(repository, filters, language, output.showing)
    return request.show_report(format, Records.progress, *(parties or ()))
