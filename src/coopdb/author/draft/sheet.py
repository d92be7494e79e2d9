"""A draft being written: values are put at routes, each with the words that it rests on."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from coopdb.author.draft.evidence import Doubt, Evidence
from coopdb.author.draft.text.text import Article
from coopdb.record.dates import whole_day
from coopdb.record.fault import Route


@dataclass
class Sheet:
    """The record of a draft as far as it has been written, with its evidence and its doubts."""

    article: Article
    record: dict[str, Any] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def has_meeting(self) -> bool:
        """Tell that nothing speaks against it that the text tells of a meeting of two."""
        return all(each.route for each in self.doubts)

    def put(self, route: Route, value: object, start: int, end: int, rule: str) -> None:
        """Put a value at a route, with its place in the plain text."""
        self.put_given(route, value, *self.article.given_at(start, end), rule)

    def put_given(self, route: Route, value: object, start: int, end: int, rule: str) -> None:
        """Put a value at a route, with its place in the given text."""
        inside: Any = self.record
        for step, following in pairwise(route):
            if isinstance(step, int):
                while len(inside) <= step:
                    inside.append({})
                inside = inside[step]
            else:
                inside = inside.setdefault(step, [] if isinstance(following, int) else {})
        inside[route[-1]] = value
        shown = value.isoformat() if isinstance(value, date) else value
        self.evidence.append(Evidence(route, shown, self.article.given[start:end], start, end, rule))

    def doubt(self, route: Route, message: str, candidates: tuple[str, ...] = ()) -> None:
        """Note what is doubtful, and what it may be."""
        self.doubts.append(Doubt(route, message, candidates))


def day_or_part(text: str) -> object:
    """Return a whole day as a date, a month or a year as text."""
    return whole_day(text) or text
