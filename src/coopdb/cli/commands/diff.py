"""`coopdb diff`: what a change of the records means, in words."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.options.edition import Edition
from coopdb.cli.options.language import ReportLanguage
from coopdb.cli.options.plain_output import PlainOutput
from coopdb.errors import ExitCode
from coopdb.render.formats import choice

if TYPE_CHECKING:
    Format = str
else:
    Format = choice("differences", "reports")


def diff(
    repository: Edition,
    language: ReportLanguage,
    output: PlainOutput,
    span: Annotated[
        str,
        typer.Argument(metavar="[REV[..REV]]", help="Two revisions, or one and the working tree.", show_default=False),
    ] = "",
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", help="How to show it.", show_default="text")
    ] = None,
) -> ExitCode:
    """Tell in words what a change of the records means.

    Record by record: meetings that are new, gone or moved; topics that got further; people, sources, documents and
    commitments; and what it does to counts. Layout, the order of keys and lists, other names of the same things and
    moved files say nothing.

    Without a revision it is the working tree against HEAD. REV compares REV with the working tree, REV..REV compares
    two revisions, and REV...REV tells what the second has since it left the first. The exit code is 0 whatever changed.
    """
    from coopdb.cli.differing import show_difference

    return show_difference(repository, span, language, output.showing, format)
