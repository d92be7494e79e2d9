"""Work shared out among processes: each does a part of it, and learns what the others have found."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from itertools import cycle, islice
from typing import Any, TypeVar

from coopdb.parallel.child import Channel, LostError, can_fork, child, packed, unpacked

Item = TypeVar("Item")
Fact = TypeVar("Fact")
Found = TypeVar("Found")

# Gives the facts of one's own part, and gets those of all parts, in order.
Exchange = Callable[[Fact], Sequence[Fact]]

_FEWEST = 250  # items that are worth a process
_MOST = 8  # processes


def processes_for(number: int, cores: int | None = None) -> int:
    """Tell how many processes are worth while for so many items: one where there is no `fork`.

    `cores` are those that this process may use when None.
    """
    return max(min(cores or _cores(), number // _FEWEST, _MOST), 1) if can_fork() else 1


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
            stack.enter_context(child(partial(_serve_part, work, part, number)))
            for number, part in enumerate(parts[1:], start=1)
        ]

        def exchange(mine: Fact) -> Sequence[Fact]:
            facts = [packed(mine) if others else b"", *(other.receive() for other in others)]
            for number, other in enumerate(others, start=1):
                other.send([*facts[:number], *facts[number + 1 :]])  # it has its own
            return [mine, *map(unpacked, facts[1:])]

        return [work(parts[0], exchange), *(other.receive() for other in others)]


def _serve_part(
    work: Callable[[Sequence[Item], Exchange[Fact]], Found], part: Sequence[Item], number: int, channel: Channel
) -> None:
    """Do a part of the work in a process of its own."""

    def exchange(mine: Fact) -> Sequence[Fact]:
        channel.send(packed(mine))
        facts: list[Fact] = list(map(unpacked, channel.receive()))
        return [*facts[:number], mine, *facts[number:]]

    channel.send(work(part, exchange))


def in_turn(work: Callable[[Item], Found], items: Sequence[Item], processes: int) -> Iterator[Found]:
    """Yield the result of `work` for each item in order, worked out by other processes ahead of their turn.

    What a process that cannot be started, or is lost, should have done is done here.
    """
    done = 0
    shares = [items[number::processes] for number in range(processes)] if processes > 1 else []
    with ExitStack() as stack, suppress(OSError, LostError):
        others = [stack.enter_context(child(partial(_serve_each, work, share))) for share in shares]
        for other in islice(cycle(others), len(items)):
            found = other.receive()
            done += 1
            yield found
    yield from map(work, items[done:])


@contextmanager
def beside(*works: Callable[[], Any], cores: int | None = None) -> Iterator[list[Callable[[], Any]]]:
    """Begin several pieces of work in another process, one after the other, and yield what waits for each result.

    What a process that cannot be started, or is lost, should have done is done when it is waited for.
    """
    found: list[Any] = []
    with ExitStack() as stack:
        other = None
        if processes_for(_FEWEST * 2, cores) > 1:
            with suppress(OSError):
                other = stack.enter_context(child(partial(_serve_each, lambda work: work(), works)))

        def result(number: int) -> Any:
            while len(found) <= number:
                try:
                    value = other.receive() if other else works[len(found)]()
                except LostError:
                    value = works[len(found)]()
                found.append(value)
            return found[number]

        yield [partial(result, number) for number in range(len(works))]


def _serve_each(work: Callable[[Item], Found], items: Iterable[Item], channel: Channel) -> None:
    """Send the result for each item, as fast as they are taken."""
    for item in items:
        channel.send(work(item))


def _parts(items: Sequence[Item], number: int) -> list[Sequence[Item]]:
    size = -(-len(items) // number) or 1
    return [items[start : start + size] for start in range(0, len(items) or 1, size)]
