"""What an editor shows about what the mouse is on: names, definitions, offices, other meetings, states. Plain text."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lsprotocol import types

from coopdb.check.outline import Outline
from coopdb.data.meanings import MEANINGS
from coopdb.lsp.candidates import latest_offices
from coopdb.lsp.cursor import CursorPlace
from coopdb.lsp.names import more
from coopdb.lsp.session import OpenDocument
from coopdb.lsp.states import agreed_document, commitment
from coopdb.text import count, visible
from coopdb.vocabulary.lookup import Vocabulary

_MEETINGS = 3  # that are told of
_OF_DOCUMENTS = ("title", "key", "signed", "in_force", "expires", "ended")


def hover(document: OpenDocument, position: types.Position) -> types.Hover | None:
    """Tell about what stands at a position; None where there is nothing to tell."""
    place = document.place(position)
    if place is None or place.token is None:
        return None
    lines = [visible(line) for line in _told(document, place) if line]
    if not lines:
        return None
    token = place.token
    text = types.MarkupContent(types.MarkupKind.PlainText, "\n".join(lines))
    return types.Hover(text, document.lines.range(token.start, token.end))


def _told(document: OpenDocument, place: CursorPlace) -> Iterator[str]:
    if not place.is_value:
        yield from _key(place)
    elif place.table == "commitments" and place.key in ("text", "key", "status", "due"):
        yield from commitment(document, place.number)
    elif place.table == "documents" and place.key in _OF_DOCUMENTS:
        yield from agreed_document(document, place.number)
    elif place.kind in MEANINGS:
        yield MEANINGS[place.kind].get(place.value, "")
    elif place.kind in _TELLING:
        yield from _TELLING[place.kind](document, place.value)


def _key(place: CursorPlace) -> Iterator[str]:
    """Tell what a key means; a header's is that of the list or table."""
    name = place.token.text if place.token else ""
    field = place._replace(key=name, table="" if place.is_header else place.table).field
    if field:
        yield field.help
        yield f"{field.key} = {field.example}"


def _country(document: OpenDocument, name: str) -> Iterator[str]:
    yield from _entry(document.kept.vocabularies.countries, name)
    yield from _last_meetings(document, name)


def _organization(document: OpenDocument, name: str) -> Iterator[str]:
    yield from _entry(document.kept.vocabularies.organizations, name)
    yield from _last_meetings(document, name)


def _party(document: OpenDocument, name: str) -> Iterator[str]:
    is_country = bool(document.kept.vocabularies.countries.resolve(name))
    yield from (_country if is_country else _organization)(document, name)


def _entry(vocabulary: Vocabulary, name: str) -> Iterator[str]:
    """Tell the names in three languages of each entry that a name may mean."""
    for match in vocabulary.resolve(name):
        yield f"{match.key}: {more(vocabulary[match.key])}"


def _last_meetings(document: OpenDocument, name: str) -> Iterator[str]:
    """Tell of the last meetings of the parties of the record, or of the one that is named where there are no two."""
    own = next((each.outline for each in document.kept.summaries if each.outline.path == document.path), None)
    parties = own.parties if own and len(own.parties) > 1 else _keys(document, name)
    others = (each.outline for each in document.kept.summaries if each.outline.path != document.path)
    met = [each for each in others if parties and each.is_dated and set(parties) <= set(each.parties)]
    if met:
        yield f"{count(len(met), 'other record')} of {' and '.join(parties)}:"
        yield from map(_line, sorted(met, key=lambda each: (-each.first, each.id))[:_MEETINGS])


def _keys(document: OpenDocument, name: str) -> tuple[str, ...]:
    words = document.kept.vocabularies
    found = (*words.countries.resolve(name), *words.organizations.resolve(name))
    return tuple(dict.fromkeys(each.key for each in found))[:1]


def _line(record: Outline) -> str:
    return f"{record.date}  {record.title}  ({record.id})"


def _topic(document: OpenDocument, name: str) -> Iterator[str]:
    topics = document.kept.vocabularies.topics
    yield from _entry(topics, name)
    for match in topics.resolve(name):
        broader = topics.broader_chain(match.key)[1:]
        yield f"below {', '.join(map(topics.label, broader))}" if broader else ""


def _person(document: OpenDocument, name: str) -> Iterator[str]:
    """Tell the latest office of a person, and the last records that name them."""
    office = document.kept.known("offices", latest_offices).get(name)
    if office:
        yield ", ".join(filter(None, (office.role, office.institution, office.party)))
    people = document.kept.vocabularies.people
    for match in people.resolve(name) if people.entries else ():
        for each in people[match.key].offices:
            yield " ".join(
                filter(None, (each.role, each.country, each.since and f"{each.since} to {each.until or '…'}"))
            )
    named = [each.outline for each in document.kept.summaries if name in each.names]
    yield f"{count(len(named), 'record')}:" if named else ""
    yield from map(_line, sorted(named, key=lambda each: (-each.first, each.id))[:_MEETINGS])


def _record(document: OpenDocument, name: str) -> Iterator[str]:
    """Tell which record an id is of, and which part of it `ID#key` is."""
    wanted, _, key = name.partition("#")
    for each in document.kept.summaries:
        if each.record_id == wanted:
            yield _line(each.outline)
            yield from (part.text for part in each.parts if part.key == key)


_TELLING: Mapping[str, Callable[[OpenDocument, str], Iterator[str]]] = MappingProxyType(
    {
        "country": _country,
        "organization": _organization,
        "party": _party,
        "topic": _topic,
        "person": _person,
        "record": _record,
        "part": _record,
    }
)
