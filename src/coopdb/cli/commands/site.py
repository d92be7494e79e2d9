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
        str | None,
        typer.Option(metavar="URL", help="The address it will have; then it has a sitemap.xml.", show_default=False),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="The site's title; that of coopdb.toml if not given.", show_default=False),
    ] = None,
    repository_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The repository on the web, to link records to, or ''; an origin on GitHub or GitLab if not given.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="As of this day, not of today.")] = None,
    serve: Annotated[bool, typer.Option("--serve", help="Show it to a browser on this machine, until Ctrl-C.")] = False,
) -> ExitCode:
    """Make a site of the records that opens from a folder.

    It is in English, French and Arabic, and has a page for every meeting, country, organisation, pair, topic, person,
    series and year, with ledgers, search and an explorer; every table as CSV and JSON too; a feed and a calendar. Only
    what may be published is in it: nothing internal, and no drafts. --lang chooses the language of the first page. Only
    files that have changed are written, and those no longer made are removed. Where one of these was changed by
    somebody else, it is named and nothing is written.
    """
    from coopdb.cli.options.day import read_day
    from coopdb.cli.publishing import publish, site_options

    options = site_options(repository, language.of(repository), title, base_url, repository_url)
    publish(repository, folder, options, read_day(on).isoformat())
    if serve:
        from coopdb.cli.streams import remark
        from coopdb.net.serving import serve as show

        show(folder, remark)
    return ExitCode.FINE
