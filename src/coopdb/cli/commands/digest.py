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
    from coopdb.query.selection import Selection
    from coopdb.report.report import Report
    from coopdb.report.wording import Wording
    from coopdb.store.star.engine import Star

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
    from coopdb.cli.reporting import DIGESTS, ReportRequest
    from coopdb.query.filters import whole_day
    from coopdb.report.digest import digest as report

    if filters.since is None:
        raise usage_error("`--since` is needed", "for example `--since -7d`, or `--since 2026-02-01`")
    since = whole_day(filters.since, "--since").isoformat()
    if since > filters.day:
        raise usage_error(f"`--since {since}` is later than `--on {filters.day}`", "exchange the two")

    def question(star: "Star", selection: "Selection", wording: "Wording") -> "Report":
        return report(star, selection, wording, since)

    return ReportRequest(repository, filters._replace(since=None), language, output.showing).show_report(
        format, question, DIGESTS
    )
