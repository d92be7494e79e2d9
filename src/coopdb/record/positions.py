"""Turns routes into lines and columns: the only module that knows where a key or a value stands."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coopdb.record import toml
from coopdb.record.fault import Route
from coopdb.record.span import START, Span

_HEADER = re.compile(r"\s*(\[[^\[\]]*\])")
_BLANK = re.compile(r"\s*(#.*)?")

Node = Mapping[str, Any]


class Positions:
    """Where the keys and values of one well-formed TOML text stand. Reading them takes five times a plain parse."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._nodes: Node = toml.nodes(text)

    def value(self, route: Route) -> Span:
        """Find the value at `route`, or the innermost table or array around it that is there."""
        return self._at(route, "value")

    def key(self, route: Route) -> Span:
        """Find the last key of `route`; for an array's element, the element itself."""
        return self._at(route, "key")

    def _at(self, route: Route, part: str) -> Span:
        """Follow `route` as far as it goes, and give the place of the last node."""
        span, inside = START, self._nodes
        for step in route:
            node = _child(inside, step)
            if node is None:
                break
            span = self._span(node, part) if _is_placed(node) else self._table(node, step)
            inside = node["value"] if _is_placed(node) else node
        return span

    def _span(self, node: Node, part: str) -> Span:
        if f"{part}_line" not in node:
            part = "value" if part == "key" else "key"
        line, column = _first(node[f"{part}_line"]), _first(node[f"{part}_col"])
        start = self._column(line, column)
        raw: str = node[f"{part}_raw"]  # toml-rs 0.4.3 gives no end column for a value of several lines
        last = raw.rpartition("\n")[2]
        return Span(line, start, line + raw.count("\n"), len(last) + (1 if "\n" in raw else start))

    def _column(self, line: int, column: int) -> int:
        """Turn the column of a byte into that of its character, both from 1."""
        before = self._lines[line - 1].encode()[: column - 1]
        return len(before.decode(errors="ignore")) + 1

    def _table(self, node: Node, key: str | int) -> Span:
        """Find a `[table]`, which has no position of its own: the header above its first key, else that key."""
        first = min((self._span(each, "key") for each in _placed(node)), key=lambda span: span.line, default=None)
        if first is None:
            return self._header(rf"\s*(\[\s*[\"']?{re.escape(str(key))}[\"']?\s*\])")
        for number in range(first.line - 1, 0, -1):
            line = self._lines[number - 1]
            if header := _HEADER.match(line):
                return _group(header, number)
            if not _BLANK.fullmatch(line):
                break
        return first

    def _header(self, pattern: str) -> Span:
        """Find the header of an empty table by its text."""
        numbered = enumerate(self._lines, start=1)
        return next((_group(found, number) for number, line in numbered if (found := re.match(pattern, line))), START)


def _child(inside: object, step: str | int) -> Node | None:
    """Return the node of a key or an index; None when there is none."""
    if isinstance(inside, Mapping):
        child: Node | None = inside.get(str(step))
        return child
    if isinstance(inside, list) and isinstance(step, int) and step < len(inside):
        element: Node = inside[step]
        return element
    return None


def _is_placed(node: Node) -> bool:
    """Tell a node that has a position from a plain table, which may have keys of any name."""
    return isinstance(node.get("key_line"), int) or isinstance(node.get("value_line"), int | tuple)


def _placed(node: Node) -> Iterator[Node]:
    """Yield the nodes below a plain table that have a position and a key."""
    for child in node.values():
        if _is_placed(child):
            yield child
        else:
            yield from _placed(child)


def _first(value: int | tuple[int, int]) -> int:
    return value if isinstance(value, int) else value[0]


def _group(found: re.Match[str], line: int) -> Span:
    return Span(line, found.start(1) + 1, line, found.end(1) + 1)
