"""Turns routes into lines and columns: the only module that knows where a key or a value stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from coopdb.record import toml
from coopdb.record.cached import once
from coopdb.record.fault import Route
from coopdb.record.span import START, Span

_HEADER = re.compile(r"\s*(\[[^\[\]]*\])")
_NAMED_HEADER = re.compile(r"\s*+(\[\s*+(?P<key>\"[^\"]*+\"|'[^']*+'|[^\"'\[\]]++)\s*+\])")
_BLANK = re.compile(r"\s*(#.*)?")

Node = Mapping[str, Any]


class Positions:
    """Where the keys and values of one well-formed TOML text stand. Reading them takes five times a plain parse."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._tables: dict[int, Span] = {}
        self._wide: dict[int, list[int]] = {}
        self._nodes: Node = toml.nodes(text)

    def value(self, route: Route) -> Span:
        """Find the value at `route`, or the innermost table or array around it that is there."""
        return self._at(route, "value")

    def key(self, route: Route) -> Span:
        """Find the last key of `route`; for an array's element, the element itself."""
        return self._at(route, "key")

    def _at(self, route: Route, part: str) -> Span:
        """Follow `route` as far as it goes, and give the place of the last node."""
        last, inside = None, self._nodes
        for step in route:
            node = _child(inside, step)
            if node is None:
                break
            last = node, step
            inside = node["value"] if _is_placed(node) else node
        if last is None:
            return START
        return self._span(last[0], part) if _is_placed(last[0]) else self._table(*last)

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
        text = self._lines[line - 1]
        if text.isascii():
            return min(column, len(text) + 1)
        if line not in self._wide:  # once a line, which may have a thousand values
            self._wide[line] = list(accumulate(map(len, map(str.encode, text))))
        return bisect_right(self._wide[line], column - 1) + 1

    def _table(self, node: Node, key: str | int) -> Span:
        """Find a `[table]`, which has no position of its own: the header above its first key, else that key."""
        if id(node) not in self._tables:
            self._tables[id(node)] = self._above(node) or self._headers.get(str(key), START)
        return self._tables[id(node)]

    def _above(self, node: Node) -> Span | None:
        """Find the header above the first key of a table, else that key; None when the table is empty."""
        first = min((self._span(each, "key") for each in _placed(node)), key=lambda span: span.line, default=None)
        for number in range(first.line - 1 if first else 0, 0, -1):
            line = self._lines[number - 1]
            if header := _HEADER.match(line):
                return _group(header, number)
            if not _BLANK.fullmatch(line):
                break
        return first

    @once
    def _headers(self) -> Mapping[str, Span]:
        """Where the header of each table is, by its text: an empty table has nothing else."""
        found: dict[str, Span] = {}
        for number, line in enumerate(self._lines, start=1):
            if header := _NAMED_HEADER.match(line):
                found.setdefault(header["key"].strip("\"' \t"), _group(header, number))
        return found


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
