"""Gives a file a second name that nothing has yet: the one module that knows of hard links."""

import errno
import os
from pathlib import Path

_NO_LINKS = frozenset((errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK))


def link(old: Path | str, new: Path) -> None:
    """Give a file the name `new`, never that of another file: raise FileExistsError where there is one.

    Where neither the system nor the disk has hard links, the name is taken by an empty file first, and `old` is gone.
    """
    try:
        os.link(old, new)
    except AttributeError:
        _take(old, new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take(old, new)


def _take(old: Path | str, new: Path) -> None:
    with new.open("xb"):
        pass
    try:
        os.replace(old, new)  # noqa: PTH105  # a text or a path
    except OSError:
        new.unlink()
        raise
