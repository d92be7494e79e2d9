"""Where a value stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: lines and columns from 1, columns in characters, the end column past the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


def at(line: int, column: int) -> Span:
    """Make the span of one character."""
    return Span(line, column, line, column + 1)
