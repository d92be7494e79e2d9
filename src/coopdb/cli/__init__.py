"""The command line: the only room that prints, and that knows of a terminal, an environment and exit codes."""

from coopdb.cli.app import main

__all__ = ["main"]
