"""Lists of meetings as CSV and JSON, in the shapes that `coopdb search` has: a line for each meeting, made once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coopdb.query.search import search
from coopdb.query.selection import Selection
from coopdb.render.data import dumps
from coopdb.render.screen import Screen
from coopdb.render.tables import csv
from coopdb.site.records import SiteMeeting
from coopdb.store.star.engine import Star

_BREAK = ",\n  "


class Listing(NamedTuple):
    """The head of the CSV, and by the path of each record its line there and its object in JSON."""

    head: str
    lines: Mapping[str, tuple[str, str]]

    def csv(self, meetings: Iterable[SiteMeeting]) -> bytes:
        """Write meetings as CSV."""
        return "".join((self.head, *(self.lines[each.main["path"]][0] for each in meetings))).encode()

    def json(self, meetings: Iterable[SiteMeeting]) -> bytes:
        """Write meetings as JSON."""
        return f"[\n  {_BREAK.join(self.lines[each.main['path']][1] for each in meetings)}\n]\n".encode()


def read_listing(star: Star, selection: Selection) -> Listing:
    """List the meetings that a selection takes."""
    table = search(star, (), selection)
    objects: Sequence[Any] = table.document  # type: ignore[assignment]  # a list of them
    one = table._replace(has_header=False)
    lines = {
        str(each["path"]): (csv.render(one._replace(rows=(row,)), Screen()), dumps(each))
        for row, each in zip(table.rows, objects, strict=True)
    }
    return Listing(csv.render(table._replace(rows=()), Screen()), lines)
