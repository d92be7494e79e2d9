"""Changes what options say of a record, in place: values are put, elements found by what they are, or added."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from coopdb.author.amending import Amended, find
from coopdb.author.answer_context import AnswerContext
from coopdb.author.days import day
from coopdb.author.elements import NOUNS, Elements, canonical, label
from coopdb.author.flags import record_of
from coopdb.author.moving import Rewriting, find_one, moved, remembered, rewriting
from coopdb.author.removing import removed
from coopdb.errors import usage_error
from coopdb.record.fault import Route
from coopdb.record.identity import MOVABLE
from coopdb.record.naming import Naming
from coopdb.record.reading import read
from coopdb.store.files.records import RecordFile, RecordFiles

_Done = tuple[Amended, list[str]]
_LONGEST = 60  # characters of a value in the line that says what changed
_VENUE = {"venue": "name", "city": "city", "venue_country": "country"}


def edit(records: RecordFiles, text: str, given: Mapping[str, Any], without: Iterable[str], today: date) -> Rewriting:
    """Change a record as options say; `without` are what is taken out: `topic=cloud`."""
    entry = find_one(records, text)
    amended = Amended.of(entry.reading.text)
    values = _understood(records, given, amended, today)
    naming = Naming.of(records.vocabularies, {**amended.data, **values})
    amended, said = removed(amended, without, naming)
    if "date" in values:
        amended, more = moved(amended, entry.meeting, given["date"])
        said += more
    for key in (key for key in NOUNS if key in values):
        for each in values[key]:
            amended, more = _with_element(amended, key, canonical(each, naming), naming)
            said += more
    for route, value in _plain(values, given):
        amended, more = _with_value(amended, route, value)
        said += more
    links = [
        (key, each) for key, value in values.items() if key not in NOUNS and isinstance(value, list) for each in value
    ]
    for key, target in links:
        if target not in amended.data.get(key, ()):
            amended, said = amended.append(key, target), [*said, f"{key} {target}"]
    if not said:
        raise usage_error(f"nothing of `{entry.id}` would change", "say what is to be another: `coopdb edit --help`")
    return rewriting(records, entry, amended.text, said, today)


def edited(records: RecordFiles, entry: RecordFile, text: str, today: date) -> Rewriting:
    """Take over a text that was edited by hand; a day that was planned is remembered as `move` does."""
    after = read(text.encode(), records.vocabularies)
    old, new = entry.meeting, after.meeting
    said = ["edited"]
    is_moved = new and not after.faults and old.status in MOVABLE and new.date.text != old.date.text
    if is_moved and new and new.previous_dates == old.previous_dates:
        text = remembered(Amended.of(text), old.date).text
        said.append(f"{old.date.text} is in previous_dates")
    return rewriting(records, entry, text, said, today)


def _understood(records: RecordFiles, given: Mapping[str, Any], amended: Amended, today: date) -> Mapping[str, Any]:
    """Return the values that options say; raise for the first that is not understood."""
    dated = {"date": day(given["date"])} if given.get("date") else {}
    said = record_of(given, AnswerContext(records, today, {**amended.data, **dated}))
    for fault in said.faults:
        raise fault.error()
    return said.values


def _plain(values: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[tuple[Route, Any]]:
    """Yield the values that are put at a key, None for one that is emptied."""
    for key, said in given.items():
        route = ("venue", _VENUE[key]) if key in _VENUE else (key,)
        if said == "":
            yield route, None
        elif key in _VENUE and said is not None:
            yield route, values["venue"][_VENUE[key]]
        elif key in values and key not in (*NOUNS, "date") and not isinstance(values[key], list):
            yield route, values[key]


def _with_value(amended: Amended, route: Route, value: Any) -> _Done:
    was, name = find(amended.data, route), ".".join(map(str, route))
    if was == value:
        return amended, []
    if value is None:
        return amended.remove(route), [f"{name} removed"]
    change = f"{name} {_short(value)}" if was is None else f"{name} {_short(was)} → {_short(value)}"
    return amended.put(route, value), [change]


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _with_element(amended: Amended, key: str, said: Mapping[str, Any], naming: Naming) -> _Done:
    """Put what is said of an element of a list into the one that is meant, or add it."""
    elements = Elements.of(amended.data, key, naming)
    found = elements.like(said)
    if not found:
        return amended.append(key, dict(said)), [f"{NOUNS[key]} {_short(label(key, said))} added"]
    is_unnamed = key in ("documents", "sources") and not said.keys() & {"title", "url"}
    if is_unnamed and len(found) > 1:
        named = ", ".join(f"`{elements.label(number)}`" for number in found)
        raise usage_error(f"the record has {len(found)} such {key}: {named}", "say which, by its title or address")
    number, told = found[0], []
    there = canonical(elements.table(number), naming)
    for name, value in said.items():
        if there.get(name) != value:
            amended = amended.put((key, number, name), value)
            was = f"{_short(there[name])} → " if name in there else ""
            told.append(f"{NOUNS[key]} {_short(elements.label(number))}: {name} {was}{_short(value)}")
    return amended, told
