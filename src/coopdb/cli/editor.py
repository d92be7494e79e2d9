"""Opens a text in the user's editor, and gives back what has become of it."""

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coopdb.cli.keeping import kept
from coopdb.cli.streams import remark
from coopdb.errors import StopError
from coopdb.store.files.hangups import take_for_interrupts
from coopdb.text import is_writable


def in_editor(text: str, root: Path) -> str:
    """Open a text in VISUAL or EDITOR, and return what has become of it; what was typed before a failure is kept.

    It is never kept among the records of the repository at `root`.
    """
    command, put_back = _command(), take_for_interrupts()
    try:
        return _edited(command, text, root)
    finally:
        put_back()


def _edited(command: list[str], text: str, root: Path) -> str:
    number, path = tempfile.mkstemp(prefix="coopdb-", suffix=".toml")
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        try:
            with _undisturbed():
                done = subprocess.run([*command, path], check=False)  # noqa: S603  # the user's own editor
        except KeyboardInterrupt:  # the terminal was closed
            with suppress(StopError):  # the file is gone: it is an interrupt all the same
                if (after := _saved(path)) != text:
                    remark(kept(after, root))
            raise
        except OSError as error:
            raise StopError(
                f"cannot start the editor `{command[0]}`: {error.strerror}", "set VISUAL or EDITOR"
            ) from error
        after = _saved(path)
        if done.returncode:
            hint = kept(after, root) if after != text else "nothing was written"
            raise StopError(f"the editor `{command[0]}` ended with {done.returncode}", hint)
        if not is_writable(after):
            raise StopError(f"the editor `{command[0]}` has saved something else than UTF-8", kept(after, root))
        return after
    finally:
        with suppress(OSError):
            Path(path).unlink()


def _saved(path: str) -> str:
    """Return what an editor has saved, as it is: line ends stay, and bytes that are not UTF-8 are lone surrogates."""
    try:
        return Path(path).read_bytes().decode(errors="surrogateescape")
    except OSError as error:
        said = f"the editor has left no file: {str(error.strerror).lower()}"
        raise StopError(said, "nothing was written; save the file where it was opened") from error


def _command() -> list[str]:
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        return shlex.split(said) or ["vi"]
    except ValueError as error:
        raise StopError(f"cannot start the editor `{said}`: {error}", "set VISUAL or EDITOR") from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Leave Ctrl-C to the editor, as git does: it is typed there."""
    try:
        before = signal.signal(signal.SIGINT, lambda *_: None)  # not SIG_IGN, which the editor would inherit
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
