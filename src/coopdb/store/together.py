"""Work shared out among processes: each does a part of it, and learns what the others have found. Or among threads."""

import marshal
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from itertools import cycle, islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Fact = TypeVar("Fact")
Found = TypeVar("Found")

# Gives the facts of one's own part, and gets those of all parts, in order.
Exchange = Callable[[Fact], Sequence[Fact]]

_PLAIN, _ANY = b"m", b"p"  # how a value is packed
_HEAD = 8  # bytes that tell the size of what comes after them
_FEWEST = 250  # items that are worth a process
_MOST = 8  # processes


class LostError(Exception):
    """A process has ended before its work was done."""


class Channel:
    """What two processes send each other: any values that can be pickled."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming, self._outgoing = open(incoming, "rb"), open(outgoing, "wb")  # noqa: SIM115  # numbers

    def send(self, value: object) -> None:
        """Send a value; waits while the other has not taken what was sent before."""
        packed = _packed(value)
        try:
            self._outgoing.write(len(packed).to_bytes(_HEAD, "big") + packed)
            self._outgoing.flush()
        except BrokenPipeError as error:
            raise LostError from error

    def receive(self) -> Any:
        """Wait for a value."""
        return _unpacked(self._read(int.from_bytes(self._read(_HEAD), "big")))

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


def processes_for(number: int) -> int:
    """Tell how many processes are worth while for so many items: one where there is no `fork`."""
    return max(min(_cores(), number // _FEWEST, _MOST), 1) if hasattr(os, "fork") else 1


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_parts(
    work: Callable[[Sequence[Item], Exchange[Fact]], Found], items: Sequence[Item], processes: int
) -> list[Found]:
    """Do work on `items` in so many parts at once, and return what each part has found, in order.

    In each part `work` is given its items, and must ask for the exchange the same number of times.
    """
    parts = _parts(items, processes)
    with ExitStack() as stack:
        others = [
            stack.enter_context(_child(partial(_serve_part, work, part, number)))
            for number, part in enumerate(parts[1:], start=1)
        ]

        def exchange(mine: Fact) -> Sequence[Fact]:
            packed = [_packed(mine) if others else b"", *(other.receive() for other in others)]
            for number, other in enumerate(others, start=1):
                other.send([*packed[:number], *packed[number + 1 :]])  # it has its own
            return [mine, *map(_unpacked, packed[1:])]

        return [work(parts[0], exchange), *(other.receive() for other in others)]


def _serve_part(
    work: Callable[[Sequence[Item], Exchange[Fact]], Found], part: Sequence[Item], number: int, channel: Channel
) -> None:
    """Do a part of the work in a process of its own."""

    def exchange(mine: Fact) -> Sequence[Fact]:
        channel.send(_packed(mine))
        facts: list[Fact] = list(map(_unpacked, channel.receive()))
        return [*facts[:number], mine, *facts[number:]]

    channel.send(work(part, exchange))


def _packed(value: Any) -> bytes:
    """Make bytes of a value. What is plain needs no pickle, which takes longer to import than most to send."""
    with suppress(ValueError):
        return _PLAIN + marshal.dumps(value, 2)  # later forms look for what is referred to several times
    import pickle

    return _ANY + pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> Any:
    """Make a value of bytes, which are from our own process."""
    if packed.startswith(_PLAIN):
        return marshal.loads(packed[len(_PLAIN) :])  # noqa: S302
    import pickle

    return pickle.loads(packed[len(_ANY) :])  # noqa: S301


def in_turn(work: Callable[[Item], Found], items: Sequence[Item], processes: int) -> Iterator[Found]:
    """Yield the result of `work` for each item in order, worked out by other processes ahead of their turn.

    What a process that cannot be started, or is lost, should have done is done here.
    """
    done = 0
    shares = [items[number::processes] for number in range(processes)] if processes > 1 else []
    with ExitStack() as stack, suppress(OSError, LostError):
        others = [stack.enter_context(_child(partial(_serve_each, work, share))) for share in shares]
        for other in islice(cycle(others), len(items)):
            found = other.receive()
            done += 1
            yield found
    yield from map(work, items[done:])


@contextmanager
def beside(*works: Callable[[], Any]) -> Iterator[list[Callable[[], Any]]]:
    """Begin several pieces of work in another process, one after the other, and yield what waits for each result.

    What a process that cannot be started, or is lost, should have done is done when it is waited for.
    """
    found: list[Any] = []
    with ExitStack() as stack:
        other = None
        if processes_for(_FEWEST * 2) > 1:
            with suppress(OSError):
                other = stack.enter_context(_child(partial(_serve_each, lambda work: work(), works)))

        def result(number: int) -> Any:
            while len(found) <= number:
                try:
                    value = other.receive() if other else works[len(found)]()
                except LostError:
                    value = works[len(found)]()
                found.append(value)
            return found[number]

        yield [partial(result, number) for number in range(len(works))]


def aside(work: Callable[[], Found], *, otherwise: Callable[[], Found]) -> Callable[[], Found]:
    """Begin work in another thread, and return what waits for its result; if it fails, `otherwise` is done instead.

    This is for work that Python does not do itself, and for what is as good when it comes late.
    """
    from threading import Thread

    found: list[Found] = []

    def run() -> None:
        with suppress(Exception):  # whatever it was, it is done again, and then shows
            found.append(work())

    thread = Thread(target=run, daemon=True)
    with suppress(RuntimeError):  # there are too many
        thread.start()

    def result() -> Found:
        if thread.ident:
            thread.join()
        return found[0] if found else otherwise()

    return result


def _serve_each(work: Callable[[Item], Found], items: Iterable[Item], channel: Channel) -> None:
    """Send the result for each item, as fast as they are taken."""
    for item in items:
        channel.send(work(item))


def _parts(items: Sequence[Item], number: int) -> list[Sequence[Item]]:
    size = -(-len(items) // number) or 1
    return [items[start : start + size] for start in range(0, len(items) or 1, size)]


@contextmanager
def _child(serve: Callable[[Channel], None]) -> Iterator[Channel]:
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


def _live(serve: Callable[[Channel], None], theirs: Iterable[int], ours: tuple[int, int]) -> None:
    """Be the process that serves, and never return: nothing that the other has begun is ended here."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # an interrupt is for the other to speak of
        for end in theirs:
            os.close(end)
        with closing(Channel(*ours)) as channel:
            serve(channel)
        code = 0
    finally:
        os._exit(code)
