"""The `coopdb` command: its sub-commands, and the one place where an error becomes a message and an exit code."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from coopdb import __version__
from coopdb.cli import commands
from coopdb.cli.meant import meant
from coopdb.cli.options.injection import with_options
from coopdb.cli.streams import prepare_streams, remark, write
from coopdb.errors import ExitCode, StopError, usage_error
from coopdb.text import visible, were_meant

_HELP = """Track the cooperation between countries: records of their meetings, validated, searched and counted.

The records are TOML files in the year folders of records/, in the nearest folder upward that has one.
"""
_EPILOG = "Exit codes: 0 fine, 1 problems found, 2 usage, 3 cannot go on, 130 interrupted."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process when None) and return its exit code. Never raises, never tracebacks."""
    code: object = ExitCode.FINE
    given = sys.argv[1:] if arguments is None else arguments
    explain = partial(_explain, annotate=_asks_for_annotations(given))
    try:
        prepare_streams()
        _app(*given[:1])(arguments, prog_name="coopdb")
    except SystemExit as end:
        code = end.code
        if _asks_for_annotations(given) and (wording := getattr(end.__context__, "format_message", None)):
            _annotate(wording())  # Typer has explained it on stderr
    except StopError as error:
        explain(error.message, error.hint)
        code = error.exit_code
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except OSError as error:
        explain(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}", "")
        code = ExitCode.CANNOT_GO_ON
    except Exception as error:
        if os.environ.get("COOPDB_DEBUG"):
            raise
        if "KeyboardInterrupt" in str(error):  # which pydantic makes an error of, while it builds
            return ExitCode.INTERRUPTED
        explain(f"internal error: {type(error).__name__}: {error}", "please report it; COOPDB_DEBUG=1 shows where")
        code = ExitCode.CANNOT_GO_ON
    return code if isinstance(code, int) else ExitCode.FINE


def run_command(arguments: Sequence[str]) -> ExitCode:
    """Run a command line within another, and return its exit code; errors are for the outer one."""
    code: object = ExitCode.FINE
    try:
        _app(arguments[0])(arguments, prog_name="coopdb")
    except SystemExit as end:
        code = end.code
    return ExitCode(code) if isinstance(code, int) else ExitCode.FINE


def _asks_for_annotations(arguments: Sequence[str]) -> bool:
    """Tell whether what keeps a command line from running is to be an annotation, even one that cannot be parsed."""
    return "--format=github" in arguments or ("--format", "github") in pairwise(arguments)


def _explain(message: str, hint: str, *, annotate: bool) -> None:
    remark(f"error: {message}")
    if hint:
        remark(f"  help: {hint}")
    if annotate:
        _annotate("\n".join(filter(None, (message, hint))))


def _annotate(message: str) -> None:
    from coopdb.render.annotation import annotation

    with suppress(StopError):  # of a stdout that is closed
        write(annotation("error", message, title="coopdb"))


def _app(first: str = "") -> Callable[..., object]:
    """Make the command with its sub-commands: the function of the same name in each module of `commands/`.

    Only the one that the `first` argument names is read, if it names one: the others take time too. A name that Python
    keeps for itself, such as `import`, has a `_` after it there.
    """
    # Plain help: Rich's would take longer to import than a command to run, and says no more.
    app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help=_HELP, epilog=_EPILOG)
    app.callback()(_version_option)
    modules = sorted(file.stem for file in Path(commands.__path__[0]).glob("[a-z]*.py"))
    names = {module.removesuffix("_"): module for module in modules}
    if other := meant(first, names):
        raise usage_error(f"there is no command `{visible(first)}`", were_meant(f"coopdb {other}"))
    wanted = [first] if first in names else names
    for name in wanted:
        function = getattr(import_module(f"{commands.__name__}.{names[name]}"), names[name])
        app.command(name, no_args_is_help=False)(with_options(function))
    return typer.main.get_command(app)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # Typer calls it with the option's value
    if wanted:
        write(f"coopdb {__version__}\n")
        raise typer.Exit


def _version_option(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass
