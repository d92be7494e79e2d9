"""A text as an editor counts it: lines at the line ends of the protocol, and columns in units of its encoding.

The protocol ends lines at LF, CR LF and CR alone; coopdb and TOML at LF. A character is one unit or two in UTF-16, up
to four in UTF-8. Between the two are offsets: characters from the beginning of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher

from lsprotocol import types

from coopdb.record.edits import Edit, offsets
from coopdb.record.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_LONG = 2_000  # lines of a text of which the changed ones are sought; of a longer one, all between the first and last
_UTF16, _UTF8 = types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf8


class Lines:
    """Converts between the positions of the protocol and offsets in one text."""

    def __init__(self, text: str, encoding: str = _UTF16) -> None:
        self.text = text
        self._encoding = encoding
        ends = [found.span() for found in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one beyond its line is at its end, one beyond the text at that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._starts[position.line], self._ends[position.line]
        units, place = 0, start
        while place < end and (units := units + self._width(self.text[place])) <= position.character:
            place += 1
        return place

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return types.Position(line, len(before) if before.isascii() else sum(map(self._width, before)))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def range_of(self, span: Span) -> types.Range:
        """Return the range of a span."""
        return self.range(*offsets(self.text, span))

    def edits_of(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        """Return edits as the protocol has them."""
        return [types.TextEdit(self.range_of(each.span), each.text) for each in edits]

    def edits_to(self, after: str) -> list[types.TextEdit]:
        """Return edits that make another text of this one and leave alone the lines that both have."""
        before, then = self.text.splitlines(keepends=True), after.splitlines(keepends=True)
        starts = [0]
        for line in before:
            starts.append(starts[-1] + len(line))
        return [
            types.TextEdit(self.range(starts[first], starts[last]), "".join(then[start:end]))
            for first, last, start, end in _differing(before, then)
        ]

    def changed(self, change: types.TextDocumentContentChangeEvent) -> str:
        """Return the text after a change that an editor tells: of a range, or of all."""
        if not isinstance(change, types.TextDocumentContentChangePartial):
            return change.text
        start, end = self.offset(change.range.start), self.offset(change.range.end)
        return f"{self.text[:start]}{change.text}{self.text[max(start, end) :]}"

    def _width(self, character: str) -> int:
        """Count the units of a character."""
        if self._encoding == _UTF16:
            return 2 if character > "\uffff" else 1
        return len(character.encode(errors="surrogatepass")) if self._encoding == _UTF8 else 1


def _differing(before: list[str], after: list[str]) -> Iterable[tuple[int, int, int, int]]:
    """Yield the stretches of lines that differ: from where to where in the one, and in the other."""
    if max(len(before), len(after)) > _LONG:
        first = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
        yield first, len(before), first, len(after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    yield from (each[1:] for each in matcher.get_opcodes() if each[0] != "equal")
