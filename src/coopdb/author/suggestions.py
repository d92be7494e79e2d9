"""What a question completes with Tab, and what it puts in brackets: of earlier records, and of cities."""

from collections.abc import Callable, Iterable
from typing import Any

from coopdb.author.answer_context import AnswerContext, party_of
from coopdb.author.cities import countries_of
from coopdb.author.question import Element
from coopdb.record.model import Meeting


def country_of_city(setting: AnswerContext, _: Element) -> str | None:
    """Propose the country of the city, where only one has such a city."""
    found = countries_of(str(setting.values.get("venue", {}).get("city", "")), setting.records)
    return found[0] if len(found) == 1 else None


def used(get: Callable[[Meeting], Iterable[str | None]]) -> Callable[[AnswerContext], Iterable[str]]:
    """Make the candidates that records have already."""
    return lambda setting: sorted({each for entry in setting.records.sound for each in get(entry.meeting) if each})


def parties(setting: AnswerContext) -> Iterable[str]:
    """Return the codes and names of all that may be a party."""
    words = setting.records.vocabularies
    entries = [*words.countries.entries.values(), *words.organizations.entries.values()]
    return (name for entry in entries for name in (entry.key, entry.label))


def own_parties(setting: AnswerContext) -> Iterable[str]:
    """Return the codes and names of the parties of the meeting."""
    parties = setting.values.get("participants", ())
    return dict.fromkeys(name for each in parties for name in (party_of(each), setting.label(each)))


def of_last(key: str) -> Callable[[AnswerContext, Element], Any]:
    """Propose what the last meeting of the same parties had."""

    def propose(setting: AnswerContext, _: Element) -> Any:
        last = setting.last()
        return getattr(last.meeting, key) if last else None

    return propose


def of_last_person(key: str) -> Callable[[AnswerContext, Element], Any]:
    """Propose who stood for a party at its last meeting, and what that person was: never of somebody else."""

    def propose(setting: AnswerContext, element: Element) -> Any:
        last, ours = setting.last(), [each for each in setting.values["participants"] if _is_same(each, element)]
        theirs = [each for each in last.meeting.participants if each.party == party_of(element)] if last else []
        place = next((n for n, each in enumerate(ours) if each is element), 0)
        if key == "name":
            return theirs[place].name if place < len(theirs) else None
        same = [each for each in theirs if each.name and each.name == element.get("name")]
        return getattr(same[0], key) if same else None

    return propose


def _is_same(one: Element, other: Element) -> bool:
    return party_of(one) == party_of(other)
