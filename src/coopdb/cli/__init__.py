"""The command line: the only room that prints, and that knows of a terminal, an environment and exit codes."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress


def run() -> None:
    """Be the command of a process: run its command line, and end it with the exit code."""
    # Whatever of a user's environment plugs into pydantic is not for coopdb, and looking for it takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.unraisablehook = _end_if_interrupted
    gc.disable()  # a command soon ends, and what it makes is not garbage: looking for some takes a tenth of its time
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # there is none, or nobody listens any more
            stream.flush()
    os._exit(code)  # taking thousands of objects apart, one by one, takes another tenth


def _end_if_interrupted(
    problem: "sys.UnraisableHookArgs",
    end: Callable[[int], object] = os._exit,
    tell: Callable[["sys.UnraisableHookArgs"], object] = sys.__unraisablehook__,
) -> None:
    """End at once where an interrupt was swallowed, as pydantic does while it builds: what it has built is broken."""
    if issubclass(problem.exc_type, KeyboardInterrupt):
        end(130)
    tell(problem)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process when None) and return its exit code. Never raises, never tracebacks."""
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        if given == ["--version"] and _print_version():
            return 0
        from coopdb.cli.prefetch import looking_ahead

        with looking_ahead(given):
            # Here, while somebody looks, and so that an interrupt while it is imported is one like any other.
            from coopdb.cli.app import main as run

            return run(arguments)
    except KeyboardInterrupt:
        return 130


def _print_version() -> bool:
    """Answer the commonest question of scripts without a parser of options; False when that fails."""
    from coopdb import __version__
    from coopdb.cli.streams import prepare_streams, write
    from coopdb.errors import StopError

    prepare_streams()
    try:
        write(f"coopdb {__version__}\n")
    except StopError:
        return False
    return True
