"""`coopdb site`: a site of pages that opens from a folder."""

from pathlib import Path
from typing import Annotated

import typer

from coopdb.cli.options.language import ReportLanguage
from coopdb.errors import ExitCode
from coopdb.store.files.repository import Repository


def site(
    repository: Repository,
    language: ReportLanguage,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make, or one that coopdb has made.")],
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address it will have: for sitemap.xml, feed and calendar.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.", show_default="Meetings")] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="As of this day, not of today.")] = None,
) -> ExitCode:
    """Make a site of the records that opens from a folder, in English, French and Arabic.

    A page each for countries, pairs, topics, people, series and meetings, with ledgers, search and an explorer; every
    table as CSV and JSON too. --lang chooses the language of the first page. Only files that have changed are written,
    and those no longer made are removed; a file that somebody else has changed is left, and named.
    """
    from coopdb.cli.options.day import read_day
    from coopdb.cli.publishing import publish
    from coopdb.site.site import SiteOptions

    options = SiteOptions(language.of(repository), title or "", base_url or "")
    publish(repository, folder, options, read_day(on).isoformat())
    return ExitCode.FINE
