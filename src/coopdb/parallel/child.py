"""Another process that serves this one, forked from it: the one module that knows of `fork` and of signals.

Where the system has no `fork`, as Windows, `can_fork` says so, and the work is done in this process.
"""

import marshal
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

_PLAIN, _ANY = b"m", b"p"  # how a value is packed
_HEAD = 8  # bytes that tell the size of what comes after them


def can_fork() -> bool:
    """Tell whether the system can make another process of this one."""
    return hasattr(os, "fork")


class LostError(Exception):
    """A process has ended before its work was done."""


class Channel:
    """What two processes send each other: any values that can be pickled."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming, self._outgoing = open(incoming, "rb"), open(outgoing, "wb")  # noqa: SIM115  # numbers

    def send(self, value: object) -> None:
        """Send a value; waits while the other has not taken what was sent before."""
        content = packed(value)
        try:
            self._outgoing.write(len(content).to_bytes(_HEAD, "big") + content)
            self._outgoing.flush()
        except BrokenPipeError as error:
            raise LostError from error

    def receive(self) -> Any:
        """Wait for a value."""
        return unpacked(self._read(int.from_bytes(self._read(_HEAD), "big")))

    def _read(self, size: int) -> bytes:
        found = self._incoming.read(size)
        if len(found) < size:
            raise LostError
        return found

    def close(self) -> None:
        """Send and receive nothing more."""
        for file in (self._incoming, self._outgoing):
            try:
                file.close()
            except BrokenPipeError:  # what was not taken any more
                continue


def packed(value: Any) -> bytes:
    """Make bytes of a value. What is plain needs no pickle, which takes longer to import than most to send."""
    with suppress(ValueError):
        return _PLAIN + marshal.dumps(value, 2)  # later forms look for what is referred to several times
    import pickle

    return _ANY + pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(packed: bytes) -> Any:
    """Make a value of bytes, which are from our own process."""
    if packed.startswith(_PLAIN):
        return marshal.loads(packed[len(_PLAIN) :])  # noqa: S302
    import pickle

    return pickle.loads(packed[len(_ANY) :])  # noqa: S301


@contextmanager
def child(serve: Callable[[Channel], None]) -> Iterator[Channel]:
    """Start a process that serves a channel, and end it with the context, whatever has happened."""
    (from_it, its_out), (its_in, to_it) = os.pipe(), os.pipe()
    number = os.fork()
    if number == 0:
        _live(serve, (from_it, to_it), (its_in, its_out))
    for end in (its_in, its_out):
        os.close(end)
    channel = Channel(from_it, to_it)
    try:
        yield channel
    finally:
        channel.close()
        with suppress(ProcessLookupError, ChildProcessError):  # where the system takes away what has ended
            os.kill(number, signal.SIGKILL)  # it has nothing to lose, and may have much left to do
            os.waitpid(number, 0)


def _live(
    serve: Callable[[Channel], None],
    theirs: Iterable[int],
    ours: tuple[int, int],
    end: Callable[[int], object] = os._exit,
) -> None:
    """Be the process that serves, and never return: nothing that the other has begun is ended here."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # an interrupt is for the other to speak of
        for number in theirs:
            os.close(number)
        with closing(Channel(*ours)) as channel:
            serve(channel)
        code = 0
    finally:
        end(code)
