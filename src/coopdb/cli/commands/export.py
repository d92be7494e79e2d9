"""`coopdb export`: the selected meetings as tables for other tools, or as a calendar."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.output import Excel, Separating
from coopdb.cli.streams import remark
from coopdb.errors import ExitCode
from coopdb.query.filters import Filters
from coopdb.render.formats import choice, formats

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("exports")


def export(
    repository: Edition,
    filters: Filters,
    format: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"{', '.join(formats('exports'))}.")],  # noqa: A002
    destination: Annotated[
        Path,
        typer.Argument(metavar="DEST", help="A folder to make for csv, jsonl and parquet, else a file; - is stdout."),
    ],
    excel: Excel = False,
    as_counted: Annotated[
        bool, typer.Option("--as-counted", help="Only what crosstab counts: held meetings, without drafts.")
    ] = False,
    separator: Separating = None,
    force: Annotated[bool, typer.Option("--force", help="Take the place of an earlier export.")] = False,
) -> ExitCode:
    """Export the meetings for other tools.

    The tables are a star: meetings, and around them parties, people, topics, documents, commitments, sources and so
    on, with the labels of keys and a codebook that tells the meaning of every column; beside csv, jsonl and parquet,
    datapackage.json tells it to other tools. A calendar (ics) has the meetings that are planned, postponed or
    cancelled, unless --status says otherwise. Filters are those of search; drafts and meetings that are not held are
    taken too, unless they, --public or --as-counted leave them out.
    """
    from coopdb.cli.exporting import formatted, write_export
    from coopdb.cli.questions import answer
    from coopdb.render.datapackage import PackageFacts
    from coopdb.store.files.configuration import title_of
    from coopdb.store.files.licence import licence_of

    wanted = filters.for_counting() if as_counted else filters
    chosen, wanted = formatted(format, wanted, excel=excel, separator=separator)
    facts = PackageFacts(licence_of(repository), title_of(repository))
    question = partial(write_export, wanted, chosen, destination, facts, may_replace=force)
    remark(f"written to `{destination}`: {' · '.join(answer(repository, question, once=True))}")
    return ExitCode.FINE
