"""The filters of a report as its language says them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from coopdb.query.selection import Selection
from coopdb.report.wording import Wording

# How the values of a filter are named; other values are as they are.
_NAMES: Mapping[str, Callable[[Wording, str], str]] = MappingProxyType(
    {
        "country": Wording.party,
        "organization": Wording.party,
        "host": Wording.party,
        "owner": Wording.party,
        "pair": Wording.pair,
        "group": Wording.group,
        "topic": Wording.topic,
        "topic-area": Wording.topic,
    }
)


def filter_words(selection: Selection, wording: Wording) -> Iterator[str]:
    """Yield what is filtered by, each filter as a few words."""
    for each in selection.conditions:
        match each.value:
            case bool(value):
                yield wording.say("filter.drafts-included" if value else "filter.no-drafts")
            case list(values) if each.name == "exclude":
                yield wording.say("filter.not", filter=wording.listed(_excluded(values, wording)))
            case list(values):
                yield _said(each.name, values, wording)
            case value:
                yield wording.say(f"filter.{each.name}", day=wording.day(str(value)))


def _excluded(values: list[str], wording: Wording) -> Iterator[str]:
    for each in values:
        name, _, value = each.partition("=")
        yield _said(name, [value], wording)


def _as_it_is(_: Wording, value: str) -> str:
    return value


def _said(name: str, values: list[str], wording: Wording) -> str:
    named = _NAMES.get(name, _as_it_is)
    return wording.say(f"filter.{name}", value=wording.say("filter.or").join(named(wording, each) for each in values))
