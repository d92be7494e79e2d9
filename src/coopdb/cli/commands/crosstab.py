"""`coopdb crosstab`: count meetings by one or two dimensions."""

from typing import Annotated, Literal

import typer

from coopdb.cli.completion import complete_dimension
from coopdb.cli.streams import screen, write
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.store.repository import Repository

Format = Literal["table", "json", "csv", "markdown"]


def crosstab(
    repository: Repository,
    filters: Filters,
    rows: Annotated[
        str, typer.Argument(help="The dimension of the rows, such as country.", autocompletion=complete_dimension)
    ],
    columns: Annotated[
        str | None,
        typer.Argument(help="The dimension of the columns, such as topic.", autocompletion=complete_dimension),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to show the table.")] = "table",  # noqa: A002
    totals: Annotated[bool, typer.Option(help="Show the margins.")] = True,
) -> ExitCode:
    """Count meetings by one or two dimensions.

    A cell counts the distinct meetings that have both values; with one dimension it is a frequency table.

    Dimensions: country, pair, group, organization, topic, topic-area, stage, year, half, quarter, month, status, kind,
    level, mode, host, city, host-event, person, institution, source-kind, publisher, document-kind.
    Held meetings are counted, without drafts, unless --status or --drafts says otherwise.
    """
    from coopdb.cli.reading import answer
    from coopdb.query.crosstab import crosstab
    from coopdb.query.dimensions import find_dimension
    from coopdb.query.selection import select
    from coopdb.render.formats import render

    across = find_dimension(columns) if columns is not None else None
    along = find_dimension(rows)
    counted = filters.for_counting()
    table = answer(repository, lambda star: crosstab(star, along, across, select(counted, star), totals=totals))
    write(render("tables", format, table, screen()))
    return ExitCode.FINE
