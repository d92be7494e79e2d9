"""Changes a text in place: what lies outside the edits stays, byte for byte."""

from bisect import bisect, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coopdb.record.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Other text in the place of a span."""

    span: Span
    text: str


def edit(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits. Of several that overlap only the first is made."""
    starts = _starts(text)
    spans = sorted((_offsets(each.span, starts), each.text) for each in set(edits))
    parts, done = [], 0
    for (start, end), replacement in spans:
        if start >= done:
            parts += [text[done:start], replacement]
            done = end
    return "".join([*parts, text[done:]])


def apart(text: str, fixes: Iterable[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
    """Choose the fixes, each of several edits, that touch no text that one before them touches."""
    starts = _starts(text)
    chosen: list[tuple[Edit, ...]] = []
    taken: list[tuple[int, int]] = []  # in order
    for edits in fixes:
        places = [_offsets(each.span, starts) for each in edits]
        if not any(_is_taken(place, taken) for place in places):
            chosen.append(edits)
            for place in places:
                insort(taken, place)
    return chosen


def _is_taken(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    number = bisect(taken, place)
    before, after = taken[max(number - 1, 0) : number], taken[number : number + 1]
    return any(end > place[0] for _, end in before) or any(start < place[1] for start, _ in after)


def span_between(text: str, start: int, end: int) -> Span:
    """Make the span from one character of a text up to another, both counted from 0."""
    line, end_line = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    return Span(line, start - text.rfind("\n", 0, start), end_line, end - text.rfind("\n", 0, end))


def spans(text: str) -> Callable[[int, int], Span]:
    """Return the same for many places of one text."""
    starts = _starts(text)

    def place(offset: int) -> tuple[int, int]:
        line = bisect(starts, offset)
        return line, offset - starts[line - 1] + 1

    return lambda start, end: Span(*place(start), *place(end))


def offsets(text: str, span: Span) -> tuple[int, int]:
    """Return from where to where a span goes, in characters from 0."""
    return _offsets(span, _starts(text))


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _offsets(span: Span, starts: list[int]) -> tuple[int, int]:
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
