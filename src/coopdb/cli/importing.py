"""What `import` does around a plan: writing, counting, and the rows that were rejected."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from coopdb.author.encoding import Encoding
from coopdb.author.importing.plan import Plan, plan
from coopdb.author.importing.rejects import write_rejects
from coopdb.author.importing.rows import Intake
from coopdb.author.importing.source import ImportSource, read_source
from coopdb.author.importing.suggesting.mapping import suggest
from coopdb.cli.streams import remark, screen, write
from coopdb.errors import ExitCode, StopError, usage_error
from coopdb.parallel.gc_pause import no_collector
from coopdb.render.data import escape, toml_for
from coopdb.render.formats import format_named
from coopdb.store.files.outputs import put_output, refuse_output
from coopdb.store.files.records import RecordFiles
from coopdb.store.files.repository import Repository
from coopdb.store.files.writing import create_file, refuse_outside
from coopdb.store.transaction import clean_records
from coopdb.text import count
from coopdb.vocabulary.vocabularies import Vocabularies

_NAMED = 5  # rejected rows that are named when they go to no file


def source_of(file: Path, encoding: str | None, sheet: str | None) -> ImportSource:
    """Return the file of a command line, of which what is noticed is said."""
    return ImportSource(file, Encoding(encoding, remark), sheet)


def planned(
    source: ImportSource, mapping: Path | None, records: RecordFiles, today: date, *, keeps_second: bool
) -> tuple[Intake, Plan]:
    """Read a file, and plan what becomes of it."""
    with no_collector():
        intake = read_source(source, mapping, records.vocabularies, today)
        return intake, plan(intake, records, today, keeps_second=keeps_second)


def carry_out(
    repository: Repository, intake: Intake, made: Plan, rejects: Path | None, read: Iterable[Path], *, dry_run: bool
) -> ExitCode:
    """Write the records, and say what was done; PROBLEMS when rows were rejected. `read` is not to be written."""
    endings = format_named("csv" if intake.columns else "jsonl", "tables", "lists").ENDINGS
    if rejects:
        refuse_output(rejects, endings, read)
    if not dry_run:
        clean_records(repository)
        for path in made.files:  # all of them first
            refuse_outside(repository.root / path, repository.root)
        _write_all(repository, made.files)
    if rejects and made.rejected:
        put_output(rejects, write_rejects(intake, made.rejected).encode(), endings, read)
    _name_rejected(made, rejects)
    remark(_summary(intake, made, dry_run=dry_run))
    return ExitCode.PROBLEMS if made.rejected else ExitCode.FINE


def _write_all(repository: Repository, files: Mapping[str, str]) -> None:
    """Write records; where one cannot be, say how many are there already, which another run leaves as they are."""
    for number, (path, text) in enumerate(files.items()):
        try:
            create_file(repository.root / path, text.encode(), repository.root)
        except StopError as error:
            done = f"{number:,} of {count(len(files), 'record')} are written; run the command again for the others"
            raise StopError(error.message, done if number else error.hint) from error


def print_suggestion(source: ImportSource, vocabularies: Vocabularies) -> ExitCode:
    """Print a mapping that is guessed from a file."""
    if source.path.is_dir():
        raise usage_error(f"`{source.path}` is a folder", "`--suggest` is for a file; an export needs no mapping")
    write(toml_for(escape(suggest(source.read(), source.path.name, vocabularies)), screen()))
    return ExitCode.FINE


def _summary(intake: Intake, made: Plan, *, dry_run: bool) -> str:
    parts = [
        f"{count(len(made.files), 'record')} {'to be written' if dry_run else 'written'}",
        f"{made.present:,} there already" if made.present else "",
        f"{count(intake.skipped, 'row')} left out by the mapping" if intake.skipped else "",
        f"{count(intake.orphans, 'row')} of no meeting" if intake.orphans else "",
        f"{count(len(made.rejected), 'row')} rejected" if made.rejected else "",
    ]
    return ", ".join(filter(None, parts))


def _name_rejected(made: Plan, rejects: Path | None) -> None:
    for each in made.rejected[: 0 if rejects else _NAMED]:
        remark(f"warning: row {each.row.number}: {each.reason}")
    if not rejects and len(made.rejected) > _NAMED:
        remark(f"  and {len(made.rejected) - _NAMED:,} more: `--rejects FILE` keeps them with their reasons")
