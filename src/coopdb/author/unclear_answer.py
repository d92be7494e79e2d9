"""What an answer may mean where it may mean several things: the choices to put before its author."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, product
from typing import Any, NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.text import visible

_MOST = 9  # choices that are put before somebody


class Meaning(NamedTuple):
    """One thing that a text may mean: what it is called, how to write it so that it is not in doubt, and its value.

    `is_sure`: the only choice is what the text says, not what it suggests.
    """

    label: str
    typed: str
    value: Any
    is_sure: bool = True


class Unclear(NamedTuple):
    """A text that is not sure: what is said of it, and what it may mean."""

    message: str
    choices: tuple[Meaning, ...]

    def mapped(self, change: Callable[[Any], Any]) -> "Unclear":
        """Return the same doubt about what is made of each value."""
        return self._replace(choices=tuple(each._replace(value=change(each.value)) for each in self.choices))

    def error(self) -> StopError:
        """Make the error for where nobody can be asked."""
        return usage_error(self.message, f"write {' or '.join(f'`{visible(each.typed)}`' for each in self.choices)}")


def mapped(read: Any, change: Callable[[Any], Any]) -> Any:
    """Make something of a value that was read, or of each that it may be."""
    return read.mapped(change) if isinstance(read, Unclear) else change(read)


def combined(text: str, parts: Sequence[Sequence[Meaning]]) -> Any:
    """Return the values of the parts of a text, or a doubt about all of them where one part has one."""
    if all(len(each) == 1 and each[0].is_sure for each in parts):
        return [each[0].value for each in parts]
    ways = list(islice(product(*parts), _MOST + 1))
    open_part = next(each for each in parts if len(each) > 1 or not each[0].is_sure)
    if len(ways) > _MOST:
        raise Unclear(f"`{visible(text)}` may mean several things", tuple(open_part)).error()
    return Unclear(_message(text, open_part), tuple(map(_joined, ways)))


def _message(text: str, part: Sequence[Meaning]) -> str:
    is_sure = all(each.is_sure for each in part)
    return (
        f"`{visible(text)}` may mean several things"
        if is_sure
        else f"`{visible(text)}` names a city: is its country meant?"
    )


def _joined(way: Iterable[Meaning]) -> Meaning:
    way = tuple(way)
    return Meaning(
        ", ".join(each.label for each in way), ", ".join(each.typed for each in way), [each.value for each in way]
    )
