"""The language of a report: what `--lang` says, else COOPDB_LANG, else the repository's configuration, else English."""

from typing import Annotated, Any, NamedTuple

import typer

from coopdb.record.values import Language
from coopdb.report.wording import LANGUAGES
from coopdb.store.files.configuration import configured
from coopdb.store.files.repository import Repository


class ReportLanguage(NamedTuple):
    """The language that the command line or the environment asks for, if any."""

    asked: Language | None = None

    @staticmethod
    def of_options(
        lang: Annotated[
            Language | None, typer.Option("--lang", envvar="COOPDB_LANG", help="The language.", show_default="en")
        ] = None,
    ) -> "ReportLanguage":
        """Make the value of these options."""
        return ReportLanguage(lang)

    def of_place(self, place: Any) -> Language:
        """Return the language for the records of a repository, or for a dataset, which has no configuration."""
        return self.of(place) if isinstance(place, Repository) else self.asked or "en"

    def of(self, repository: Repository) -> Language:
        """Return the language for the records of a repository."""
        return self.asked or configured(repository, "language", LANGUAGES) or "en"
