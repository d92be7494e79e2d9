"""What `validate` does with a report: where it goes, and how it is summed up."""

import os
from collections.abc import Iterable
from pathlib import Path

from coopdb.check.problem import CheckReport
from coopdb.cli.caching import remark_caches
from coopdb.cli.streams import remark, screen, write
from coopdb.errors import ExitCode, usage_error
from coopdb.render.formats import format_named, formats, render
from coopdb.render.screen import Screen
from coopdb.store.cache.location import note_of
from coopdb.store.files.repository import Repository
from coopdb.text import count, did_you_mean, visible


def conclude(
    repository: Repository,
    report: CheckReport,
    format: str,  # noqa: A002  # as the option is called
    outputs: Iterable[tuple[str, Path]],
) -> ExitCode:
    """Write a report wherever it is wanted, and sum it up: PROBLEMS when it has failed."""
    _write_report(format, report)
    _report_files(outputs, report)
    remark(summarize(report))
    remark_caches(repository)
    _remark_pending(repository)
    return ExitCode.PROBLEMS if report.has_failed else ExitCode.FINE


def _remark_pending(repository: Repository) -> None:
    """Say that an earlier command was interrupted, and what it left half done."""
    note = note_of(repository)
    if note is None or not note.exists():
        return
    from coopdb.store.transaction import pending_in  # only now: most find nothing

    if pending := pending_in(repository):
        remark(f"warning: `coopdb {pending.command}` was interrupted, and some files are still as they were")
        remark("  help: run it again, which finishes it")


def _write_report(format: str, report: CheckReport) -> None:  # noqa: A002  # as the option is called
    """Write the report to stdout; in GitHub's workflows also a table to the summary of the step."""
    write(render("problems", format, report, screen()))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format == "github" and summary:
        from coopdb.store.files.outputs import append_output

        append_output(Path(summary), render("problems", "markdown", report, Screen()).encode(errors="surrogateescape"))


def read_outputs(outputs: Iterable[str] | None) -> tuple[tuple[str, Path], ...]:
    """Read where `--output FORMAT:FILE` wants reports: each a format and a file that may be written."""
    return tuple(map(_read_output, outputs or ()))


def _read_output(output: str) -> tuple[str, Path]:
    name, colon, path = output.partition(":")
    if name not in formats("problems") or not colon or not path:
        hint = did_you_mean(name, formats("problems")) or "for example `--output sarif:coopdb.sarif`"
        raise usage_error(f"`--output {visible(output)}` is not of the form FORMAT:FILE", hint)
    from coopdb.store.files.outputs import refuse_output

    refuse_output(Path(path), format_named(name, "problems").ENDINGS)
    return name, Path(path)


def _report_files(outputs: Iterable[tuple[str, Path]], report: CheckReport) -> None:
    """Write the reports, each in its format to its file."""
    for name, path in outputs:
        from coopdb.store.files.outputs import put_output

        text = render("problems", name, report, Screen())
        put_output(path, text.encode(errors="surrogateescape"), format_named(name, "problems").ENDINGS)


def summarize(report: CheckReport) -> str:
    """Word what was checked and found, and what could be fixed."""
    fixable = sum(problem.is_fixable for problem in report.problems)
    fix = f"; `coopdb validate --fix` can fix {fixable}" if fixable else ""
    return f"{count(report.files, 'file')} checked: {report.tally}{fix}"
