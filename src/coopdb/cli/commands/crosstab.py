"""`coopdb crosstab`: count meetings by one or two dimensions."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.completion import complete_dimension
from coopdb.cli.options.output import Showing
from coopdb.cli.questions import QuestionSource
from coopdb.errors import ExitCode, usage_error
from coopdb.query.filters import Filters
from coopdb.query.form import Form
from coopdb.render.formats import choice

if TYPE_CHECKING:
    from coopdb.query.dimensions import Dimension
    from coopdb.query.table import Table
    from coopdb.store.star.engine import Star

    Sides = tuple[Dimension, Dimension | None]

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables")
Cell = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="ROW COLUMN", help="List the meetings behind a cell, named by its row and column."),
]


def crosstab(
    source: QuestionSource,
    filters: Filters,
    form: Form,
    showing: Showing,
    rows: Annotated[
        str, typer.Argument(help="The dimension of the rows, such as country.", autocompletion=complete_dimension)
    ],
    columns: Annotated[
        str | None,
        typer.Argument(help="The dimension of the columns, such as topic.", autocompletion=complete_dimension),
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to show the table.", show_default="table")
    ] = None,
    drill: Cell = None,
) -> ExitCode:
    """Count meetings by one or two dimensions.

    A cell counts the distinct meetings that have both values; with one dimension it is a frequency table.

    Two values of one topic, document, commitment, source or person are taken from one row of the record, others from
    one meeting; a footer says which.

    Dimensions: country, pair, group, organization, topic, topic-area, stage, decade, year, half, quarter, month,
    status, kind, level, mode, host, city, host-event, person, institution, source-kind, publisher, language, owner,
    commitment-status, document-kind.
    Held meetings are counted, without drafts, unless --status or --drafts says otherwise.
    """
    from coopdb.query.dimensions import find_dimension

    if drill and not source.has_records:
        raise usage_error("`--drill` lists records, which a dataset has not", "leave `--dataset` out")
    across = find_dimension(columns) if columns is not None else None
    sides = (find_dimension(rows), across)

    showing.show(source.answer(partial(_answer, filters, sides, form, drill)), format)
    return ExitCode.FINE


def _answer(filters: Filters, sides: "Sides", form: Form, drill: tuple[str, str] | None, star: "Star") -> "Table":
    from coopdb.query.selection import select

    selection = select(filters.for_counting(), star)
    if drill:
        from coopdb.query.drill import list_behind

        return list_behind(star, selection, sides, drill, form.unit)
    from coopdb.query.crosstab import crosstab

    return crosstab(star, *sides, selection, form)
