"""Asking at a terminal: a line after a prompt, what Tab completes, and lines that break at words."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from textwrap import wrap

from coopdb.cli.streams import remark_lines
from coopdb.store.files.hangups import hangups, interrupt
from coopdb.text import is_writable, visible

_ROOM = 16  # cells of a line that are left for an answer


def is_at_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def say(text: str, indent: str = "") -> None:
    """Say something in lines as long as the terminal is wide; other lines than the first begin below its words."""
    remark_lines("\n".join(fitted(visible(text), indent)))


def fitted(text: str, indent: str = "") -> list[str]:
    """Break a line at words, where a terminal shows it."""
    if sys.stderr is None or not sys.stderr.isatty():
        return [f"{indent}{text}"]
    begin = f"{indent}{' ' * (len(text) - len(text.lstrip()))}"
    return wrap(
        text.strip(), _width() - 1, initial_indent=begin, subsequent_indent=f"{begin}  ", break_on_hyphens=False
    ) or [""]


def ask(prompt: str, default: str = "") -> str:
    """Ask for a line; the end of the input means what an interrupt does. A long default is shown above."""
    prompt, default = visible(prompt), visible(default)  # which may be from a stranger's record
    room = _width() - len(prompt) - _ROOM
    if len(default) > max(room, 12):
        say(f"[{default}]", "  ")
        default = "as above"
    *above, last = fitted(f"{prompt}{f' [{default}]' if default else ''}: ".rstrip())
    if above:
        remark_lines("\n".join(above))
    while (answer := _typed(f"{last} ")) is None:
        say("that is not UTF-8: set the terminal to UTF-8, or leave these letters out", "  ")
    return answer


def _typed(prompt: str) -> str | None:
    """Return a line that is typed; None when it is not UTF-8, which no record can hold."""
    try:
        line = input(prompt).strip()
    except UnicodeDecodeError:
        return None
    except (EOFError, KeyboardInterrupt):
        remark_lines("")  # what follows begins a line of its own
        raise KeyboardInterrupt from None
    return line if is_writable(line) else None


@contextmanager
def interruptible() -> Iterator[None]:
    """Take the end of a terminal, or of the process, for an interrupt, so that what has been typed can be kept."""
    before = {each: signal.signal(each, interrupt) for each in hangups()}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def choose(prompt: str, letters: str, default: str) -> str:
    """Ask for one of some letters."""
    while True:
        answer = ask(prompt, default).lower()[:1] or default
        if answer in letters:
            return answer


def completer() -> Callable[[list[str]], None]:
    """Return what sets the words that Tab completes; nothing where there is no readline."""
    try:
        import readline
    except ImportError:
        return lambda _: None
    words: list[str] = []

    def complete(text: str, state: int) -> str | None:
        found = [word for word in words if word.casefold().startswith(text.casefold())]
        return found[state] if state < len(found) else None

    readline.set_completer_delims("")
    readline.set_completer(complete)
    for each in ("tab: complete", "set input-meta on", "set output-meta on", "set convert-meta off"):
        readline.parse_and_bind(each)  # in the locale C, other letters than those of ASCII would be commands
    return lambda candidates: words.__setitem__(slice(None), filter(str.isprintable, candidates))


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 20)
