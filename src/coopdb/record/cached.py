"""Properties that are worked out once, as by `functools.cached_property`, which takes a lock before Python 3.12."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801  # read as a word of the language: @once
    """Marks a method as a property that is worked out when it is first asked for."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __get__(self, instance: object, _: type) -> Value:
        """Work the value out, and put it where Python looks before it looks here."""
        value = instance.__dict__[self._work.__name__] = self._work(instance)
        return value
