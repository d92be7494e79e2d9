"""The keys of a record, each described once in `data/fields.py`: what it means, and how every part treats it.

The model has their types (`model.py`); a test holds the two together. Light: questions need no model.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from coopdb.data.fields import TABLES

# The table of the star whose rows a table of the record fills, where it is called otherwise.
_STAR_TABLES: Mapping[str, str] = MappingProxyType(
    {"": "meetings", "venue": "meetings", "participants": "people", "commitments.updates": "commitment_updates"}
)


class RecordField(NamedTuple):
    """A key of a table of the record, "" for the top.

    `kind` is what its value is: `text`, `name` (counted as it looks), `number`, `person`, `date`, `signed`, `flag`,
    `address`, `record`, `country`, `organization`, `party`, `topic`, `table`, or the name of a list in `values.py`.
    `example` is a value as TOML.
    One that `is_fact` is told among the facts of `show`; `option` is what `add --help` says. `since` is the version of
    the star that brought its column: older exports lack it.
    """

    table: str
    key: str
    help: str
    kind: str = "text"
    is_list: bool = False
    place: str = ""
    about: str = ""
    since: int = 1
    is_fact: bool = False
    option: str = ""
    example: str = ""

    @property
    def star_table(self) -> str:
        """The table of the star whose rows the table of the record fills."""
        return _STAR_TABLES.get(self.table, self.table)

    @property
    def column(self) -> str:
        """Its column in that table; "" where its values stand in another, or it has none."""
        return "" if self.kind == "table" or "." in self.place else self.place or self.key


@cache
def record_fields() -> Mapping[str, tuple[RecordField, ...]]:
    """Read the keys of each table of a record, in their order."""
    return MappingProxyType({name: tuple(_fields(name, rows)) for name, rows in TABLES.items()})


def _fields(table: str, rows: Mapping[str, Mapping[str, Any]]) -> Iterator[RecordField]:
    for key, row in rows.items():
        given = {_NAMES.get(name, name): value for name, value in row.items()}
        yield RecordField(table, key, **given)


_NAMES: Mapping[str, str] = MappingProxyType({"is": "kind", "list": "is_list", "column": "place", "fact": "is_fact"})


def columns_of(table: str) -> tuple[RecordField, ...]:
    """Return the keys of a table of the record that fill a column of its row in the star."""
    return tuple(each for each in record_fields()[table] if each.column)


def routes_of(*kinds: str) -> Iterator[tuple[str, ...]]:
    """Yield the places of the values of some kinds, "*" for every element: `("sources", "*", "url")`."""
    for table, fields in record_fields().items():
        parts = table.split(".") if table else []
        start = (table,) if table == "venue" else tuple(step for part in parts for step in (part, "*"))
        for each in fields:
            if each.kind in kinds:
                yield (*start, each.key, "*") if each.is_list else (*start, each.key)
