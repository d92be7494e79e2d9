"""Turns away text too large or too deeply nested to be a record, before the TOML reader sees it, in linear time.

toml-rs nests in the stack of the process, and 150 brackets or dots of a key overflow a stack of 512 kB (measured with
0.4.3), which kills the process: this cannot be left to an exception.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from coopdb.pattern import pattern
from coopdb.text import count

MAX_BYTES = 1 << 20
MAX_DEPTH = 100  # brackets and dots of keys that are within one another, taken together
MAX_VALUES = 10_000  # of one record, its tables and arrays among them

# None of these can backtrack: a string that is not closed ends with its line, one of several lines with the text.
_STRING_OR_COMMENT = pattern(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}|\\?\Z)|\'\'\'(?:[^\']|\'(?!\'\'))*+(?:\'{3,5}|\Z)'
    r'|"(?:[^"\\\n]|\\[^\n])*+["\\]?|\'[^\'\n]*+\'?|#[^\n]*+',
    re.DOTALL,
)
_TOKEN = pattern(r"\n[ \t]*+\[{0,2}|[][{}.,=]")
_CLOSING = {"[": "]", "{": "}"}


def too_large(size: int, most: int | None = None, kind: str = "a record") -> str:
    """Say why a file of `size` bytes is refused, or nothing; a record has at most 1 MiB."""
    most = MAX_BYTES if most is None else most
    return f"{size:,} bytes, where {kind} has at most {most:,}" if size > most else ""


def too_deep(text: str) -> str:
    """Say why text is refused for its nesting, or nothing."""
    if text.count("[") + text.count("{") + text.count(".") <= MAX_DEPTH:
        return ""
    nesting = _Nesting()
    bare = _STRING_OR_COMMENT.sub("'", text)
    for token in _TOKEN.findall("\n" + bare):
        if nesting.after(token) > MAX_DEPTH:
            return f"brackets and dots of keys are more than {MAX_DEPTH} deep"
    return ""


def too_many(data: Mapping[str, object]) -> str:
    """Say why plain values are refused for their number, or nothing."""
    waiting: list[Iterable[object]] = [data.values()]
    number = 0
    while waiting and number <= MAX_VALUES:
        for value in islice(waiting.pop(), MAX_VALUES + 1):
            number += 1
            if isinstance(value, Mapping):
                waiting.append(value.values())
            elif isinstance(value, list):
                waiting.append(value)
    return f"more than {count(MAX_VALUES, 'value')}" if number > MAX_VALUES else ""


class _Nesting:
    """How deep what comes next is nested; where a text is broken this is rather too much than too little."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []  # what closes each bracket, and how deep the bracket stands
        self._table = 0  # dots in the header of the table
        self._floor = 0  # how deep the keys of the innermost bracket are
        self._level = 0  # the same, with the key before the value
        self._dots = 0  # in the key that is being read
        self._is_header = False

    def after(self, token: str) -> int:
        """Go on behind a token, and return how deep that is."""
        match token:
            case ".":
                self._dots += 1
            case "=":
                self._level, self._dots = self._level + self._dots, 0
            case ",":
                self._level, self._dots = self._floor, 0
            case "[" | "{":
                self._begin(_CLOSING[token])
            case "]" | "}":
                self._end(token)
            case _:
                self._next_line(token.count("["))
        return self._level + self._dots

    def _begin(self, closing: str) -> None:
        self._open.append((closing, self._floor))
        self._level = self._floor = self._level + self._dots + 1
        self._dots = 0

    def _end(self, closing: str) -> None:
        if self._open and self._open[-1][0] == closing:
            self._level = self._floor = self._open.pop()[1]
            self._dots = 0

    def _next_line(self, brackets: int) -> None:
        """Begin a line with so many brackets: those of a header, unless an array goes on."""
        if self._is_header:
            self._table = self._level + self._dots
        self._dots = 0
        if self._open:
            for _ in range(brackets):
                self._begin("]")
            return
        self._is_header = brackets > 0
        self._level = self._floor = 0 if self._is_header else self._table
