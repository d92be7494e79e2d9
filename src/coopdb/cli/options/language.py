"""The language of a report: what `--lang` says, else COOPDB_LANG, else the repository's configuration, else English."""

from typing import Annotated, Any, NamedTuple

import typer

from coopdb.errors import StopError
from coopdb.record.values import Language
from coopdb.report.wording import LANGUAGES
from coopdb.store.files.repository import Repository
from coopdb.text import did_you_mean, visible


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


def configured(repository: Repository, key: str, choices: tuple[Any, ...] = ()) -> Any:
    """Return what the configuration says under a key, one of the choices where there are some; nothing if it does not.

    The file is not checked as a whole, and says nothing where it cannot be read: that is for `validate`.
    """
    path = repository.config_path
    if path not in repository.own_files():
        return None
    from coopdb.record.content import parse
    from coopdb.store.files.contents import content_of

    content = content_of(repository.root / path)
    data = parse(content)[1] if isinstance(content, bytes) else None
    value = data.get(key) if isinstance(data, dict) else None
    if value is not None and choices and value not in choices:
        hint = did_you_mean(str(value), choices) or f"one of {', '.join(f'`{each}`' for each in choices)}"
        raise StopError(f"`{path}`: `{visible(str(value))}` is not a {key} of reports", hint)
    return value
