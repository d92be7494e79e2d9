"""Patterns that are compiled when they are first used: a text needs half of them, and a tenth of the time is theirs."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    >>> pattern("[a-z]+").findall("1 by 1"), pattern("BY", re.IGNORECASE).sub("of", "1 by 1")
    (['by'], '1 of 1')
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """What is used of a pattern, and no more; each method is kept, so that it is as fast as that of the pattern."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        return self._compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[Any]]:
        return self._compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self._compiled.sub
