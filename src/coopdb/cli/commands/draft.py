"""`coopdb draft`: propose a record from the text of an article."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coopdb.cli.completion import complete_country
from coopdb.cli.streams import raise_all, screen, write
from coopdb.errors import ExitCode
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("drafts")
Home = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The home country, whose minister is our minister; else `home` of coopdb.toml.",
        autocompletion=complete_country,
    ),
]
Language = Literal["ar", "de", "en", "es", "fr", "it", "nl", "pt", "sv"]


def draft(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Text, HTML, .eml, .docx or PDF; - reads stdin.")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, for today, yesterday; or its month.")
    ] = None,
    country: Home = None,
    language: Annotated[Language | None, typer.Option(help="The language of the text; found out if not given.")] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address of the article, instead of one that the text says.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of the text, such as windows-1256.")
    ] = None,
    number: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only this meeting of a text that tells of several.")
    ] = None,
    root: Annotated[
        Path | None,
        typer.Option("--root", envvar="COOPDB_ROOT", metavar="DIR", help="The folder that has records/, if any."),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="A record with comments, or all that was read.")] = "toml",  # noqa: A002
) -> ExitCode:
    """Propose a record from the text of an article or communiqué.

    Every value carries the words that it rests on; what is doubtful is a TODO with what it may be. A text that tells
    of several meetings makes several drafts, which are listed on stderr; --number chooses one. Nothing is sent
    anywhere, and nothing is written: what is printed is the file of a record, to be reviewed.
    """
    from coopdb.cli.drafting import draft_files, repository_at
    from coopdb.cli.meeting_choice import check_single, numbered
    from coopdb.render.formats import render

    check_single(files, number, url)
    found = draft_files(files, published, country, language, repository=repository_at(root), url=url, encoding=encoding)
    if found.texts:
        write(render("drafts", format, numbered(found.texts, number), screen()))
    raise_all(found.faults)
    return ExitCode.FINE
