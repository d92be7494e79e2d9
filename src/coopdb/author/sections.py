"""The tables of a record's text: the statements of each, and where it ends, so that others can be put behind it."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from coopdb.record.fault import Route
from coopdb.record.layout import is_commented_out
from coopdb.record.statements import Statement, key_name, key_names, statements


class Section(NamedTuple):
    """A table with a header, or the keys at the top: its route, and its statements with the comments behind them."""

    route: Route
    statements: tuple[Statement, ...]

    @property
    def pairs(self) -> list[Statement]:
        """The keys with their values."""
        return [each for each in self.statements if each.kind == "pair"]


def sections(text: str) -> list[Section]:
    """Take a text apart into its tables, in order; the first is the top."""
    found: list[tuple[Route, list[Statement]]] = [((), [])]
    numbers: dict[Route, int] = {}
    for each in statements(text):
        if each.kind == "header":
            found.append((_route(text, each, numbers), []))
        found[-1][1].append(each)
    return [Section(route, tuple(its)) for route, its in found]


def _route(text: str, header: Statement, numbers: dict[Route, int]) -> Route:
    """Return the route of a header: in an array of tables the last one so far."""
    route: Route = ()
    *outer, last = key_names(text, header)
    for name in outer:
        route = (*route, name)
        route = (*route, numbers[route]) if route in numbers else route
    route = (*route, last)
    if text.startswith("[[", header.start):
        numbers[route] = numbers.get(route, -1) + 1
        return (*route, numbers[route])
    return route


def section_at(text: str, route: Route) -> Section | None:
    """Find the table of a route that has a header; the top has none, and is always there."""
    return next((each for each in sections(text) if each.route == route), None)


def pairs_at(text: str, route: Route) -> list[Statement]:
    """Find the pairs that say what stands at a route: the one of a key, or all of a table written as `venue.city`."""
    return [pair for full, pair in _pairs(text) if full[: len(route)] == route]


def dotted_pairs(text: str, route: Route) -> list[Statement]:
    """Find the pairs that say what a table has, outside it: `venue.city`."""
    return [pair for full, pair in _pairs(text) if full[: len(route)] == route and full != route]


def _pairs(text: str) -> Iterator[tuple[Route, Statement]]:
    for section in sections(text):
        for pair in section.pairs:
            yield (*section.route, *key_names(text, pair)), pair


def key_of(pair: Statement) -> str:
    """Return the key of a pair, without its quotes."""
    return key_name(pair.key)


def newline(text: str) -> str:
    """Return how the lines of a text end."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def end_of(text: str, section: Section) -> int:
    """Return where the lines of a table end: after what is commented out in it, before comments on what follows."""
    tail = list(_tail(section))
    if section != sections(text)[-1]:  # comments directly above the next header are of that
        next_ones = takewhile(lambda each: each.kind == "comment" and not is_commented_out(each.comment), tail[::-1])
        tail = tail[: len(tail) - len(list(next_ones))]
    else:
        tail = tail[: max((n for n, each in enumerate(tail, 1) if is_commented_out(each.comment)), default=0)]
    kept = [each for each in tail if each.kind == "comment"]
    body = [each for each in section.statements if each.kind in ("pair", "header")]
    return max((each.line_end + 1 for each in (*body, *kept)), default=0)


def _tail(section: Section) -> Iterator[Statement]:
    """Yield what comes behind the last pair of a table."""
    last = max(
        (number for number, each in enumerate(section.statements) if each.kind in ("pair", "header")), default=-1
    )
    yield from section.statements[last + 1 :]
