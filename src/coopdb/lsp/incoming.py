"""What an editor sends, as far as it is of a size that can be a message: pygls would read whatever it is told."""

import re
from typing import BinaryIO

from coopdb.errors import StopError

_MOST_BYTES = 1 << 26  # of one message: a record has at most a 64th
_MOST_HEADER = 1_000  # bytes of a line of its header
_LENGTH = re.compile(rb"content-length:\s*(\d+)\s*", re.IGNORECASE)


class Incoming:
    """A stream of messages; raises StopError where it says that one is larger than any is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """Read a line of a header."""
        line = self._stream.readline(_MOST_HEADER + 1)
        found = _LENGTH.fullmatch(line)
        if len(line) > _MOST_HEADER:
            raise StopError(f"a header of a message is longer than {_MOST_HEADER:,} bytes", _HINT)
        if found and int(found[1]) > _MOST_BYTES:
            raise StopError(f"a message has {int(found[1]):,} bytes, and may have {_MOST_BYTES:,}", _HINT)
        return line

    def read(self, number: int) -> bytes:
        """Read the body of a message."""
        return self._stream.read(number)


_HINT = "start the language server again; it takes messages of the Language Server Protocol alone"
