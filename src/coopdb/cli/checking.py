"""What `validate` does with a report: where it goes, and how it is summed up."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from coopdb.check.problem import Report
from coopdb.cli.streams import screen, write
from coopdb.errors import StopError, usage_error
from coopdb.render.formats import ProblemFormat, render
from coopdb.render.screen import Screen
from coopdb.text import count, did_you_mean, visible


def write_report(format: str, report: Report) -> None:  # noqa: A002  # as the option is called
    """Write the report to stdout; in GitHub's workflows also a table to the summary of the step."""
    write(render("problems", format, report, screen()))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format == "github" and summary:
        _append(Path(summary), render("problems", "markdown", report, Screen()))


def report_files(outputs: Iterable[str], report: Report) -> None:
    """Write the reports that `--output FORMAT:FILE` asks for."""
    for output in outputs:
        name, colon, path = output.partition(":")
        if name not in get_args(ProblemFormat) or not colon or not path:
            hint = did_you_mean(name, get_args(ProblemFormat)) or "for example `--output sarif:coopdb.sarif`"
            raise usage_error(f"`--output {visible(output)}` is not of the form FORMAT:FILE", hint)
        text = render("problems", name, report, Screen())
        try:
            Path(path).write_text(text, encoding="utf-8", newline="", errors="surrogateescape")
        except OSError as error:
            raise StopError(f"cannot write `{visible(path)}`: {error.strerror}") from error


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise StopError(f"cannot write `{path}`: {error.strerror}", "check GITHUB_STEP_SUMMARY") from error


def summarize(report: Report) -> str:
    """Word what was checked and found, and what could be mended."""
    fixable = sum(problem.is_fixable for problem in report.problems)
    mend = f"; `coopdb validate --fix` can mend {fixable}" if fixable else ""
    return f"{count(report.files, 'file')} checked: {report.tally}{mend}"
