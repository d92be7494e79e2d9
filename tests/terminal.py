"""Runs a command line at a terminal of its own, typing each answer when it is asked for."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

KEYS = {"^C": b"\x03", "^D": b"\x04"}
_ASKS = re.compile(rb"(?:: |\$ )\Z")
_SETTLED, _SILENT = 0.05, 10  # seconds
_PATIENCE = 60  # seconds, on a machine that is busy


class Session(NamedTuple):
    """What a command line did at a terminal: its exit code, and what was on the screen."""

    code: int
    screen: str


def at_terminal(
    root: Path, command: Sequence[str], answers: Sequence[str], columns: int = 80, hang_up: bool = False
) -> Session:
    """Run a command at a terminal so wide; the terminal is closed after the last answer where it is to `hang_up`."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment["TERM"] = "dumb"
    process = subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        preexec_fn=lambda: _begin_session(slave),  # noqa: PLW1509  # no thread of ours is running
    )
    os.close(slave)
    try:
        shown = _shown(master, answers, hang_up=hang_up)
        os.close(master)  # which ends what goes on
        return Session(process.wait(_PATIENCE), shown.decode().replace("\r\n", "\n"))
    finally:
        process.kill()  # where it has not ended
        process.wait()


def _begin_session(slave: int) -> None:
    """Take the terminal, and be interrupted as anybody is: what starts the tests may ignore it."""
    os.login_tty(slave)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _shown(master: int, answers: Sequence[str], hang_up: bool) -> bytes:
    """Type the answers, each when it is asked for, and return what is shown to the end."""
    shown = b""
    for number, answer in enumerate(answers):
        shown += _until_asked(master, is_first=not number)
        os.write(master, KEYS.get(answer) or f"{answer}\n".encode())
    return shown if hang_up else shown + _until_ended(master)


def coopdb_at_terminal(root: Path, *arguments: str, answers: Sequence[str] = (), **options: int) -> Session:
    """Run coopdb at a terminal."""
    return at_terminal(root, [sys.executable, "-m", "coopdb", *arguments], answers, **options)


def _until_asked(master: int, is_first: bool) -> bytes:
    """Return what is shown until there is a prompt and nothing behind it, or nothing any more for a while."""
    shown, end = b"", time.monotonic() + _PATIENCE
    while True:
        wait = _SETTLED if _ASKS.search(shown) else _PATIENCE if is_first else _SILENT
        if not select.select([master], [], [], wait)[0]:  # a prompt that is drawn twice may have been taken for two
            return shown
        shown += _more(master, end, shown)


def _until_ended(master: int) -> bytes:
    shown, end = b"", time.monotonic() + _PATIENCE
    try:
        while part := _more(master, end, shown):
            shown += part
    except OSError:  # Linux says so when the last process has closed the terminal
        pass
    return shown


def _more(master: int, end: float, shown: bytes) -> bytes:
    """Return what is shown next; fail where nothing is for too long."""
    while not select.select([master], [], [], 1)[0]:
        assert time.monotonic() < end, shown.decode(errors="replace")
    return os.read(master, 65536)
