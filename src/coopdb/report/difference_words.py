"""The words for what differs between two versions of a record."""

from collections.abc import Callable, Mapping
from typing import Any

from coopdb.record.comparison import ValueChange
from coopdb.record.fields import record_fields
from coopdb.record.model import Commitment, Document, Meeting, Participant, Update
from coopdb.report.value_names import key_value
from coopdb.report.wording import Wording

_LONGEST = 100  # characters of a text that are quoted
# Texts of which it is said that they changed, and not how.
_LONG = ("summary", "note", "evidence")


def heading(meeting: Meeting, wording: Wording) -> str:
    """Return what a meeting is called: its parties and its day."""
    return wording.say("diff.heading", parties=wording.parties(meeting.parties), day=wording.day(meeting.date.text))


def said_of(change: ValueChange, wording: Wording) -> str:
    """Say what differs, as a clause that a heading stands before."""
    place = change.route[0]
    if change.route == ("date",):
        return wording.dated("diff.moved", str(change.was))
    if change.route == ("draft",):
        return wording.say("diff.draft" if change.now else "diff.reviewed")
    if place in _ELEMENTS:
        return _said_of_element(change, wording)
    return _value(change, wording)


def _said_of_element(change: ValueChange, wording: Wording) -> str:
    """Say what differs in an element of a list, or that it is new or gone."""
    table, name = change.route[0], change.route[1]
    if len(change.route) == 2:  # noqa: PLR2004  # the list and the element
        end = "removed" if change.now is None else "added"
        return wording.say(f"diff.{table}.{end}", what=_ELEMENTS[table](change.of, name, wording))
    if change.route[2:3] == ("updates",):
        return _said_of_update(change, name, wording)
    if table == "topics" and change.route[2] == "stage":
        was, now = (wording.value("stage", str(each)) for each in (change.was, change.now))
        return wording.say("diff.topics.stage", what=wording.topic(name), was=was, now=now)
    what = wording.say(f"diff.{table}.of", what=_short(_subject(table, change, name, wording)))
    return wording.say("diff.of", what=what, said=_value(change, wording))


def _said_of_update(change: ValueChange, name: str, wording: Wording) -> str:
    update = change.of
    what = wording.say("diff.commitments.of", what=_short(name))
    if not isinstance(update, Update) or change.route[4:]:
        return wording.say("diff.of", what=what, said=_value(change, wording))
    state = wording.value("state", update.status) if update.status else _short(update.note or "")
    said = wording.dated("diff.update", update.date.text, state=state)
    if update.record or update.url:
        said = wording.say("diff.because", said=said, source=update.record or update.url)
    if change.now is None:
        said = wording.say("diff.update.removed", said=said)
    return wording.say("diff.of", what=what, said=said)


def _value(change: ValueChange, wording: Wording) -> str:
    """Say how the value of a key differs."""
    key, kind = _key_of(change.route)
    label = wording.say(f"field.{key}")
    end = "added" if change.was is None else "removed" if change.now is None else "changed"
    if key in _LONG:
        return wording.say(f"diff.text.{end}", label=label)
    was, now = (_word(kind, each, wording) for each in (change.was, change.now))
    return wording.say(f"diff.value.{end}", label=label, was=was, now=now)


def _key_of(route: tuple[str, ...]) -> tuple[str, str]:
    """Return the key that a route leads to, and what its values are."""
    first, *rest = route
    table, place = {"venue": (first, 1), "commitments": (first, 2)}.get(first, (first, 2) if rest[1:] else ("", 0))
    if rest[1:2] == ["updates"]:
        table, place = "commitments.updates", 4
    key = route[place]
    return key, next(field.kind for field in record_fields()[table] if field.key == key)


def _word(kind: str, value: object, wording: Wording) -> str:
    """Return the words for a value of a kind."""
    if isinstance(value, bool):
        return wording.say("diff.yes" if value else "diff.no")
    if value is None:
        return ""
    return _short(key_value(kind, value, wording))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _subject(table: str, change: ValueChange, name: str, wording: Wording) -> str:
    """Return what an element is called, of which a value differs."""
    element = change.of
    if isinstance(element, Document):
        return element.title or wording.value("document", element.kind)
    if isinstance(element, Commitment):
        return element.text
    if isinstance(element, Participant):
        return element.name or wording.party(element.party)
    return wording.topic(name) if table == "topics" else name


def _party(_: object, name: str, wording: Wording) -> str:
    return wording.party(name)


def _person(element: Any, name: str, wording: Wording) -> str:
    said = wording.say("diff.person", name=name, party=wording.party(element.party))
    return wording.say("diff.role", what=said, role=_short(element.role)) if element.role else said


def _topic(element: Any, name: str, wording: Wording) -> str:
    return wording.say("diff.role", what=wording.topic(name), role=wording.value("stage", element.stage))


def _document(element: Any, _: str, wording: Wording) -> str:
    kind = wording.value("document", element.kind)
    return wording.say("diff.titled", kind=kind, title=_short(element.title)) if element.title else kind


def _commitment(element: Any, _: str, wording: Wording) -> str:
    about = [
        *([wording.party(element.owner)] if element.owner else []),
        *([wording.dated("diff.due", element.due.text)] if element.due else []),
    ]
    said = wording.say("diff.quoted", text=_short(element.text))
    return wording.say("diff.role", what=said, role=", ".join(about)) if about else said


def _source(element: Any, name: str, _: Wording) -> str:
    return _short(element.url or element.title or name)


def _waiver(element: Any, name: str, wording: Wording) -> str:
    return wording.say("diff.role", what=name, role=_short(element.reason))


_ELEMENTS: Mapping[str, Callable[[Any, str, Wording], str]] = {
    "parties": _party,
    "participants": _person,
    "topics": _topic,
    "documents": _document,
    "commitments": _commitment,
    "sources": _source,
    "waivers": _waiver,
}
