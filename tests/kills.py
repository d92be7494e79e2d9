"""Runs a command line in another process that is killed at a chosen step of what it does to files."""

import os
import signal
import sys
from pathlib import Path

from coopdb.cli import main

CALLS = ("replace", "rename", "link", "unlink", "rmdir", "fsync")  # each is a step


def killed_at(number: int, root: Path, *arguments: str) -> bool:
    """Run a command line in a folder, killed at a step; tell whether it came so far.

    The process is forked from this one, which has everything imported, and says nothing.
    """
    child = os.fork()
    if child == 0:
        try:
            sys.settrace(None)  # what is killed can tell nothing of the lines that it ran
            os.chdir(root)
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            _die_at(number)
            main(arguments)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def _die_at(number: int) -> None:
    calls = 0

    def wrap(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **more: object) -> object:
            nonlocal calls
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)
            calls += 1
            return real(*arguments, **more)

        setattr(os, name, call)

    for name in CALLS:
        wrap(name)
