"""How a table reaches its reader: which columns, with or without a header, to a file, a pager or stdout."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from coopdb.cli.streams import screen, write
from coopdb.errors import usage_error
from coopdb.render.formats import Room
from coopdb.render.screen import Screen
from coopdb.text import visible

if TYPE_CHECKING:
    from coopdb.query.table import Table

# What less is told: a line that says how to leave it; and where the user has no options of their own, to keep colours,
# to leave on the screen what it showed, and to end where all fits.
_PROMPT, _OPTIONS = "-Pslines %lt-%lb?L of %L.?e (end). - press q to quit, h for help$", "FRX"
_CHARTED = ("svg", "html")  # the formats that show charts
Separator = Literal[",", ";", "tab"]
Separating = Annotated[
    Separator | None, typer.Option("--separator", help="What stands between the cells of CSV.", show_default=",")
]
Excel = Annotated[
    bool, typer.Option("--excel", help="CSV for spreadsheets: with a byte order mark, formulas made harmless.")
]


class Showing(NamedTuple):
    """What the user asks of the way a table is shown; light, because every command line needs it."""

    columns: tuple[str, ...] = ()
    header: bool = True
    output: Path | None = None
    excel: bool = False
    separator: Separator | None = None

    @staticmethod
    def of_options(
        kept: Annotated[
            str | None,
            typer.Option("--columns", metavar="KEYS", help="Show these columns, separated by commas, in this order."),
        ] = None,
        header: Annotated[bool, typer.Option("--header/--no-header", help="Show the header.")] = True,
        output: Annotated[
            Path | None,
            typer.Option(
                metavar="FILE", help="Write to a file; its ending, such as .csv, gives the format if none is."
            ),
        ] = None,
        excel: Excel = False,
        separator: Separating = None,
    ) -> "Showing":
        """Make the value of these options."""
        names = tuple(filter(None, map(str.strip, (kept or "").split(","))))
        return Showing(names, header, output, excel, separator)

    def show(self, table: "Table", format: str | None, rooms: tuple[Room, ...] = ()) -> None:  # noqa: A002  # as the option is called
        """Print a table, in the format that the output file's name says when none is given."""
        from coopdb.render.formats import endings, format_named

        rooms = rooms or rooms_of(table)
        chosen = format or self.format_of_ending(rooms)
        found = format_named(chosen, *rooms)
        if not self.header and found.NEEDS_HEADER:
            raise usage_error(f"`--no-header`: a table in {chosen} has a header", "use it with `table` or `csv`")
        check_csv(chosen, excel=self.excel, separator=self.separator)
        if self.columns and chosen == "json" and isinstance(table.document, dict):
            raise usage_error("`--columns`: this JSON has a fixed shape", "use another `--format`")
        if self.columns:
            from coopdb.query.columns import choose_columns

            table = choose_columns(table, self.columns)
        table = table._replace(has_header=self.header, separator=character(self.separator or ","))
        if self.excel:
            from coopdb.render.drawing import excel as found
        ends = found.ENDINGS or (endings(*rooms) if self.output else ())  # to know all imports every format
        self._put(found.render(table, self._screen()), ends)

    def show_text(self, value: Any, format: Any) -> None:  # noqa: A002  # a module that renders the value
        """Print what is no table, in a format that has neither columns nor a header to choose."""
        if self.columns or not self.header:
            option = "--columns" if self.columns else "--no-header"
            raise usage_error(f"`{option}` is for tables", "use it with `--format table` or `csv`")
        check_csv("", excel=self.excel, separator=self.separator)
        self._put(format.render(value, self._screen()), format.ENDINGS)

    def _screen(self) -> Screen:
        return Screen() if self.output else screen()

    def _put(self, text: str, endings: Collection[str]) -> None:
        if self.output:
            from coopdb.store.files.outputs import put_output

            put_output(self.output, text.encode(errors="backslashreplace"), endings)
        else:
            page(text)

    def format_of_ending(self, rooms: tuple[Room, ...], default: str = "table") -> str:
        """Return the format that the output file's name says, else the default."""
        from coopdb.render.formats import endings, format_of_ending

        ending = self.output.suffix.lower() if self.output else ""
        found = format_of_ending(ending, *rooms) if ending else default
        if found is None:
            known = ", ".join(f"`{each}`" for each in endings(*rooms, first=True))
            raise usage_error(
                f"`--output`: no format has the ending `{visible(ending)}`", f"`--format`, or one of {known}"
            )
        return found


def rooms_of(table: "Table") -> tuple[Room, ...]:
    """Return where the formats of a table are; a cross-tabulation is not a list."""
    return ("tables",) if isinstance(table.document, dict) else ("tables", "lists")


def chart_format(format: str | None, chart: str | None, showing: Showing) -> str | None:  # noqa: A002  # as the option is called
    """Return the format of a chart that is asked for: SVG, where neither an option nor a file's name says another."""
    if chart is None:
        return format
    chosen = format or (showing.format_of_ending(("tables", "pictures"), "svg"))
    if chosen not in _CHARTED:
        raise usage_error(f"`--chart` draws, and `{chosen}` has no pictures", "use `--format svg` or `html`")
    return chosen


def character(separator: Separator) -> str:
    """Return the character that the option names."""
    return "\t" if separator == "tab" else separator


def check_csv(format: str, *, excel: bool, separator: Separator | None) -> None:  # noqa: A002  # as the option is called
    """Refuse for other formats what is about CSV."""
    if excel and format != "csv":
        raise usage_error("`--excel` is for `csv` only", "other formats need no guard against formulas")
    if separator and format != "csv":
        raise usage_error("`--separator` is for `csv` only", "other formats have no choice of it")


def page(text: str) -> None:
    """Write to stdout; at a terminal that has fewer lines, through COOPDB_PAGER, PAGER or less."""
    pager = _pager() if text.count("\n") >= shutil.get_terminal_size().lines and _is_at_terminal() else []
    if not pager:
        write(text)
        return
    options = _PROMPT + os.environ.get("LESS", _OPTIONS)
    environment = {"LESSCHARSET": "utf-8", **os.environ, "LESS": options}
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the pager
    try:
        subprocess.run(pager, input=text.encode(errors="backslashreplace"), env=environment, check=False)  # noqa: S603  # the user's choice
    except OSError:
        write(text)
    finally:
        signal.signal(signal.SIGINT, before)


def _is_at_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _pager() -> list[str]:
    """Return the command of the pager; an empty one, `cat` or none that is there means no paging."""
    import shlex

    named = os.environ.get("COOPDB_PAGER", os.environ.get("PAGER", "less"))
    try:
        command = shlex.split(named)
    except ValueError:
        return []
    return command if command and command[0] != "cat" and shutil.which(command[0]) else []
