"""The dimensions that meetings can be counted along: one row of a table each."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from coopdb.errors import usage_error
from coopdb.query import periods
from coopdb.record import values
from coopdb.store.facets import facet_table
from coopdb.text import did_you_mean, visible
from coopdb.vocabulary.vocabularies import Vocabularies

NONE = "(none)"  # the key and the label of meetings without a value

Label = Callable[[str, Vocabularies], str]
# From the keys that occur to the keys to show, in their own order; None: the largest first.
Order = Callable[[Iterable[str]], list[str]]


def _same(key: str, _: Vocabularies) -> str:
    return key


def _country(key: str, words: Vocabularies) -> str:
    return words.countries.label(key)


def _pair(key: str, words: Vocabularies) -> str:
    return " – ".join(words.countries.label(country) for country in key.split("-"))


def _topic(key: str, words: Vocabularies) -> str:
    return words.topics.label(key)


def _topic_short(key: str, words: Vocabularies) -> str:
    return words.topics.short(key)


def _organization(key: str, words: Vocabularies) -> str:
    return words.organizations.label(key)


def _group(key: str, words: Vocabularies) -> str:
    return words.groups.label(key)


def _ladder(scale: object) -> Order:
    """Make the order of a fixed list of values: as the list has them."""
    steps = get_args(scale)
    return lambda keys: sorted(keys, key=steps.index)


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
    def facet(self) -> str:
        """The table of (meeting, value), any number of them for a meeting."""
        return facet_table(self.name)


_GROUPS = (
    "Countries count for the groups they belonged to on the day of the meeting, the first possible day where it is "
    "known only roughly."
)
_ALL = (
    Dimension("country", "country", "countries", _country, _country, is_coded=True),
    Dimension("pair", "pair", "pairs", _pair, _pair, is_coded=True),
    Dimension("group", "group", "groups", _group, is_coded=True, note=_GROUPS),
    Dimension(
        "organization",
        "organization",
        "organizations",
        _organization,
        _organization,
    ),
    Dimension("topic", "topic", "topics", _topic, _topic_short),
    Dimension("topic-area", "topic area", "topic areas", _topic, _topic_short),
    Dimension("stage", "stage", "stages", order=_ladder(values.Stage)),
    Dimension("year", "year", "years", order=periods.years),
    Dimension("half", "half-year", "half-years", order=periods.halves),
    Dimension("quarter", "quarter", "quarters", order=periods.quarters),
    Dimension("month", "month", "months", order=periods.months),
    Dimension("status", "status", "statuses", order=_ladder(values.Status)),
    Dimension("kind", "kind", "kinds"),
    Dimension("level", "level", "levels", order=_ladder(values.Level)),
    Dimension("mode", "mode", "modes"),
    Dimension("host", "host country", "host countries", _country, _country, is_coded=True),
    Dimension("city", "city", "cities"),
    Dimension("host-event", "host event", "host events"),
    Dimension("person", "person", "people"),
    Dimension("institution", "institution", "institutions"),
    Dimension("source-kind", "kind of source", "kinds of source"),
    Dimension("publisher", "publisher", "publishers"),
    Dimension("document-kind", "kind of document", "kinds of document"),
)

DIMENSIONS: Mapping[str, Dimension] = MappingProxyType({dimension.name: dimension for dimension in _ALL})


def find_dimension(name: str) -> Dimension:
    """Find a dimension by its name; another name is a usage error."""
    if name in DIMENSIONS:
        return DIMENSIONS[name]
    hint = did_you_mean(name, DIMENSIONS) or f"one of {', '.join(f'`{each}`' for each in DIMENSIONS)}"
    raise usage_error(f"unknown dimension `{visible(name)}`", hint)
