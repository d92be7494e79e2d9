"""How the difference between two versions of the records reaches its reader."""

import os
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
) -> ExitCode:
    """Compare the two versions of a span and print the report; in GitHub's workflows also to the step's summary."""
    from coopdb.api import Records
    from coopdb.cli.questions import QuestionSource
    from coopdb.render.formats import format_named, is_machine

    chosen = format or showing.format_of_ending(ROOMS, "text")
    wanted = "en" if is_machine(chosen, *ROOMS) else language.of(repository)
    report = Records(QuestionSource(repository).answer, repository).diff(span, language=wanted).report
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if chosen == "github" and summary:
        from coopdb.render.reports import markdown
        from coopdb.render.screen import Screen
        from coopdb.store.files.outputs import append_output

        append_output(Path(summary), markdown.render(report, Screen()).encode(errors="surrogateescape"))
    showing.show_text(report, format_named(chosen, *ROOMS))
    return ExitCode.FINE
