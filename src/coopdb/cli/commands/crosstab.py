"""`coopdb crosstab`: count meetings by one or two dimensions."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.completion import complete_dimension
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing, chart_format, rooms_of
from coopdb.cli.questions import QuestionSource
from coopdb.errors import ExitCode, usage_error
from coopdb.query.filters import Filters
from coopdb.query.form import Form
from coopdb.query.table import ChartKind
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables", "pictures")
Cell = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="ROW COLUMN", help="List the meetings behind a cell, named by its row and column."),
]

Chart = Annotated[ChartKind | None, typer.Option(help="Draw this chart, as SVG or in a page.", show_default="by shape")]

Rows = Annotated[
    str,
    typer.Argument(
        metavar="ROWS", help="The dimension of the rows, such as country.", autocompletion=complete_dimension
    ),
]

Columns = Annotated[
    str | None,
    typer.Argument(
        metavar="COLUMNS", help="The dimension of the columns, such as topic.", autocompletion=complete_dimension
    ),
]


def crosstab(
    source: QuestionSource,
    filters: Filters,
    form: Form,
    language: ReportLanguage,
    showing: Showing,
    rows: Rows,
    columns: Columns = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to show the table.", show_default="table")
    ] = None,
    chart: Chart = None,
    drill: Cell = None,
) -> ExitCode:
    """Count meetings by one or two dimensions.

    A cell counts the distinct meetings that have both values; with one dimension it is a frequency table.

    Two values of one topic, document, commitment, source or person are taken from one row of the record, others from
    one meeting; a footer says which.

    Dimensions: country, pair, group, organization, topic, topic-area, stage, decade, year, half, quarter, month,
    status, kind, level, mode, host, city, host-event, series, person, institution, source-kind, publisher, language,
    owner, commitment-status, document-kind, document-state, told-by.
    Held meetings are counted, without drafts, unless --status or --drafts says otherwise.

    --with adds the first and the last held meeting that a row counts, and the usual interval: the median of the days
    between three or more that are known to the month, those of a pair within 14 days being one.

    --format svg draws a chart: lines of a few series over periods, bars of one dimension, else a heat map.

    The table is in the language of --lang; CSV, JSON and the lists of --drill are in English.
    """
    from coopdb.api import Records
    from coopdb.cli.wording import worded

    if drill:
        _check_drill(source, form)
    format = chart_format(format, chart, showing)  # noqa: A001  # as the option is called
    put = source.answer if drill else worded(source, language, showing, format, ("tables", "pictures"))
    table = Records(put).crosstab(rows, columns, form=form, cell=drill, filters=filters).table
    showing.show(table._replace(chart=chart), format, (*rooms_of(table), "pictures"))
    return ExitCode.FINE


def _check_drill(source: QuestionSource, form: Form) -> None:
    """Refuse to list what is not there, or is not behind one cell."""
    if not source.has_records:
        raise usage_error("`--drill` lists records, and a dataset has none", "leave `--dataset` out")
    if form.cumulative:
        raise usage_error("`--drill` lists the meetings of one period, not of those before", "use `--until` for them")
