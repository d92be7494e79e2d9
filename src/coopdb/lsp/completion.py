"""What an editor offers while a record is typed: keys, tables, and the values that a key may have."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from heapq import nsmallest
from operator import attrgetter
from types import MappingProxyType

from lsprotocol import types

from coopdb.lsp import candidates, names
from coopdb.lsp.candidate import Candidate, Typing
from coopdb.lsp.cursor import CursorPlace
from coopdb.lsp.session import OpenDocument
from coopdb.record import toml
from coopdb.record.fields import record_fields
from coopdb.store.files.tree import is_record
from coopdb.text import fold, folded_words, visible

_MOST = 200  # that are offered at once; more typing finds the others
_KINDS: Mapping[str, types.CompletionItemKind] = MappingProxyType(
    {
        "key": types.CompletionItemKind.Property,
        "table": types.CompletionItemKind.Struct,
        "value": types.CompletionItemKind.EnumMember,
        "name": types.CompletionItemKind.Value,
        "record": types.CompletionItemKind.Reference,
    }
)
Offer = Callable[[Typing], Iterator[Candidate]]
_OFFERS: Mapping[str, Offer] = MappingProxyType(
    {
        "country": partial(names.of_vocabularies, ("countries",)),
        "organization": partial(names.of_vocabularies, ("organizations",)),
        "party": partial(names.of_vocabularies, ("countries", "organizations")),
        "topic": partial(names.of_vocabularies, ("topics",)),
        "person": candidates.people,
        "record": candidates.records,
        "part": candidates.parts,
        "flag": candidates.flags,
    }
)
# Of keys whose values are free text: what other records have there.
_USED: Mapping[str, Offer] = MappingProxyType(
    {
        ".host_event": partial(candidates.used, "host_event"),
        ".series": partial(candidates.used, "series"),
        "venue.city": candidates.cities,
        "participants.role": partial(candidates.of_person, "role"),
        "participants.institution": partial(candidates.of_person, "institution"),
        "sources.language": candidates.languages,
        "waivers.code": candidates.rules,
    }
)


def completions(document: OpenDocument, position: types.Position) -> types.CompletionList:
    """Offer what may stand at a position, the likeliest first; the list is asked for again as more is typed."""
    offset = document.lines.offset(position)
    place = document.place(position)
    if place is None or not is_record(document.path):
        return types.CompletionList(is_incomplete=False, items=[])
    start, typed = _typed(document.text, place, offset)
    typing = Typing(document, place, typed, tuple(f" {word}" for word in folded_words(typed)))
    offer = _offer(place)
    found = nsmallest(_MOST, offer(typing), key=attrgetter("rank")) if offer else []
    return types.CompletionList(
        is_incomplete=True,
        items=[_item(each, number, document, place, start, offset, typed) for number, each in enumerate(found)],
    )


def _offer(place: CursorPlace) -> Offer | None:
    """Choose what is offered at a place."""
    if place.is_header:
        return _tables
    if not place.is_value:
        return _keys
    used = _USED.get(f"{place.table}.{place.key}")
    return used or _OFFERS.get(place.kind) or (candidates.values if candidates.has_values(place.kind) else None)


def _typed(text: str, place: CursorPlace, offset: int) -> tuple[int, str]:
    """Return where what is typed begins, behind an opening quote, and what it is."""
    token = place.token
    if token is None:
        return offset, ""
    start = token.start + (token.kind != "bare")
    return min(start, offset), text[start:offset]


def _keys(typing: Typing) -> Iterator[Candidate]:
    """Offer the keys that the table does not have yet, and the tables where a line begins."""
    place = typing.place
    for number, each in enumerate(record_fields().get(place.table, ())):
        if each.key not in place.present and each.key.startswith(typing.typed) and each.kind != "table":
            yield Candidate(each.key, each.help, "key", (0, number, ""), insert=f"{each.key} = ")
    if typing.is_at_line_start():
        yield from _tables(typing)


def _tables(typing: Typing) -> Iterator[Candidate]:
    """Offer the tables of a record; what is a list has two brackets."""
    lists = {each.key: each.is_list for each in record_fields()[""] if each.kind == "table"}
    for number, name in enumerate(filter(None, record_fields())):
        if typing.typed and not name.startswith(typing.typed):
            continue
        is_list = lists.get(name, True)
        header = f"[[{name}]]" if is_list else f"[{name}]"
        about = next((each.help for each in record_fields()[""] if each.key == name), "What became of a commitment.")
        yield Candidate(header, about, "table", (1, number, ""), insert=name if typing.place.is_header else header)


def _item(
    candidate: Candidate, number: int, document: OpenDocument, place: CursorPlace, start: int, offset: int, typed: str
) -> types.CompletionItem:
    """Make the item: an edit that ends at the cursor, and passes a client that filters by what is typed."""
    insert = candidate.insert or candidate.key
    if place.is_value and candidate.kind != "plain":
        insert = _quoted(insert, place)
    return types.CompletionItem(
        label=visible(candidate.key),
        kind=_KINDS.get(candidate.kind, types.CompletionItemKind.Value),
        detail=visible(candidate.about) or None,
        documentation=visible(candidate.more, keep="\n") or None,
        sort_text=f"{number:04}",
        filter_text=filter_text(typed, candidate.name or candidate.key),
        text_edit=types.TextEdit(document.lines.range(start, offset), insert),
    )


def _quoted(insert: str, place: CursorPlace) -> str:
    """Return a value as it is written behind what is there already: with the quotes that are not."""
    written = toml.value(insert)
    kind = place.token.kind if place.token else ""
    if kind == "string":
        return written[1:-1]
    return written[1:] if kind == "open_string" else written


def filter_text(typed: str, name: str) -> str:
    """Return what a client compares with what is typed: the name, made to begin as it is typed.

    >>> filter_text("etats", "États-Unis"), filter_text("unis", "États-Unis"), filter_text("", "Maroc")
    ('etats-Unis', 'unis États-Unis', 'Maroc')
    """
    is_beginning = fold(name).startswith(fold(typed)) and len(fold(name[: len(typed)])) == len(fold(typed))
    return typed + name[len(typed) :] if is_beginning else f"{typed} {name}"
