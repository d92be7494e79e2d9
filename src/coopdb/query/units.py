"""What a cell counts: distinct meetings, or documents, commitments, sources or people of those meetings."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coopdb.query.rows import PARTIES, PEOPLE, having
from coopdb.query.selection import Selection, has_any
from coopdb.query.sql import Sql, every, joined


class Unit(NamedTuple):
    """Something to count: the rows of a table of the star, each an `item`, which is of several rows where it `recurs`.

    `own` are the tables whose values are the unit's own, not those that all of a meeting shares. `topics` has the
    topics of each item, where it has its own.
    """

    name: str
    noun: str
    table: str
    item: str
    own: tuple[str, ...] = ()
    topics: str = ""
    recurs: bool = False

    def items(self, selection: Selection, columns: Mapping[str, str]) -> Sql:
        """Return the query of what is to be counted, as (meeting, item) and the `columns`, by what they are called.

        Filters on the unit's own values choose units, the others meetings.
        """
        listed = ["meeting", f"{self.item} AS item", *(f"{column} AS {name}" for name, column in columns.items())]
        select = Sql(f"SELECT {', '.join(listed)} FROM {self.table} WHERE ")  # noqa: S608  # our own names
        is_hub = self.name == "meetings"
        return select + (self.meetings(selection) if is_hub else every(self._conditions(selection)))

    def meetings(self, selection: Selection) -> Sql:
        """Return the condition on the meetings whose units are counted."""
        return selection.of_meetings(without=self.own)

    def _conditions(self, selection: Selection) -> Iterator[Sql]:
        yield Sql(f"{self.item} IS NOT NULL")
        yield from (choice.sql for table in self.own if table != "topics" for choice in selection.choices(table))
        for condition in selection.conditions:
            own = [choice for choice in condition.places if choice.place.table in self.own]
            shared = [choice for choice in condition.places if choice.place.table not in self.own]
            if own:  # one country, or a group: a unit of that country, or any unit of a meeting with the group
                of_meeting = Sql("meeting IN (SELECT meeting FROM meetings WHERE ") + has_any(shared) + ")"  # noqa: S608  # our own names
                yield Sql("(") + joined(" OR ", (*(choice.sql for choice in own), of_meeting)) + ")"
        if self.topics:
            yield from having(selection.choices("topics"), self.item, self.topics, "item")
        yield Sql("meeting IN (SELECT meeting FROM meetings WHERE ") + self.meetings(selection) + ")"  # noqa: S608  # our own names


_ALL = (
    Unit("meetings", "meeting", "meetings", "meeting"),
    Unit("documents", "document", "documents", "document", ("documents", "topics"), "topics_of_documents"),
    Unit("commitments", "commitment", "commitments", "commitment", ("commitments", "topics"), "topics_of_commitments"),
    Unit("sources", "source", "sources", "source", ("sources",)),
    Unit("people", "person", PEOPLE, "name", (PEOPLE, PARTIES), recurs=True),
)

UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _ALL})
