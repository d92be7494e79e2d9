"""The dimensions that meetings can be counted along: a row each of the table in `data/dimensions.json`."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from coopdb.errors import usage_error
from coopdb.query import periods
from coopdb.query.hit import Place, place_of
from coopdb.record import values
from coopdb.store.star.facets import facet_table
from coopdb.text import one_of, visible
from coopdb.vocabulary.tables import read_table

if TYPE_CHECKING:
    from coopdb.vocabulary.vocabularies import Vocabularies

Label = Callable[[str, "Vocabularies"], str]
# From the keys that occur to the keys to show, in their own order; None: the largest first.
Order = Callable[[Iterable[str]], list[str]]


def _same(key: str, _: "Vocabularies") -> str:
    return key


def _country(key: str, words: "Vocabularies") -> str:
    return words.countries.label(key)


def _pair(key: str, words: "Vocabularies") -> str:
    return " – ".join(words.countries.label(country) for country in key.split("-"))


def _topic(key: str, words: "Vocabularies") -> str:
    return words.topics.label(key)


def _topic_short(key: str, words: "Vocabularies") -> str:
    return words.topics.short(key)


def _organization(key: str, words: "Vocabularies") -> str:
    return words.organizations.label(key)


def _party(key: str, words: "Vocabularies") -> str:
    return words.countries.label(key) if key in words.countries.entries else words.organizations.label(key)


def _group(key: str, words: "Vocabularies") -> str:
    return words.groups.label(key)


def _ladder(scale: object) -> Order:
    """Make the order of a fixed list of values: as the list has them."""
    steps = get_args(scale)
    return lambda keys: sorted(keys, key=steps.index)


# The words for keys, and those for the headers of narrow columns.
_LABELS: Mapping[str, tuple[Label, Label]] = MappingProxyType(
    {
        "": (_same, _same),
        "country": (_country, _country),
        "pair": (_pair, _pair),
        "group": (_group, _same),
        "organization": (_organization, _organization),
        "topic": (_topic, _topic_short),
        "party": (_party, _party),
    }
)
_ORDERS: Mapping[str, Order | None] = MappingProxyType(
    {
        "": None,
        "decades": periods.decades,
        "years": periods.years,
        "halves": periods.halves,
        "quarters": periods.quarters,
        "months": periods.months,
        "Stage": _ladder(values.Stage),
        "Status": _ladder(values.Status),
        "Level": _ladder(values.Level),
        "ToldBy": _ladder(values.ToldBy),
        "DocumentState": _ladder(values.DocumentState),
        "CommitmentStatus": _ladder(values.CommitmentStatus),
    }
)


class Dimension(NamedTuple):
    """Something that meetings have: a facet of the star.

    `noun` and `plural` name its values. `short` words a key for the header of a narrow column. A coded dimension shows
    its keys beside their labels. `note` is said below a table of it.
    """

    name: str
    noun: str
    plural: str
    label: Label = _same
    short: Label = _same
    order: Order | None = None
    is_coded: bool = False
    note: str = ""

    @property
    def place(self) -> Place:
        """The place of the values in the star."""
        return place_of(self.name)

    @property
    def facet(self) -> str:
        """The table of (meeting, value), any number of them for a meeting."""
        return facet_table(self.name)

    @property
    def is_period(self) -> bool:
        """Tell whether its values are periods, such as years."""
        return self.order in periods.ORDERS


def _dimension(name: str, row: Mapping[str, Any]) -> Dimension:
    """Make a dimension of its row in `data/dimensions.json`."""
    label, short = _LABELS[row.get("labels", "")]
    order = _ORDERS[row.get("order", "")]
    is_coded, note = row.get("is_coded", False), row.get("note", "")
    return Dimension(name, row["noun"], row["plural"], label, short, order, is_coded, note)


DIMENSIONS: Mapping[str, Dimension] = MappingProxyType(
    {name: _dimension(name, row) for name, row in read_table("dimensions")["dimensions"].items()}
)


def find_dimension(name: str) -> Dimension:
    """Find a dimension by its name; another name is a usage error."""
    if name in DIMENSIONS:
        return DIMENSIONS[name]
    raise usage_error(f"unknown dimension `{visible(name)}`", one_of(name, DIMENSIONS))
