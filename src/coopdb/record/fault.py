"""What keeps a file from being a record, as data: the rule it breaks, where, and the value that does."""

from dataclasses import dataclass
from typing import Literal

from coopdb.record.span import Span

# Keys and array indices from the top of the document to a value: ("participants", 0, "country").
Route = tuple[str | int, ...]

FaultKind = Literal[
    "unreadable-file",
    "bad-encoding",
    "too-large",
    "bad-syntax",
    "misnamed",
    "missing-key",
    "unknown-key",
    "wrong-type",
    "unknown-value",
    "bad-date",
    "unknown-country",
    "unknown-organization",
    "unknown-topic",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a file. `expected` lists what could stand there; `detail` is the reader's own explanation.

    A fault of the text itself, which then has no routes, may have a `span`; all others have a route.
    """

    kind: FaultKind
    route: Route = ()
    value: object = None
    expected: tuple[str, ...] = ()
    detail: str = ""
    span: Span | None = None

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes that cannot be relied on: that of the value, or of each key that could be the missing one."""
        if self.kind != "missing-key":
            return (self.route,)
        return tuple((*self.route, key) for key in str(self.value).split("` or `"))
