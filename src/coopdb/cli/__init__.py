"""The command line: the only room that prints, and that knows of a terminal, an environment and exit codes."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process when None) and return its exit code. Never raises, never tracebacks."""
    try:
        from coopdb.cli.app import main as run  # here, so that an interrupt while it is imported is one like any other

        return run(arguments)
    except KeyboardInterrupt:
        return 130
