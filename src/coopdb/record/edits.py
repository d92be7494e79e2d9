"""Changes a text in place: what lies outside the edits stays, byte for byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from coopdb.record.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Other text in the place of a span."""

    span: Span
    text: str


def edit(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits. Of several that overlap only the first is made."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    spans = sorted((_offsets(each.span, starts), each.text) for each in set(edits))
    parts, done = [], 0
    for (start, end), replacement in spans:
        if start >= done:
            parts += [text[done:start], replacement]
            done = end
    return "".join([*parts, text[done:]])


def _offsets(span: Span, starts: list[int]) -> tuple[int, int]:
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
