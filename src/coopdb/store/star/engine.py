"""What questions are put to: tables (`tables.py`), what runs SQL over them, and the words for what stands in them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from coopdb.vocabulary.vocabularies import Vocabularies

Value = str | int | None
Row = tuple[Value, ...]


class Engine(Protocol):
    """What runs SQL over the tables of a star: SQLite over the index, or another over an export."""

    def execute(self, statement: str, parameters: tuple[Value, ...] = (), /) -> Iterable[Any]:
        """Run a statement with its parameters, one for each `?`, and return the rows."""

    def close(self) -> None:
        """Let go of the tables."""


class Star(NamedTuple):
    """The tables, and what gives the vocabularies, which have the words for their keys.

    `codes` gives the words for the numbers of a facet, where it has numbers. `day` is that as of which what
    changes is told; `base` and `temporary` come before the names of what is stored, and of views for one question
    (`day.py`). One that `is_public` has what may be published, and no more.
    """

    connection: Engine
    words: "Callable[[], Vocabularies]"
    day: str = ""
    base: str = "main."
    temporary: str = "temp."
    codes: Callable[[str], Mapping[int, str]] = lambda _: {}
    is_public: bool = False

    @property
    def vocabularies(self) -> "Vocabularies":
        """The vocabularies, which are made when they are first asked for."""
        return self.words()
