"""What differs in meaning between two versions of a meeting: layout, order and ways of writing say nothing.

What stands in lists is matched by what names it (a topic by its slug, a person by the name), never by its position.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from coopdb.invisible import without_misplaced
from coopdb.record.dates import PartialDate
from coopdb.record.fields import RecordField, record_fields
from coopdb.record.model import Meeting, Participant, RecordTable

Plain = str | int | bool | None
Named = Callable[[str], str]  # what a person, a record or a topic is called now


class ValueChange(NamedTuple):
    """What differs at a route, by keys: `("topics", "cloud", "stage")`; a whole element is None where it is not.

    `of` is the element that the route leads to or through, as it is now, or as it was when it is gone.
    """

    route: tuple[str, ...]
    was: Any = None
    now: Any = None
    of: RecordTable | None = None


class NamesNow(NamedTuple):
    """How both versions call what they name: people by one spelling, records and topics by their keys of now."""

    person: Named
    record: Named
    topic: Named


def compare(was: Meeting, now: Meeting, names: NamesNow) -> Iterator[ValueChange]:
    """Yield what differs, in the order of the record's keys."""
    for field in record_fields()[""]:
        before, after = getattr(was, field.key), getattr(now, field.key)
        if field.key == "participants":
            yield from _participants(before, after, names)
        elif field.kind != "table":
            yield from _values(field, before, after, (field.key,), names)
        elif field.is_list:
            yield from _elements(field.key, before, after, (field.key,), names)
        else:
            yield from _fields(field.key, before, after, (field.key,), names)


def _participants(was: Sequence[Participant], now: Sequence[Participant], names: NamesNow) -> Iterator[ValueChange]:
    """Compare the parties, then those who stood for them; a party without a person is only a party."""
    before, after = ({each.party: each for each in reversed(side)} for side in (was, now))
    gone, come = [each for each in before if each not in after], [each for each in after if each not in before]
    yield from (ValueChange(("parties", party), was=party, of=before[party]) for party in reversed(gone))
    yield from (ValueChange(("parties", party), now=party, of=after[party]) for party in reversed(come))
    named, unnamed = (
        [[each for each in side if bool(each.name) is has] for side in (was, now)] for has in (True, False)
    )
    yield from _elements("participants", named[0], named[1], ("participants",), names)
    for one, other, name in matched("unnamed", unnamed[0], unnamed[1], names):
        if one and other:
            yield from _fields("participants", one, other, ("participants", name), names)


def _elements(
    table: str, was: Sequence[Any], now: Sequence[Any], route: tuple[str, ...], names: NamesNow
) -> Iterator[ValueChange]:
    """Compare two lists of elements: those that are gone, those that are new, and what differs in the others."""
    for one, other, name in matched(table, was, now, names):
        place = (*route, name)
        if one is None or other is None:
            yield ValueChange(place, one, other, other or one)
        else:
            yield from _fields(table, one, other, place, names)


def _fields(
    table: str, was: RecordTable, now: RecordTable, route: tuple[str, ...], names: NamesNow
) -> Iterator[ValueChange]:
    for field in record_fields()[table]:
        before, after = getattr(was, field.key), getattr(now, field.key)
        if field.kind == "table":
            yield from _elements(f"{table}.{field.key}", before, after, (*route, field.key), names)
        else:
            for change in _values(field, before, after, (*route, field.key), names):
                yield change._replace(of=now)


def _values(field: RecordField, was: Any, now: Any, route: tuple[str, ...], names: NamesNow) -> Iterator[ValueChange]:
    if field.is_list:
        before, after = (tuple(dict.fromkeys(_plain(field, each, names) for each in side)) for side in (was, now))
        yield from (ValueChange((*route, str(each)), was=each) for each in before if each not in after)
        yield from (ValueChange((*route, str(each)), now=each) for each in after if each not in before)
        return
    one, other = (_plain(field, each, names) for each in (was, now))
    if one != other:
        yield ValueChange(route, one, other)


def _plain(field: RecordField, value: Any, names: NamesNow) -> Plain:
    """Return a value as it is compared: without differences of spaces, of spellings of a person, of former keys."""
    if isinstance(value, PartialDate):
        return value.text
    if not isinstance(value, str):
        return value  # type: ignore[no-any-return]  # a number, a flag or nothing
    if field.kind == "person":
        return names.person(value)
    if field.kind == "topic":
        return names.topic(value)
    if field.kind in ("record", "part"):  # `ID`, or `ID#key`
        record, mark, part = value.partition("#")
        return f"{names.record(record)}{mark}{part}"
    return " ".join(without_misplaced(value).split())


# What names an element of each list, the best first: two elements that share it are the same one.
_Name = Callable[[Any, NamesNow], Any]
_NAMES: Mapping[str, tuple[_Name, ...]] = {
    "participants": (
        lambda each, names: (names.person(each.name), each.party),
        lambda each, names: names.person(each.name),
    ),
    "unnamed": (lambda each, _: each.party,),
    "topics": (lambda each, names: names.topic(each.topic),),
    "documents": (
        lambda each, _: each.key,
        lambda each, _: each.title,
        lambda each, _: each.url,
        lambda each, _: each.signed and (each.kind, str(each.signed)),
        lambda each, _: each.kind,
    ),
    "commitments": (
        lambda each, _: each.key,
        lambda each, _: " ".join(each.text.split()),
        lambda each, _: each.owner and each.due and (each.owner, each.due.text),
    ),
    "commitments.updates": (
        lambda each, _: (each.date.text, each.status, each.record, each.url),
        lambda each, _: (each.date.text, each.status),
        lambda each, _: each.date.text,
    ),
    "sources": (
        lambda each, _: each.url,
        lambda each, _: each.title,
        lambda each, _: (each.publisher, each.published and each.published.text),
    ),
    "waivers": (lambda each, _: (each.code, each.reason), lambda each, _: each.code),
}


def matched(table: str, was: Iterable[Any], now: Iterable[Any], names: NamesNow) -> Iterator[tuple[Any, Any, str]]:
    """Yield the elements of two lists in pairs, each with its name; None beside one that only one list has."""
    before, after = dict(enumerate(was)), dict(enumerate(now))
    partners: dict[int, int] = {}  # what was, by what is now
    for identity in _NAMES[table]:
        free: dict[Any, list[int]] = {}
        for place in sorted(before.keys() - set(partners.values())):
            free.setdefault(identity(before[place], names), []).append(place)
        for place in [place for place in after if place not in partners]:
            name = identity(after[place], names)
            if name and (found := free.get(name)):
                partners[place] = found.pop(0)
    gone = before.keys() - set(partners.values())
    yield from ((before[place], None, _name(table, before[place], names)) for place in sorted(gone))
    for place, each in after.items():
        yield before[partners[place]] if place in partners else None, each, _name(table, each, names)


def _name(table: str, element: Any, names: NamesNow) -> str:
    """Return the first of what names an element, for the route that leads to it."""
    found = next(filter(None, (identity(element, names) for identity in _NAMES[table])))
    return str(found[0] if isinstance(found, tuple) else found)
