"""Where a value stands in a text."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: lines and columns from 1, columns in characters, the end column past the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


def within(span: Span, lines: Sequence[str]) -> Span:
    """Move a span that leaves its text back into it: no line past the last, no column past the end of its line.

    `lines` are those of a text split at its line feeds; the one after the last of them is not a line.
    """
    count = max(len(lines) - (not lines[-1]), 1)
    line, column = _inside(span.line, span.column, lines, count)
    end_line, end_column = _inside(span.end_line, span.end_column, lines, count)
    return Span(line, column, *max((line, column), (end_line, end_column)))


def _inside(line: int, column: int, lines: Sequence[str], count: int) -> tuple[int, int]:
    """Return the place, or the end of the last line for one below it, or the end of the line for one beyond."""
    end = len(lines[min(line, count) - 1].removesuffix("\r")) + 1
    return (line, min(column, end)) if line <= count else (count, end)


def at(line: int, column: int) -> Span:
    """Make the span of one character."""
    return Span(line, column, line, column + 1)
