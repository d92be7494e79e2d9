"""What other records have that may stand here too: people, series, events, cities, ids; and values of fixed lists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from coopdb.check.registry import RULES
from coopdb.data.meanings import MEANINGS
from coopdb.lsp.candidate import Candidate, Typing, searchable
from coopdb.lsp.cursor import Scan
from coopdb.lsp.summary import HeldOffice, RecordSummary
from coopdb.record import values as lists
from coopdb.vocabulary.cities import cities_of
from coopdb.vocabulary.languages import language_names

_MOST_RECORDS = 50  # ids that are offered at once, the latest


class Known(NamedTuple):
    """Something that records have: its name, its words folded, what is said of it, and how late it is there."""

    name: str
    folded: str
    about: str
    weight: int


def people(typing: Typing) -> Iterator[Candidate]:
    """Offer people with their latest office; those of the party beside it come first."""
    kept, party = typing.document.kept, typing.beside("country") or typing.beside("organization")
    offices: dict[str, HeldOffice] = kept.known("offices", latest_offices)
    for name, folded in kept.known("people", _people):
        if typing.matches(folded):
            office = offices[name]
            yield Candidate(name, _office(office), "name", (int(office.party != party), 0, name))
    known = kept.vocabularies.people
    for key, entry in known.entries.items():
        if key in known and key not in offices:
            found = next((each for _, _, each in entry.names() if typing.matches(searchable(each))), "")
            roles = "; ".join(each.role for each in entry.offices)
            yield from [Candidate(key, roles, "name", (2, 0, key), name=found)] if found else []


def _people(records: Iterable[RecordSummary]) -> list[tuple[str, str]]:
    """Return the people of the records with their folded names, before each word of which there is a space."""
    return [(name, searchable(name)) for name in {office.name for each in records for office in each.offices}]


def latest_offices(records: Iterable[RecordSummary]) -> dict[str, HeldOffice]:
    """Return what the latest record of each person says of them."""
    found: dict[str, HeldOffice] = {}
    for record in sorted(records, key=lambda each: each.outline.first):
        found.update((office.name, office) for office in record.offices)
    return found


def _office(office: HeldOffice) -> str:
    return ", ".join(filter(None, (office.role, office.institution, office.party)))


def of_person(key: str, typing: Typing) -> Iterator[Candidate]:
    """Offer the role or institution that other records have, that of the person beside it first."""
    offices = typing.document.kept.known("offices", latest_offices)
    name = typing.beside("name")
    own = getattr(offices[name], key) if name in offices else ""
    used = Counter(text for each in offices.values() if (text := getattr(each, key)))
    for text, number in used.items():
        if typing.matches(searchable(text)):
            yield Candidate(text, name if text == own else "", "name", (int(text != own), -number, text))


def used(key: str, typing: Typing) -> Iterator[Candidate]:
    """Offer what the outlines of other records have at a key, the most frequent first."""
    found: dict[str, int] = typing.document.kept.known(key, lambda records: _counted(records, key))
    for text, number in found.items():
        if typing.matches(searchable(text)):
            yield Candidate(text, "", "name", (0, -number, text))


def _counted(records: Iterable[RecordSummary], key: str) -> Counter[str]:
    return Counter(text for each in records if (text := getattr(each.outline, key)))


def cities(typing: Typing) -> Iterator[Candidate]:
    """Offer the cities where others met, and those of the venue's country, else of the countries that take part."""
    found: dict[tuple[str, str], int] = typing.document.kept.known("cities", _cities)
    countries = _hosts(typing)
    for (city, host), number in found.items():
        if typing.matches(searchable(city)):
            yield Candidate(city, host, "name", (int(bool(countries) and host not in countries), -number, city))
    for host in countries:
        for number, (city, *others) in enumerate(cities_of(host)):
            name = next((each for each in (city, *others) if typing.matches(searchable(each))), "")
            if name and (city, host) not in found:
                yield Candidate(
                    city, f"{host} · {name}" if name != city else host, "name", (2, number, city), name=name
                )


def _hosts(typing: Typing) -> tuple[str, ...]:
    """Return the codes of the countries that a city may be in, by what the record says so far."""
    vocabulary = typing.document.kept.vocabularies.countries
    own = typing.beside("country")
    every = Scan(typing.document.text).strings()
    names = [own] if own else [each.value for each in every if (each.table, each.key) == ("participants", "country")]
    return tuple(dict.fromkeys(match.key for name in names for match in vocabulary.resolve(name)))


def _cities(records: Iterable[RecordSummary]) -> Counter[tuple[str, str]]:
    return Counter((each.outline.city, each.host) for each in records if each.outline.city)


def records(typing: Typing) -> Iterator[Candidate]:
    """Offer records by their id, or by words of their title, the latest first."""
    found = (each for each in _latest(typing) if typing.matches(each.folded))
    for number, each in zip(range(_MOST_RECORDS), found, strict=False):
        yield Candidate(each.name, each.about, "record", (0, number, ""), name=f"{each.name} {each.about}")


def _latest(typing: Typing) -> Iterable[Known]:
    found: list[Known] = typing.document.kept.known("records", _records)
    own = typing.document.entry.id
    return (each for each in found if each.name != own)


def _records(records: Iterable[RecordSummary]) -> list[Known]:
    found = (each.outline for each in records)
    known = [Known(each.id, searchable(f"{each.id} {each.title}"), each.title, each.first) for each in found]
    return sorted(known, key=lambda each: (-each.weight, each.name))


def parts(typing: Typing) -> Iterator[Candidate]:
    """Offer documents and commitments that have a key, as `ID#key`."""
    found: list[Known] = typing.document.kept.known("parts", _parts)
    for each in found:
        if typing.matches(each.folded):
            yield Candidate(each.name, each.about, "record", (0, -each.weight, each.name))


def _parts(records: Iterable[RecordSummary]) -> list[Known]:
    return [
        Known(name, searchable(f"{name} {part.text}"), part.text, record.outline.first)
        for record in records
        for part in record.parts
        if (name := f"{record.record_id}#{part.key}")
    ]


def has_values(kind: str) -> bool:
    """Tell whether the values of a kind are a fixed list."""
    return kind in MEANINGS


def values(typing: Typing) -> Iterator[Candidate]:
    """Offer the values of a fixed list, each with what it means."""
    kind = typing.place.kind
    for number, value in enumerate(get_args(getattr(lists, kind))):
        if typing.matches(searchable(value)):
            yield Candidate(value, MEANINGS[kind][value], "value", (0, number, ""))


def flags(typing: Typing) -> Iterator[Candidate]:
    """Offer true and false."""
    return (Candidate(each, "", "plain", (0, 0, each)) for each in ("true", "false") if each.startswith(typing.typed))


def languages(typing: Typing) -> Iterator[Candidate]:
    """Offer languages by their names."""
    for code, names in language_names().items():
        found = next(
            (each for each in names if typing.matches(searchable(each))),
            code if typing.matches(searchable(code)) else "",
        )
        if found:
            yield Candidate(code, " · ".join(names), "name", (0, 0, code), name=found)


def rules(typing: Typing) -> Iterator[Candidate]:
    """Offer the rules that a record may waive."""
    for rule in RULES:
        if rule.is_waivable and typing.matches(searchable(f"{rule.code} {rule.name} {rule.summary}")):
            yield Candidate(rule.code, rule.summary, "value", (0, 0, rule.code))
