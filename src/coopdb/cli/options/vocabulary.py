"""What the commands that look through a vocabulary share: list it, find names in it, show an entry."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from coopdb.cli.streams import screen, write
from coopdb.errors import ExitCode, StopError, usage_error
from coopdb.render.formats import choice
from coopdb.store.files.repository import find_repository
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("tables")
Action = Annotated[
    Literal["find", "show"] | None,
    typer.Argument(
        metavar="find|show",
        help="`find` says what names mean and why, `show` all that is known of one; else all are listed.",
    ),
]
Texts = Annotated[list[str] | None, typer.Argument(metavar="TEXT...", help="Names or codes, in any language.")]
As = Annotated[Format, typer.Option("--format", help="How to show it.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="As names were on 1975, 1975-06 or 1975-06-30.")]


class VocabularyOptions(NamedTuple):
    """The vocabularies, with a repository's own when there is one; without its records."""

    vocabularies: Vocabularies

    @staticmethod
    def of_options(
        root: Annotated[
            Path | None,
            typer.Option("--root", envvar="COOPDB_ROOT", metavar="DIR", help="The folder that has records/, if any."),
        ] = None,
    ) -> "VocabularyOptions":
        """Read what there is at a root, or here."""
        try:
            repository = find_repository(Path.cwd(), root)
        except StopError:
            if root:
                raise
            return VocabularyOptions(packaged_vocabularies())
        if not repository.own_files():
            return VocabularyOptions(packaged_vocabularies())
        from coopdb.store.files.local import read_own

        return VocabularyOptions(read_own(repository)[1])


def look_through(
    vocabulary: Vocabulary,
    action: str | None,
    texts: list[str] | None,
    format: Format,  # noqa: A002  # as in the commands
    on: str | None = None,
) -> ExitCode:
    """Print a vocabulary, or what it says of `texts`; PROBLEMS when `find` finds nothing for one of them."""
    from coopdb.query.vocabulary_tables import describe, find_names, is_found, list_entries
    from coopdb.render.formats import render

    days = _days(on)
    today = days or Period(date.today(), date.today())
    if action and not texts:
        raise usage_error(f"`{action}` needs a name", f"for example `coopdb {_plural(vocabulary)} {action} Maroc`")
    if action == "show":
        for text in texts or ():
            write(render("tables", format, describe(vocabulary, text, today), screen()))
        return ExitCode.FINE
    table = find_names(vocabulary, texts or (), days) if action else list_entries(vocabulary, today)
    write(render("tables", format, table, screen()))
    return ExitCode.FINE if not action or is_found(table) else ExitCode.PROBLEMS


def _days(on: str | None) -> Period | None:
    """Read the days that `--on` asks for."""
    from coopdb.record.dates import DateError, PartialDate

    if on is None:
        return None
    try:
        return PartialDate.of(on).period
    except DateError as error:
        raise usage_error(f"`--on {on}` is not a date", "write `1975-06-30`, `1975-06` or `1975`") from error


def _plural(vocabulary: Vocabulary) -> str:
    return {"country": "countries"}.get(vocabulary.noun, f"{vocabulary.noun}s")
