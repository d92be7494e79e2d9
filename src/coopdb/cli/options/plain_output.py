"""Where a report that is read goes: to stdout, or to a file."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coopdb.cli.options.output import Showing


class PlainOutput(NamedTuple):
    """The way a report is shown, which has no columns to choose."""

    showing: Showing

    @staticmethod
    def of_options(
        output: Annotated[
            Path | None,
            typer.Option(
                metavar="FILE", help="Write to a file; its ending, such as .html, gives the format if none is."
            ),
        ] = None,
    ) -> "PlainOutput":
        """Make the value of these options."""
        return PlainOutput(Showing(output=output))
