"""Finds in what is public of a record the names of those who are internal in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coopdb.record.fields import record_fields
from coopdb.record.model import Meeting, RecordTable
from coopdb.record.omissions import without_people
from coopdb.record.publishing import hidden_parties, public_part, remains_of
from coopdb.text import folded_words
from coopdb.vocabulary.vocabularies import Vocabularies

_KINDS = ("name", "alias", "former")
Route = tuple[str | int, ...]


class Leak(NamedTuple):
    """Where a text stands, and the name in it."""

    route: Route
    name: str


def leaks(meeting: Meeting, record_id: str, vocabularies: Vocabularies) -> Iterator[Leak]:
    """Yield every text that is public with the first name in it of somebody who is internal in the record."""
    found = public_part(meeting, record_id, vocabularies.people)
    if found is None:
        return
    names = [*_names_of_parties(meeting, vocabularies), *_surnames(meeting)]
    public = {text for _, text in _texts(found)}
    persons = remains_of(meeting, vocabularies.people).persons
    for route, text in _texts(meeting):
        left = without_people(text, persons)
        name = next((each for each in names if _has(left, each)), "") if left in public else ""
        if name:
            yield Leak(route, name)


def _names_of_parties(meeting: Meeting, vocabularies: Vocabularies) -> Iterator[str]:
    """Yield the names of the parties left out, and what organisations are called for short."""
    countries, organizations = vocabularies.countries, vocabularies.organizations
    for party in sorted(hidden_parties(meeting)):
        is_country = party in countries.entries
        for kind, _, name in (countries if is_country else organizations)[party].names():
            if kind in _KINDS or (kind == "code" and not is_country):
                yield name.upper() if kind == "code" else name


def _surnames(meeting: Meeting) -> Iterator[str]:
    """Yield the last word of each name that is internal; not of one that a public participant has too."""
    public = {word for each in meeting.participants if each.name and not each.internal for word in each.name.split()}
    hidden = [word for each in meeting.participants if each.internal for word in (each.name or "").split()[-1:]]
    yield from (word for word in dict.fromkeys(hidden) if word not in public)


def _has(text: str, name: str) -> bool:
    """Tell whether a text has the words of a name in a row; one in capitals as it is written: `US`, not `us`."""
    if name.isupper():
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    words = " ".join(folded_words(name))
    return f" {words} " in f" {' '.join(folded_words(text))} "


def _texts(table: RecordTable, name: str = "", route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield every text of a table and of those in it, with its route; not of parts that are internal."""
    for field in record_fields()[name]:
        value = getattr(table, field.key)
        if field.kind == "table":
            places = enumerate(value) if isinstance(value, tuple) else [(None, value)]
            for place, each in places:
                if each is not None and not getattr(each, "internal", None):
                    within = f"{name}.{field.key}".removeprefix(".")
                    yield from _texts(each, within, (*route, field.key, *(() if place is None else (place,))))
        elif field.kind in ("text", "name") and isinstance(value, str):
            yield (*route, field.key), value
