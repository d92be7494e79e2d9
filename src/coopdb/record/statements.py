"""Takes a well-formed TOML text apart into its statements: comments, headers and pairs, and where each stands."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from coopdb.record import toml
from coopdb.record.fault import Route

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)'
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)",
    re.DOTALL,
)
_KEY = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[\w-]+|(?P<stop>[=\]])')

Kind = Literal["blank", "comment", "header", "pair"]


class Statement(NamedTuple):
    """One statement: from its first character to past its last, and past the line it ends on.

    `comment` is the one beside it, or the comment itself.
    """

    kind: Kind
    start: int
    end: int
    line_end: int
    comment: str = ""


class Key(NamedTuple):
    """A key as it is written in a header or a pair: the route it names, and from where to where it stands."""

    route: Route
    start: int
    end: int


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a text whose lines end with a line feed."""
    place = 0
    while place < len(text):
        first, line_end = _first(text, place), _line_end(text, place)
        head = text[first : first + 1] if first < line_end else ""
        if not head:
            yield Statement("blank", place, line_end, line_end)
        elif head == "#":
            yield Statement("comment", first, line_end, line_end, text[first:line_end].rstrip())
        else:
            end, comment = _end(text, first)
            line_end = _line_end(text, end)
            yield Statement("header" if head == "[" else "pair", first, end, line_end, comment)
        place = line_end + 1


def keys(text: str) -> Iterator[Key]:
    """Yield every key of the headers and pairs of a text, but not those of tables within a line."""
    table: Route = ()
    numbers: dict[Route, int] = {}  # of the tables that arrays have so far, by the array's route
    for each in statements(text):
        if each.kind in ("header", "pair"):
            route = table if each.kind == "pair" else ()
            for name, start, end in _parts(text, each):
                route = (*route, numbers[route], name) if route in numbers and each.kind == "header" else (*route, name)
                yield Key(route, start, end)
            if each.kind == "header":
                if text.startswith("[[", each.start):
                    numbers[route] = numbers.get(route, -1) + 1
                table = (*route, numbers[route]) if route in numbers else route


def _parts(text: str, statement: Statement) -> Iterator[tuple[str, int, int]]:
    """Yield the names in a header or before the equals sign of a pair, without their quotes."""
    for found in _KEY.finditer(text, statement.start, statement.end):
        if found["stop"]:
            return
        yield key_name(found[0]), found.start(), found.end()


def key_name(written: str) -> str:
    """Return the key that is written, perhaps in quotes."""
    if written.startswith("'"):
        return written[1:-1]
    if written.startswith('"'):
        data = toml.parse(f"{written} = 0")
        return next(iter(data)) if isinstance(data, dict) else written
    return written


def _first(text: str, place: int) -> int:
    """Return where a line has its first character that is not white space."""
    while text[place : place + 1] in (" ", "\t", "\r"):
        place += 1
    return place


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def _end(text: str, place: int) -> tuple[int, str]:
    """Find where a statement ends, and the comment beside it."""
    depth = 0
    for token in _TOKEN.finditer(text, place):
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
        elif not depth and token["comment"]:
            return _trimmed(text, place, token.start()), token[0].strip()
        elif not depth and token["end"]:
            return _trimmed(text, place, token.start()), ""
    return _trimmed(text, place, len(text)), ""


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
