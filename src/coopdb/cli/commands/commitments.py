"""`coopdb commitments`: the ledger of what was promised."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.day import read_day
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


def commitments(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    showing: Showing,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option("--format", help="How to show it.", show_default="table, or text where that is narrow"),
    ] = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Of this party: a country or an organisation.", show_default=False),
    ] = None,
    all: Annotated[bool, typer.Option("--all/--open", help="Show those done and dropped too.")] = False,  # noqa: A002  # as the option is called
    overdue: Annotated[bool, typer.Option("--overdue", help="Show only those past their day.")] = False,
    due_before: Annotated[str | None, typer.Option(metavar="DAY", help="Show only those due before this day.")] = None,
) -> ExitCode:
    """List what was promised, and what became of it.

    The overdue come first, then all others by the day they are due. Only meetings held by the day of --on speak, and of
    what became of a promise only what was known by then. Drafts are left out, unless --drafts takes them in.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import ReportRequest

    before = read_day(due_before, "--due-before") if due_before else None
    wanted = filters.where(f"owner={each}" for each in owner or ())
    request = ReportRequest(repository, wanted, language, showing)
    return request.show_ledger(format, Records.commitments, all=all, overdue=overdue, due_before=before)
