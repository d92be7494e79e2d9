"""`coopdb agenda`: what is to come."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables", "ledgers")


def agenda(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    showing: Showing,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option("--format", help="How to show it.", show_default="table, or text where that is narrow"),
    ] = None,
) -> ExitCode:
    """List what comes: meetings and due days, in order.

    Meetings that are planned, next meetings that were promised, commitments that are due and documents that expire. A
    promised meeting that is held or planned by now is not listed, nor what is past its day: see `silences` and
    `commitments --overdue`. As a calendar (ics) an event has the identifier that `export ics` gives it.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import ReportRequest

    return ReportRequest(repository, filters, language, showing).show_ledger(format, Records.agenda)
