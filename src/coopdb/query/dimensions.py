"""The dimensions that meetings can be counted along: one row of a table each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from coopdb.errors import usage_error
from coopdb.query import periods
from coopdb.record import values
from coopdb.text import did_you_mean, visible
from coopdb.vocabulary import countries, organizations, topics

NONE = "(none)"

Label = Callable[[str], str]
# From the keys that occur to the keys to show, in their own order; None: the largest first.
Order = Callable[[Iterable[str]], list[str]]


def _same(key: str) -> str:
    return key


def _country(key: str) -> str:
    return countries().label(key)


def _pair(key: str) -> str:
    return " – ".join(map(_country, key.split("-")))


def _ladder(scale: object) -> Order:
    """Make the order of a fixed list of values: as the list has them."""
    steps = get_args(scale)
    return lambda keys: sorted(keys, key=steps.index)


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something that meetings have: `sql` yields (meeting, value), any number of them for a meeting.

    `short` words a key for the header of a narrow column. A coded dimension shows its keys beside their labels.
    """

    name: str
    plural: str
    sql: str
    label: Label = _same
    short: Label = _same
    order: Order | None = None
    is_coded: bool = False


def _from(table: str, column: str) -> str:
    return f"SELECT meeting, {column} AS value FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608  # our own names


def _topic_short(key: str) -> str:
    return topics().short(key)


_ALL = (
    Dimension("country", "countries", _from("parties", "country"), _country, _country, is_coded=True),
    Dimension("pair", "pairs", _from("pairs", "pair"), _pair, _pair, is_coded=True),
    Dimension(
        "organization",
        "organizations",
        _from("parties", "organization"),
        lambda key: organizations().label(key),
        lambda key: organizations().label(key),
    ),
    Dimension("topic", "topics", _from("topics", "topic"), lambda key: topics().label(key), _topic_short),
    Dimension("topic-area", "topic areas", _from("topics", "area"), lambda key: topics().label(key), _topic_short),
    Dimension("stage", "stages", _from("topics", "stage"), order=_ladder(values.Stage)),
    Dimension("year", "years", _from("meetings", "year"), order=periods.years),
    Dimension("half", "half-years", _from("meetings", "half"), order=periods.halves),
    Dimension("quarter", "quarters", _from("meetings", "quarter"), order=periods.quarters),
    Dimension("month", "months", _from("meetings", "month"), order=periods.months),
    Dimension("status", "statuses", _from("meetings", "status"), order=_ladder(values.Status)),
    Dimension("kind", "kinds", _from("meetings", "kind")),
    Dimension("level", "levels", _from("meetings", "level"), order=_ladder(values.Level)),
    Dimension("mode", "modes", _from("meetings", "mode")),
    Dimension("host", "host countries", _from("meetings", "host"), _country, _country, is_coded=True),
    Dimension("city", "cities", _from("meetings", "city")),
    Dimension("host-event", "host events", _from("meetings", "host_event")),
    Dimension("person", "people", _from("people", "name")),
    Dimension("institution", "institutions", _from("people", "institution")),
    Dimension("source-kind", "kinds of source", _from("sources", "kind")),
    Dimension("publisher", "publishers", _from("sources", "publisher")),
    Dimension("document-kind", "kinds of document", _from("documents", "kind")),
)

DIMENSIONS: Mapping[str, Dimension] = MappingProxyType({dimension.name: dimension for dimension in _ALL})


def find_dimension(name: str) -> Dimension:
    """Find a dimension by its name; another name is a usage error."""
    if name in DIMENSIONS:
        return DIMENSIONS[name]
    hint = did_you_mean(name, DIMENSIONS) or f"one of {', '.join(f'`{each}`' for each in DIMENSIONS)}"
    raise usage_error(f"unknown dimension `{visible(name)}`", hint)
