"""How the difference between two versions of the records reaches its reader."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.output import Showing
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository

if TYPE_CHECKING:
    from coopdb.render.formats import Room

ROOMS: "tuple[Room, ...]" = ("differences", "reports")


def show_difference(
    repository: Repository,
    span: str,
    language: ReportLanguage,
    showing: Showing,
    format: str | None,  # noqa: A002  # as the option is called
    today: date,
) -> ExitCode:
    """Compare the two versions of a span and print the report; in GitHub's workflows also to the step's summary."""
    from coopdb.render.formats import format_named, is_machine
    from coopdb.report.change_report import change_report
    from coopdb.report.difference import difference
    from coopdb.store.files.versions import read_versions

    chosen = format or showing.format_of_ending(ROOMS, "text")
    wanted = "en" if is_machine(chosen, *ROOMS) else language.of(repository)
    is_public = repository.is_public
    found = difference(read_versions(repository, span), wanted, is_public=is_public)
    report = change_report(found, wanted, today.isoformat(), is_public=is_public)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if chosen == "github" and summary:
        from coopdb.render.reports import markdown
        from coopdb.render.screen import Screen
        from coopdb.store.files.outputs import append_output

        append_output(Path(summary), markdown.render(report, Screen()).encode(errors="surrogateescape"))
    showing.show_text(report, format_named(chosen, *ROOMS))
    return ExitCode.FINE
