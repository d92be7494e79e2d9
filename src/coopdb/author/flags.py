"""What options say of a record, as the plain values of its file."""

from collections.abc import Iterable, Mapping
from typing import Any

from coopdb.errors import usage_error
from coopdb.record.dates import whole_day
from coopdb.record.fields import record_fields
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import Vocabularies

_PERSON = ("name", "role", "institution", "capacity")


def day(text: str) -> object:
    """Return a date for a whole day, else the text as it is, for the record to judge."""
    return whole_day(text.strip()) or text.strip()


def participant(text: str, words: Vocabularies) -> dict[str, str]:
    """Read `Maroc`, or `MA: Amal Idrissi; Minister; Ministry of Health; lead`."""
    party, _, rest = text.partition(":")
    key = "organization" if is_organization(party.strip(), words) else "country"
    parts = (part.strip() for part in rest.split(";"))
    return {key: party.strip(), **{name: part for name, part in zip(_PERSON, parts, strict=False) if part}}


def is_organization(text: str, words: Vocabularies) -> bool:
    """Tell an organisation from a country; a code is a country's."""
    return text not in words.countries and bool(words.organizations.resolve(text)) and not words.countries.resolve(text)


def topic(text: str) -> dict[str, str]:
    """Read `cloud`, or `cloud=agreed`."""
    slug, _, stage = text.partition("=")
    return {"topic": slug.strip(), **({"stage": stage.strip()} if stage.strip() else {})}


def document(text: str) -> dict[str, Any]:
    """Read `mou`, or `mou: Memorandum on data`, or `mou: Memorandum on data; 2026-02-01`."""
    kind, _, rest = text.partition(":")
    title, _, signed = rest.partition(";")
    values: dict[str, Any] = {"kind": kind.strip()}
    if title.strip():
        values["title"] = title.strip()
    if signed.strip():
        values["signed"] = {"true": True, "false": False}.get(signed.strip(), day(signed))
    return values


def commitment(text: str) -> dict[str, Any]:
    """Read `share the guide`, or `MA: share the guide; 2026-06`."""
    owner, colon, rest = text.partition(":")
    what, _, due = (rest if colon else text).partition(";")
    values: dict[str, Any] = {"text": what.strip()}
    if colon:
        values["owner"] = owner.strip()
    return values | ({"due": day(due)} if due.strip() else {})


def sources(urls: Iterable[str], about: Mapping[str, str]) -> list[dict[str, Any]]:
    """Make the sources: what is said `about` one is about the first."""
    found: list[dict[str, Any]] = [{"url": url} for url in urls]
    said = {key: day(value) if key == "published" else value for key, value in about.items()}
    if said and not found:
        found = [{}]
    return [{**each, **(said if not number else {})} for number, each in enumerate(found)]


def record_of(given: Mapping[str, Any], words: Vocabularies) -> dict[str, Any]:
    """Make plain values of the options that were given; each is a key of a record, or the beginning of one."""
    values = {
        key: day(given[key]) if key in _DAYS else given[key] for key in _PLAIN if given.get(key) not in (None, "")
    }
    venue = {key: given[option] for key, option in _VENUE.items() if given.get(option)}
    about = {key: given[f"source_{key}"] for key in _SOURCE if given.get(f"source_{key}")}
    tables = {
        "venue": venue,
        "participants": [_party(text, words) for text in given.get("participants") or ()],
        "topics": [topic(text) for text in given.get("topics") or ()],
        "documents": [document(text) for text in given.get("documents") or ()],
        "commitments": [commitment(text) for text in given.get("commitments") or ()],
        "sources": sources(given.get("sources") or (), about),
    }
    return {**values, **{key: value for key, value in tables.items() if value}}


def _party(text: str, words: Vocabularies) -> dict[str, str]:
    if not text.partition(":")[0].strip():
        raise usage_error(
            f"`--party {visible(text)}` names no party", "for example `--party 'MA: Amal Idrissi; Minister'`"
        )
    return participant(text, words)


_PLAIN = tuple(each.key for each in record_fields()[""] if each.option)
_DAYS = tuple(each.key for each in record_fields()[""] if each.option and each.kind == "date")
_VENUE = {"name": "venue", "city": "city", "country": "venue_country"}
_SOURCE = ("title", "publisher", "author", "published", "language", "kind")
