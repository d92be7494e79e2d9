"""What `validate` does around the check: which records and rules, and where the reports go."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from coopdb.check.choice import Choice
from coopdb.check.problem import Report
from coopdb.cli.streams import screen, write
from coopdb.errors import StopError, usage_error
from coopdb.render.formats import ProblemFormat, render
from coopdb.render.screen import Screen
from coopdb.store.repository import Repository
from coopdb.text import count, did_you_mean, visible


def choose(
    repository: Repository,
    paths: Iterable[Path] | None,
    since: str | None,
    select: Iterable[str] | None,
    ignore: Iterable[str] | None,
) -> Choice:
    """Resolve what the command line asks for; an unknown path, revision or rule is a usage error."""
    every = (*repository.own_files(), *repository.files()) if paths or since is not None else ()
    chosen = set(repository.within(paths, every)) if paths else None
    if since is not None:
        from coopdb.store.git import changed_since

        changed = changed_since(repository, since)
        found = {*changed.paths, *(_referring(repository, changed.gone) if changed.gone else ())}
        chosen = found & set(every) if chosen is None else found & chosen
    return Choice(chosen, tuple(_codes(select or ())), tuple(_codes(ignore or ())))


def _referring(repository: Repository, gone: Iterable[str]) -> Iterator[str]:
    """Yield the paths of records that name one of those that are gone."""
    from coopdb.check.links import references
    from coopdb.store.records import load, record_id

    ids = set(map(record_id, gone))
    for entry in load(repository).entries:
        meeting = entry.reading.meeting
        if meeting and any(target in ids for _, target in references(meeting)):
            yield entry.path


def _codes(texts: Iterable[str]) -> Iterator[str]:
    """Yield names of rules, each of which is one; without any, the rules need not be read."""
    for name in filter(None, (part.strip() for text in texts for part in text.split(","))):
        from coopdb.check.registry import RULES, is_named

        if not any(is_named(rule, (name,)) for rule in RULES):
            names = [each for rule in RULES for each in (rule.code, rule.name)]
            raise usage_error(f"unknown rule `{visible(name)}`", did_you_mean(name, names) or "see `coopdb explain`")
        yield name


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
