"""Writing to the two streams: data to stdout, remarks to stderr; and what stdout is."""

import codecs
import errno
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import BinaryIO

from coopdb.errors import StopError
from coopdb.parallel.progress import Watch, ignore
from coopdb.render.screen import Colours, Screen
from coopdb.text import visible

_PATIENCE, _PAUSE = 1.0, 0.1  # seconds before progress is first shown, and then shown again


def prepare_streams() -> None:
    """Make sure that no character fails to print: one that the terminal's encoding lacks is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def bytes_in(hint: str) -> BinaryIO:
    """Return the bytes of stdin. A closed one, as of `<&-` or a service, is an error with the way out."""
    if sys.stdin is None:
        raise StopError("cannot read the input: stdin is closed", hint)
    return sys.stdin.buffer


def bytes_out() -> BinaryIO:
    """Return stdout as a stream of bytes."""
    if sys.stdout is None:
        raise _no_stdout()
    return sys.stdout.buffer


def _no_stdout() -> StopError:
    return StopError("cannot write the output: stdout is closed", "leave stdout open, or send it to a file")


def write(text: str) -> None:
    """Write data to stdout. A reader that has gone away, such as `head`, is not an error."""
    if sys.stdout is None:
        raise _no_stdout()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _silence_stdout()
        if not isinstance(error, BrokenPipeError) and error.errno != errno.EPIPE:
            raise _not_written(error) from error


def _not_written(error: OSError) -> StopError:
    return StopError(f"cannot write the output: {error.strerror}", "send it where there is room for it")


def write_done(text: str, done: str) -> None:
    """Write to stdout what has been done; where that fails, the error says that it is done all the same."""
    try:
        write(text)
    except StopError as error:
        raise StopError(f"{error.message}, but {done}", "do not run it again") from error


def write_bytes(content: bytes) -> None:
    """Write a file to stdout as it is."""
    stdout = bytes_out()
    try:
        stdout.write(content)
        stdout.flush()
    except OSError as error:
        _silence_stdout()
        if not isinstance(error, BrokenPipeError):
            raise _not_written(error) from error


def _silence_stdout() -> None:
    """Keep the interpreter from trying again, and complaining, when it ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def remark(text: str) -> None:
    """Write one line to stderr, if there is one; whatever it quotes is made visible and begins no line of its own."""
    _say(visible(text) + "\n")


def raise_all(errors: Sequence[StopError]) -> None:
    """Tell all of some errors, if there are any: the last one is raised."""
    for error in errors[:-1]:
        remark(f"error: {error.message}")
        if error.hint:
            remark(f"  help: {error.hint}")
    for error in errors[-1:]:
        raise error


def remark_lines(text: str) -> None:
    """Write a text of several lines to stderr, of which the caller knows that each is meant to be one."""
    _say(visible(text, keep="\n") + "\n")


def _say(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        return


@contextmanager
def progress(what: str) -> Iterator[Watch]:
    """Show how far work has come, on one line of a terminal's stderr, once it takes long; clear it at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield ignore
        return
    shown, due = "", time.monotonic() + _PATIENCE

    def show(done: int, total: int) -> None:
        nonlocal shown, due
        if time.monotonic() >= due:
            shown, due = f"{what}: {done:,} of {total:,}", time.monotonic() + _PAUSE
            _say(f"\r{shown}")

    try:
        yield show
    finally:
        if shown:
            _say(f"\r{' ' * len(shown)}\r")


def screen() -> Screen:
    """Look at what stdout is, and at NO_COLOR, FORCE_COLOR, TERM, COLORTERM, COLUMNS and the locale."""
    forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    width = max(shutil.get_terminal_size().columns, 20)
    has_width = os.environ.get("COLUMNS", "").lstrip("0").isdecimal()
    return Screen(is_terminal, width, _colours(wanted=is_terminal or forced), _is_ascii(), has_width, _is_utf8())


def _is_utf8() -> bool:
    return codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name == "utf-8"


def _is_ascii() -> bool:
    """Tell whether the locale, or the encoding of stdout, has no blocks to draw with: Python writes UTF-8 in C."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    try:
        "█".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeError:
        return True
    return locale in ("C", "POSIX")


def _colours(*, wanted: bool) -> Colours:
    environment, terminal = os.environ, os.environ.get("TERM", "")
    if not wanted or environment.get("NO_COLOR") or terminal == "dumb":
        return "none"
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if "256" in terminal else "standard"
