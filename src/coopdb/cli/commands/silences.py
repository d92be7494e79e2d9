"""`coopdb silences`: what does not come."""

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


def silences(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    showing: Showing,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option("--format", help="How to show it.", show_default="table, or text where that is narrow"),
    ] = None,
    all: Annotated[bool, typer.Option("--all/--late", help="Show those that are not late too.")] = False,  # noqa: A002  # as the option is called
    months: Annotated[
        int, typer.Option(min=1, max=1200, metavar="N", help="After how many months two meetings are late.")
    ] = 24,
) -> ExitCode:
    """List what does not come: late pairs, series and meetings.

    Pairs and series that met and then did not; next meetings that were promised, and planned ones past their day. A
    pair or a series that met three times or more is late after one and a half of its usual interval, the median; one
    that met twice after --months; one that met once never, nor one that has a meeting still to come. Meetings of a pair
    within 14 days of the one before are one visit, and meetings of more than two parties are not a pair's.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import ReportRequest

    request = ReportRequest(repository, filters, language, showing)
    return request.show_ledger(format, Records.silences, all=all, months=months)
