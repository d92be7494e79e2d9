"""Reads the bytes of a file that should be a record: no link is followed, and nothing that could block is opened."""

import os
import stat
from pathlib import Path

from coopdb.record.fault import Fault
from coopdb.record.guard import too_large

# Windows has only some of these flags: without O_NOFOLLOW a link is looked for first.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


def content_of(path: str | Path, most: int | None = None, kind: str = "a record") -> bytes | Fault:
    """Read a regular file of at most `most` bytes, no link and nothing that could block; or say why not."""
    if not hasattr(os, "O_NOFOLLOW") and os.path.islink(path):  # noqa: PTH114  # a hundredth of a Path's time
        return Fault("unreadable-file", detail="it is a link")
    try:
        number = os.open(path, _FLAGS)
    except OSError as error:
        is_link = os.path.islink(path)  # noqa: PTH114  # the same
        return Fault("unreadable-file", detail="it is a link" if is_link else str(error.strerror).lower())
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            return Fault("unreadable-file", detail="it is not a regular file")
        if detail := too_large(status.st_size, most, kind):
            return Fault("too-large", detail=detail)
        return _rest(number, status.st_size)
    except OSError as error:
        return Fault("unreadable-file", detail=str(error.strerror).lower())
    finally:
        os.close(number)


def _rest(number: int, size: int) -> bytes:
    """Read to the end of a file, which should come after `size` bytes: one call then does."""
    content = os.read(number, size + 1)
    return content if len(content) == size else content + b"".join(iter(lambda: os.read(number, 1 << 16), b""))
