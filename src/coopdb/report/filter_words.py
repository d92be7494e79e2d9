"""The filters of a report as its language says them."""

from collections.abc import Iterator

from coopdb.query.selection import Selection
from coopdb.report.value_names import value_name
from coopdb.report.wording import Wording


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
                yield wording.dated(f"filter.{each.name}", str(value))


def _excluded(values: list[str], wording: Wording) -> Iterator[str]:
    for each in values:
        name, _, value = each.partition("=")
        yield _said(name, [value], wording)


def _said(name: str, values: list[str], wording: Wording) -> str:
    named = (value_name(name, each, wording) for each in values)
    return wording.say(f"filter.{name}", value=wording.say("filter.or").join(named))
