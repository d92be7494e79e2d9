"""`coopdb digest`: what happened since a day."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.plain_output import PlainOutput
from coopdb.errors import ExitCode, usage_error
from coopdb.query.filters import Filters
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("digests", "reports")


def digest(
    repository: Edition,
    filters: Filters,
    language: ReportLanguage,
    output: PlainOutput,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to show it.", show_default="text")
    ] = None,
) -> ExitCode:
    """Tell what happened from the day of --since to that of --on.

    New meetings, topics that got further than ever before, documents, and commitments made, closed and overdue. What is
    of an uncertain day, and may have happened by then, is told too.
    """
    from coopdb.api import Records
    from coopdb.cli.reporting import DIGESTS, ReportRequest

    if filters.since is None:
        raise usage_error("`--since` is needed", "for example `--since -7d`, or `--since 2026-02-01`")
    request = ReportRequest(repository, filters, language, output.showing)
    return request.show_report(format, Records.digest, filters.since, rooms=DIGESTS)
