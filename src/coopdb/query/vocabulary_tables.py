"""Looks through a vocabulary: all of its entries, what names resolve to and why, and one entry with all it has."""

from collections.abc import Iterable, Iterator

from coopdb.query.table import Column, Table, Value
from coopdb.text import count, visible
from coopdb.vocabulary.entry import Entry, Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.match import Match
from coopdb.vocabulary.parts import parts
from coopdb.vocabulary.unknown_names import only_key

_LIST = (
    Column("code", "", "code"),
    Column("name", "name", "label"),
    Column("fr", "French", "label", rank=2),
    Column("ar", "Arabic", "label", rank=3),
    Column("broader", "broader", "code", rank=1),
    Column("members", "members today", "label", rank=1),
    Column("valid", "valid", "label", rank=1),
)
_FIND = (
    Column("query", "name", "label"),
    Column("code", "means", "code"),
    Column("name", "", "label"),
    Column("why", "because of", "text", rank=1),
    Column("valid", "valid", "label", rank=2),
)
_SHOW = (Column("field", "", "code"), Column("value", "", "text"))
_LANGUAGES = {
    "en": "English",
    "fr": "French",
    "ar": "Arabic",
    "es": "Spanish",
    "pt": "Portuguese",
    "de": "German",
    "sv": "Swedish",
    "nb": "Norwegian",
    "da": "Danish",
}
_KINDS = {
    "code": "code",
    "name": "name",
    "alias": "other name",
    "common": "common name",
    "former": "former name",
    "demonym": "adjective",
    "part": "name with these words",
}


def list_entries(vocabulary: Vocabulary, on: Period) -> Table:
    """List the entries of a vocabulary, those that are no more last."""
    entries = sorted(vocabulary.entries.values(), key=lambda entry: (entry.is_former, entry.key))
    rows = [_row(entry, on) for entry in entries]
    used = [number for number in range(len(_LIST)) if any(row[number] for row in rows)]
    return Table(
        columns=tuple(_LIST[number] for number in used),
        rows=tuple(tuple(row[number] for number in used) for row in rows),
        footer=(count(len(rows), vocabulary.noun, _plural(vocabulary)),),
        stubs=1,
        document=[_object(entry) for entry in entries],
    )


def find_names(vocabulary: Vocabulary, texts: Iterable[str], on: Period | None) -> Table:
    """Say what each text may mean, and by which name; `document` has an object a text.

    For what is not a name there are the entries that have it in one, the nearest first.
    """
    found = [(text, vocabulary.resolve(text, on) or parts(vocabulary, text)) for text in texts]
    return Table(
        columns=_FIND,
        rows=tuple(row for text, matches in found for row in _found(vocabulary, text, matches, on)),
        footer=tuple(_footer(found)),
        stubs=1,
        document=[
            {"query": text, "matches": [_match(vocabulary, match, on) for match in matches]} for text, matches in found
        ],
    )


def describe(vocabulary: Vocabulary, text: str, on: Period) -> Table:
    """Lay out one entry with all that the vocabulary knows of it."""
    entry = vocabulary[only_key(vocabulary, text)]
    return Table(
        columns=_SHOW,
        rows=tuple(_fields(vocabulary, entry, on)),
        stubs=1,
        document=_object(entry),
    )


def is_found(table: Table) -> bool:
    """Tell whether every text of `find_names` means something."""
    return isinstance(table.document, list) and all(each["matches"] for each in table.document)


def _plural(vocabulary: Vocabulary) -> str:
    return vocabulary.noun.removesuffix("y") + "ies" if vocabulary.noun.endswith("y") else ""


def _row(entry: Entry, on: Period) -> tuple[Value, ...]:
    members = [each.member for each in entry.members if each.period.overlaps(on)]
    broader = f"now {entry.replaced_by}" if entry.replaced_by else entry.broader
    valid = " and ".join(period.words for period in entry.periods)
    names = (entry.labels.get(language, "") for language in ("en", "fr", "ar"))
    return entry.key, *names, broader, str(len(members)) if members else "", valid


def _found(
    vocabulary: Vocabulary, text: str, matches: tuple[Match, ...], on: Period | None
) -> Iterator[tuple[Value, ...]]:
    if not matches:
        near = vocabulary.suggest(text)
        yield text, "", "(nothing)", f"did you mean {near}?" if near else "", ""
    for match in matches:
        period = _period(vocabulary[match.key], on)
        yield text, match.key, vocabulary.label(match.key), name_kind(match), period.words if period else ""


def name_kind(match: Match) -> str:
    """Word the reason of a match: ``French adjective marocain``."""
    kind = _KINDS[match.kind]
    language = _LANGUAGES.get(match.language, match.language)
    return " ".join(filter(None, (language, kind, match.matched)))


def _footer(found: Iterable[tuple[str, tuple[Match, ...]]]) -> Iterator[str]:
    meanings = dict(found)  # a name that is asked for twice is said once
    compounds = [text for text, matches in meanings.items() if matches and matches[0].is_half]
    if compounds:
        yield f"Names of several together: {', '.join(map(visible, compounds))}."
    within = [text for text, matches in meanings.items() if matches and matches[0].kind == "part"]
    if within:
        yield f"Words of names, and no name by themselves: {', '.join(map(visible, within))}."
    ambiguous = [text for text, matches in meanings.items() if len(matches) > 1 and text not in (*compounds, *within)]
    if ambiguous:
        names = ", ".join(visible(text) for text in ambiguous)
        yield f"Ambiguous, so that records and filters need the code: {names}."


def _match(vocabulary: Vocabulary, match: Match, on: Period | None) -> dict[str, object]:
    period = _period(vocabulary[match.key], on)
    return {
        "code": match.key,
        "name": vocabulary.label(match.key),
        "matched": match.matched,
        "language": match.language or None,
        "kind": match.kind,
        "valid_from": period.since.isoformat() if period and period.since else None,
        "valid_until": period.until.isoformat() if period and period.until else None,
    }


def _period(entry: Entry, on: Period | None) -> Period | None:
    """Choose the period that holds on the days asked for, else the latest."""
    fitting = [period for period in entry.periods if on and period.overlaps(on)]
    return next(iter(fitting or reversed(entry.periods)), None)


def _object(entry: Entry) -> dict[str, object]:
    """Put an entry in the shape of JSON: what it does not have is left out."""
    periods = [_days(period) for period in entry.periods]
    members = [{"member": each.member, **_days(each.period)} for each in entry.members]
    whole = {
        "code": entry.key,
        "name": entry.label,
        "labels": dict(entry.labels),
        "codes": list(entry.codes),
        "aliases": {language: list(names) for language, names in entry.aliases.items()},
        "common": {language: list(names) for language, names in entry.common.items()},
        "former": {language: list(names) for language, names in entry.former.items()},
        "demonyms": {language: list(names) for language, names in entry.demonyms.items()},
        "definition": entry.definition,
        "broader": entry.broader,
        "replaced_by": entry.replaced_by,
        "valid": periods,
        "successors": list(entry.successors),
        "members": members,
        "source": entry.source,
    }
    return {key: value for key, value in whole.items() if value}


def _days(period: Period) -> dict[str, str | None]:
    return {
        "since": period.since.isoformat() if period.since else None,
        "until": period.until.isoformat() if period.until else None,
    }


def _fields(vocabulary: Vocabulary, entry: Entry, on: Period) -> Iterator[tuple[Value, ...]]:
    yield "code", ", ".join((entry.key, *entry.codes))
    for language, label in entry.labels.items():
        yield _LANGUAGES.get(language, language), "; ".join((label, *entry.aliases.get(language, ())))
    for language, names in entry.aliases.items():
        if language not in entry.labels:
            yield _LANGUAGES.get(language, language) or "also", "; ".join(names)
    plain = {
        "definition": entry.definition,
        "broader": " < ".join(map(vocabulary.label, vocabulary.broader_chain(entry.key)[1:])),
        "narrower": ", ".join(each for each in vocabulary.narrower(entry.key) if each != entry.key),
        "now": entry.replaced_by,
        "common names": "; ".join(dict.fromkeys(name for names in entry.common.values() for name in names)),
        "former names": "; ".join(name for names in entry.former.values() for name in names),
        "adjectives": "; ".join(name for names in entry.demonyms.values() for name in names),
        "valid": " and ".join(period.words for period in entry.periods),
        "came after it": ", ".join(entry.successors),
        "members": ", ".join(each.member for each in entry.members if each.period.overlaps(on)),
        "members once": ", ".join(
            _once(each.member, each.period) for each in entry.members if not each.period.overlaps(on)
        ),
        "joined": "; ".join(_joined(entry)),
        "source": entry.source,
    }
    yield from ((name, value) for name, value in plain.items() if value)


def _once(member: str, period: Period) -> str:
    return f"{member} ({period.words})"


def _joined(entry: Entry) -> Iterator[str]:
    """Yield each day of joining with those who joined on it."""
    days: dict[str, list[str]] = {}
    for each in entry.members:
        days.setdefault(str(each.period.since), []).append(each.member)
    return (f"{day} {' '.join(members)}" for day, members in sorted(days.items()))
