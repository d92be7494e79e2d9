"""Keeps two runs from writing into a folder at once: each leaves its mark there, and stops where another's is."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coopdb.errors import StopError
from coopdb.store.files.writing import SUFFIX, clean_up, discard, prefix
from coopdb.text import visible

_HELD = f"held{SUFFIX}"


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold a folder meanwhile, once what runs that have ended left there is cleaned up.

    Raise StopError where another run holds it; of two that begin at the same instant both may stop.
    """
    clean_up([folder], time.time_ns() / 1e9)
    mark = folder / f"{prefix()}{_HELD}"
    mark.touch()
    try:
        for other in folder.glob(f".coopdb-*{_HELD}"):
            if other != mark:
                hint = f"run this one again when it has ended; if there is none, delete `{visible(other.name)}` there"
                raise StopError(f"another run writes into `{visible(str(folder))}`", hint)
        yield
    finally:
        discard(mark)
