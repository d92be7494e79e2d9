"""Where what is named is defined, and where it is named: ids of records, topics and people."""

import re
from collections.abc import Iterator

from lsprotocol import types

from coopdb.lsp.cursor import CursorPlace, Scan
from coopdb.lsp.kept import KeptRecords
from coopdb.lsp.lines import Lines
from coopdb.lsp.session import OpenDocument, Session, uri_of
from coopdb.lsp.summary import RecordSummary
from coopdb.record.statements import key_name
from coopdb.store.files.tree import FOLDER, PEOPLE, TOPICS

_RECORDS = ("record", "part")
_OWN = {"topic": f"{FOLDER}/{TOPICS}", "person": f"{FOLDER}/{PEOPLE}"}
_HEADER = re.compile(r"^[ \t]*\[+[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[\w-]+)", re.MULTILINE)


def definition(session: Session, document: OpenDocument, position: types.Position) -> list[types.Location]:
    """Return where what stands at a position is defined: a record, its part, an own topic, an own person."""
    place = document.place(position)
    if place is None or not place.is_value or not place.value:
        return []
    kept = document.kept
    if place.kind in _RECORDS:
        wanted, _, key = place.value.partition("#")
        paths = [each.outline.path for each in kept.summaries if each.record_id == wanted]
        return [_location(session, kept, path, key) for path in paths]
    own = _OWN.get(place.kind, "")
    return [*_own_headers(session, kept, own, _meant(kept, place))] if own in kept.own else []


def _location(session: Session, kept: KeptRecords, path: str, key: str) -> types.Location:
    """Return the place of a part by its key, else the beginning of the record."""
    lines = session.lines_of(kept, path)
    found = (each for each in Scan(lines.text).strings() if each.key == "key" and each.value == key)
    token = next((each.token for each in found if key), None)
    start, end = (token.start, token.end) if token else (0, 0)
    return types.Location(uri_of(kept, path), lines.range(start, end))


def _meant(kept: KeptRecords, place: CursorPlace) -> str:
    """Return the key of a topic or a person, whichever name of it stands there."""
    vocabulary = kept.vocabularies.topics if place.kind == "topic" else kept.vocabularies.people
    found = vocabulary.resolve(place.value)
    return found[0].key if len(found) == 1 else place.value


def _own_headers(session: Session, kept: KeptRecords, path: str, key: str) -> Iterator[types.Location]:
    lines = session.lines_of(kept, path)
    for found in _HEADER.finditer(lines.text):
        if key_name(found[1]) == key:
            yield types.Location(uri_of(kept, path), lines.range(*found.span(1)))


def references(session: Session, document: OpenDocument, position: types.Position) -> list[types.Location]:
    """Return where the record, topic or person at a position is named; of anything else, where this record is."""
    place = document.place(position)
    kind, value = (place.kind, place.value) if place and place.is_value else ("", "")
    if document.path in _OWN.values():
        kind, value = _header_at(document, position)
    if kind not in (*_RECORDS, *_OWN) or not value:
        kind, value = "record", document.entry.id
    return [*named(session, document.kept, kind, value)]


def _header_at(document: OpenDocument, position: types.Position) -> tuple[str, str]:
    """Return the kind and the key of the header at a position of own topics or people."""
    offset = document.lines.offset(position)
    kind = "topic" if document.path.endswith(TOPICS) else "person"
    found = (each for each in _HEADER.finditer(document.text) if each.start() <= offset <= each.end())
    return kind, next((key_name(each[1]) for each in found), "")


def named(session: Session, kept: KeptRecords, kind: str, value: str) -> Iterator[types.Location]:
    """Yield the places in records where a record, a topic or a person is named."""
    for record in kept.summaries:
        if _has(record, kind, value):
            path = record.outline.path
            lines, uri = session.lines_of(kept, path), uri_of(kept, path)
            yield from (types.Location(uri, place) for place in _places(lines, kind, value))


def _has(record: RecordSummary, kind: str, value: str) -> bool:
    match kind:
        case "topic":
            return value in record.topics
        case "person":
            return value in record.names
        case _:
            return any(_is_of(each, value) for each in record.targets)


def _places(lines: Lines, kind: str, value: str) -> Iterator[types.Range]:
    for place in Scan(lines.text).strings(value):
        is_kind = place.kind == kind or (kind in _RECORDS and place.kind in _RECORDS)
        token = place.token
        if token and is_kind and (place.value == value or (kind in _RECORDS and _is_of(place.value, value))):
            yield lines.range(token.start + 1, token.end - 1)


def _is_of(target: str, value: str) -> bool:
    """Tell whether a reference names a record, or the part of it that is asked for."""
    return target == value or ("#" not in value and target.partition("#")[0] == value)
