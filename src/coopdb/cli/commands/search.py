"""`coopdb search`: list meetings by filters and free words."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.query.form import Order
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables", "lists")


def search(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    showing: Showing,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD...", help='Words, or "phrases in quotes"; all must occur.')
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to list.", show_default="table")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="List only the first.")] = None,
    sort: Annotated[
        Order | None, typer.Option(help="The order; by relevance when there are words, else by date.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Tell where the words were found.")] = False,
) -> ExitCode:
    """List meetings by filters and free words.

    Those with the words in prominent places come first; without words, the newest.

    Words are looked for at the beginning of words, without regard to case and accents: in
    titles, summaries, notes, people, places and sources, and among the names of countries, organisations and topics
    in every language. A short word that stands whole somewhere is not the beginning of another too, unless a *
    follows it: "port" finds no Portugal, "port*" does. Names with an apostrophe are found without it.

    Repeating a filter narrows; a comma in its value widens: -c MA -c QA,AE.

    Headers, topics and the lines below are in the language of --lang; titles, the reasons of --why, CSV, JSON and ids
    are as they are.
    """
    from coopdb.api import Records
    from coopdb.cli.questions import QuestionSource
    from coopdb.cli.wording import worded

    records = Records(worded(QuestionSource(repository), language, showing, format, ("tables", "lists")))
    found = records.meetings(*(words or ()), filters=filters, limit=limit, sort=sort, why=why)
    showing.show(found.table, format)
    return ExitCode.FINE
