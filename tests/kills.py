"""Runs a command line in another process, to be killed after a time or at a chosen step of what it does to files."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coopdb.cli import main

CALLS = ("replace", "rename", "link", "unlink", "rmdir", "fsync")  # each is a step


def started(root: Path, arguments: Sequence[str], prepare: Callable[[], None] = lambda: None) -> int:
    """Run a command line in a folder, in a process that is forked from this one and says nothing; return its number.

    It has everything imported. What `prepare` does is done there, before the command runs.
    """
    child = os.fork()
    if child == 0:
        try:
            sys.settrace(None)  # what is killed can tell nothing of the lines that it ran
            os.chdir(root)
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            prepare()
            main(arguments)
        finally:
            os._exit(0)
    return child


def killed_at(number: int, root: Path, *arguments: str) -> bool:
    """Run a command line in a folder, killed at a step; tell whether it came so far."""
    _, status = os.waitpid(started(root, arguments, partial(_die_at, number)), 0)
    return os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def ended_at(number: int, root: Path, ending: signal.Signals, *arguments: str) -> None:
    """Run a command line in a folder, and send it a signal at a step, which it may see to."""
    os.waitpid(started(root, arguments, partial(_die_at, number, ending)), 0)


def _die_at(number: int, ending: signal.Signals = signal.SIGKILL) -> None:
    calls = 0

    def wrap(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **more: object) -> object:
            nonlocal calls
            if calls == number:
                os.kill(os.getpid(), ending)
            calls += 1
            return real(*arguments, **more)

        setattr(os, name, call)

    for name in CALLS:
        wrap(name)
