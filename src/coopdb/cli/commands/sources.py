"""`coopdb sources`: the sources of records, and whether their addresses still answer."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.output import Showing
from coopdb.errors import ExitCode, usage_error
from coopdb.query.filters import Filters
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables")


Days = Annotated[
    int, typer.Option(min=0, metavar="N", help="Do not ask again what answered less than so many days ago.")
]
Delay = Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Seconds between two questions to one host.")]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Seconds after which no answer is awaited.")]


def sources(
    repository: Edition,
    filters: Filters,
    showing: Showing,
    action: Annotated[
        Literal["check"] | None,
        typer.Argument(metavar="check", help="`check` asks each address whether it still answers."),
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to list.", show_default="table")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Ask at most so many addresses now.")] = None,
    days: Days = 7,
    delay: Delay = 1.0,
    timeout: Timeout = 20.0,
    private: Annotated[bool, typer.Option("--private", help="Ask addresses in private networks too.")] = False,
    every: Annotated[bool, typer.Option("--all", help="List the addresses that are alive too.")] = False,
) -> ExitCode:
    """List sources of records, or check that addresses answer.

    Filters choose meetings; those on what a source has, such as --where publisher=BBC, choose sources.

    `check` opens connections, which no other command does. It asks one address at a time of each host, and remembers
    what was answered, so that an interrupted check goes on where it stopped. An address is alive; moved, by a permanent
    redirect to one that answers; gone, where the server says that there is no such page; or unsure, with the reason.
    The exit code is 1 where an address is gone.
    """
    from coopdb.cli.questions import answer
    from coopdb.query.selection import select
    from coopdb.query.sources import addresses, list_sources

    if not action:
        if limit or private or every:
            raise usage_error("`--limit`, `--private` and `--all` are for `coopdb sources check`", "add `check`")
        showing.show(answer(repository, lambda star: list_sources(star, select(filters, star))), format)
        return ExitCode.FINE
    from coopdb.cli.source_checking import Checking
    from coopdb.net.polite import Pace

    asked = answer(repository, lambda star: addresses(star, select(filters, star)))
    checking = Checking(Pace(delay, timeout), limit, days, private, every)
    table, is_one_gone = checking.check(asked, repository.caches(), date.today())
    showing.show(table, format)
    return ExitCode.PROBLEMS if is_one_gone else ExitCode.FINE
