"""Takes a well-formed TOML text apart into its statements: comments, headers and pairs, and where each stands."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal, NamedTuple

from coopdb.record import toml
from coopdb.record.fault import Route

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)'
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)",
    re.DOTALL,
)
# A line that is empty, or a comment, or a pair or a header of the simplest form, perhaps with a comment beside it.
_STRING = r'"[^"\\\x00-\x1f\x7f]*"'
_PAIR = rf"([\w-]+)[ \t]*=[ \t]*({_STRING}|[\w.:+-]+|\[\s*(?:{_STRING}\s*(?:,\s*{_STRING}\s*)*(?:,\s*)?)?\])"
_LINE = rf"[ \t\r]*(?:{_PAIR}|(\[\[?[ \t]*[\w-]+[ \t]*\]\]?))?[ \t\r]*(#[^\n]*)?(?:\n|\Z)"
_SIMPLE = re.compile(_LINE)
_LINES = re.compile(rf"{_LINE}|([\s\S]+)")  # what is not simple takes all the rest
_KEY = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[\w-]+|(?P<stop>[=\]])')

Kind = Literal["blank", "comment", "header", "pair"]


class Statement(NamedTuple):
    """One statement: from its first character to past its last, and past the line it ends on.

    `comment` is the one beside it, or the comment itself; `key` and `value` are those of a pair, as they are written.
    """

    kind: Kind
    start: int
    end: int
    line_end: int
    comment: str = ""
    key: str = ""
    value: str = ""


class Key(NamedTuple):
    """A key as it is written in a header or a pair: the route it names, and from where to where it stands."""

    route: Route
    start: int
    end: int


def statements(text: str, place: int = 0) -> Iterator[Statement]:
    """Yield the statements of a text, from the beginning of one of its lines."""
    size = len(text)
    while place < size:
        line = _SIMPLE.match(text, place)
        yield (each := _simple(line) if line else _other(text, _first(text, place)))
        place = each.line_end + 1


def _simple(line: re.Match[str]) -> Statement:
    """Make the statement of a line that is one, as most are."""
    key, value, header, comment = line.groups("")
    start, end = line.span()
    line_end = end - 1 if line.string[end - 1 : end] == "\n" else end
    if key:
        return Statement("pair", line.start(1), line.end(2), line_end, comment.rstrip(), key, value)
    if header:
        return Statement("header", line.start(3), line.end(3), line_end, comment.rstrip())
    if comment:
        return Statement("comment", line.start(4), line_end, line_end, comment.rstrip())
    return Statement("blank", start, line_end, line_end)


def _other(text: str, start: int) -> Statement:
    """Make the statement that begins at a place, however it is written."""
    end, comment = _end(text, start)
    if text[start] == "[":
        return Statement("header", start, end, _line_end(text, end), comment)
    key, value = _cut(text[start:end])
    return Statement("pair", start, end, _line_end(text, end), comment, key, value)


def _cut(pair: str) -> tuple[str, str]:
    """Cut a pair at its equals sign, which may not be one within a quoted key."""
    tokens = re.finditer(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|=', pair)
    equals = next(token for token in tokens if token[0] == "=")
    return pair[: equals.start()].strip(), pair[equals.end() :].strip()


Piece = tuple[str, str, str, str, str]  # the last is empty


def pieces(text: str) -> list[Piece]:
    """Return the key and value, the header and the comment of every statement, each empty where there is none.

    As long as statements are simple, as in most records, this takes a fifth of the time of `statements`.
    """
    found: list[Piece] = _LINES.findall(text)
    rest = found[-2:][0][-1]  # the last is the empty end
    if not rest:
        return found
    others = statements(text, len(text) - len(rest))
    heads = ((each, text[each.start : each.end] if each.kind == "header" else "") for each in others)
    return [*found[:-2], *((each.key, each.value, header, each.comment, "") for each, header in heads)]


def has_comment(value: str) -> bool:
    """Tell whether there is a comment in a value."""
    return "#" in value and any(token["comment"] for token in _TOKEN.finditer(value))


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
    every = _KEY.finditer(text, statement.start, statement.end)
    for found in takewhile(lambda found: not found["stop"], every):
        yield key_name(found[0]), found.start(), found.end()


def key_names(text: str, statement: Statement) -> list[str]:
    """Return the names in a header, or before the equals sign of a pair, without their quotes."""
    return [name for name, _, _ in _parts(text, statement)]


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
