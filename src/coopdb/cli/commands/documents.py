"""`coopdb documents`: the ledger of what was signed."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.record.values import EXPIRING
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables", "ledgers")


def documents(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    showing: Showing,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option("--format", help="How to show it.", show_default="table, or text where that is narrow"),
    ] = None,
    expiring: Annotated[
        int, typer.Option(min=0, max=100_000, metavar="DAYS", help="Within how many days a document is expiring.")
    ] = EXPIRING,
) -> ExitCode:
    """List what was signed, and whether it is in force.

    With the days since when it is in force and when it expires, and its state as of the day of --on. A document is
    ended, replaced, expired, expiring, in force, signed or unsigned: the first of these that holds. Only meetings held
    by that day speak. Drafts are left out, unless --drafts takes them in.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import ReportRequest

    request = ReportRequest(repository, filters, language, showing)
    return request.show_ledger(format, Records.documents, expiring=expiring)
