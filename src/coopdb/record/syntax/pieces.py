"""Takes a text that is not TOML apart into its statements as they were meant, in linear time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What can only begin a statement: a header, or a key and what stands between it and its value.
STRUCTURE = re.compile(
    r"[ \t]*+(?:\[{1,2}[ \t]*+[\w.-]++[ \t]*+\]{1,2}[ \t]*+(?:#.*+)?\r?$|[\w.-]++[ \t]*+=)", re.MULTILINE
)
_STRUCTURE_LINE = re.compile(rf"^{STRUCTURE.pattern}", re.MULTILINE)
_OPENS_STRING = re.compile(r'[ \t]*[\w.-]+[ \t]*=[ \t]*"""')
_TOKEN = re.compile(
    r'(?P<long>"""|\'\'\')|"(?:[^"\\\n]|\\[^\n])*+(?P<quote>"|\Z|(?=\n))|(?<!\w)\'[^\'\n]*+(?:\'|\Z|(?=\n))'
    r"|(?P<comment>#[^\n]*+)|(?P<open>[\[{(])|(?P<close>[\]})])"
)

_EMPTY_REST = re.compile(r"[ \t\r]*+(?:\n|\Z)")


class Piece(NamedTuple):
    """One statement as it was meant: from its first character to past its last; `is_open` where a long string is."""

    start: int
    end: int
    is_open: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """Yield what stands in a text besides empty lines and comments."""
    place = 0
    while place < len(text):
        end = line_end(text, place)
        first = place + len(text[place:end]) - len(text[place:end].lstrip())
        if first < end and text[first] != "#":
            piece = _piece(text, first)
            yield piece
            end = line_end(text, piece.end)
        place = end + 1


def line_end(text: str, place: int) -> int:
    """Return where the line of a place ends."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def _piece(text: str, start: int) -> Piece:
    """Find where the statement that begins at a place ends."""
    depth, place, has_braces = 0, start, False
    while True:
        end = line_end(text, place)
        while token := _TOKEN.search(text, place, end):
            place = token.end()
            if token["long"]:
                closing = _closing(text, token)
                if closing < 0:
                    return Piece(start, _unclosed(text, place), is_open=True)
                place, end = closing, line_end(text, closing)
            elif token["quote"] == "" and not depth and (last := _last_line(text, end)):
                return Piece(start, last)
            depth = max(depth + bool(token["open"]) - bool(token["close"]), 0)
            has_braces = has_braces or (token["open"] == "{" and _EMPTY_REST.match(text, place) is not None)
        if not depth or end == len(text) or _goes_on_elsewhere(text, end + 1, has_braces=has_braces):
            return Piece(start, start + len(text[start:end].rstrip()))
        place = end + 1


def _closing(text: str, token: re.Match[str]) -> int:
    """Return where a string of several lines ends; -1 where its end is missing."""
    place = text.find(token[0], token.end())
    if place < 0:
        return -1
    first = text.rfind("\n", 0, place) + 1
    if (
        first > token.end()
        and _OPENS_STRING.match(text, first, place + 3)
        and _STRUCTURE_LINE.search(text, token.end(), place)
    ):
        return -1  # it is the next string that begins there
    while text[place + 3 : place + 4] == token[0][0]:
        place += 1
    return place + 3


def _unclosed(text: str, place: int) -> int:
    """Return where a string of several lines without an end was meant to end: above the next key or header."""
    found = _STRUCTURE_LINE.search(text, line_end(text, place))
    return len(text[: found.start() if found else len(text)].rstrip())


def _last_line(text: str, end: int) -> int:
    """Return where a string that goes on over some lines ends; 0 where it ends on no line."""
    while end < len(text):
        line = text[end + 1 : line_end(text, end + 1)]
        if not line.strip() or STRUCTURE.match(text, end + 1):
            return 0
        end += 1 + len(line)
        if '"' in line:
            return end if re.search(r'^[^"]*"[ \t\r]*(?:#.*)?$', line) else 0
    return 0


def _goes_on_elsewhere(text: str, place: int, *, has_braces: bool) -> bool:
    """Tell whether a line begins another statement, though a bracket is open."""
    found = STRUCTURE.match(text, place)
    return found is not None and not (has_braces and found[0].endswith("="))
