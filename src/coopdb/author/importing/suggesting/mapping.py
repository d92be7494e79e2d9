"""Writes the mapping that the columns of a table suggest, as a file for `--map`; what is left open is a comment."""

from collections.abc import Iterable, Iterator
from datetime import date

from coopdb.author.importing.rows import InputTable
from coopdb.author.importing.suggesting.columns import InputColumn, heads, recognised, value_of
from coopdb.author.importing.suggesting.dates import date_form
from coopdb.record import toml
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import Vocabularies

_TOP = (
    "id",
    "date",
    "end_date",
    "status",
    "kind",
    "level",
    "mode",
    "host_event",
    "series",
    "session",
    "next_meeting",
    "summary",
    "agenda_url",
)
_TABLES = ("venue", "documents", "commitments", "sources")
_DATES = ("date", "end_date", "next_meeting", "published", "signed", "in_force", "expires", "ended", "due")
_OF_PERSON = ("name", "role", "institution")
_SHOWN = 5  # texts, or heads, that a comment names
_LONGEST = 40  # characters of each
_NEVER = ("{", "}")  # in the head of a column that a template can name


def suggest(sheet: InputTable, name: str, vocabularies: Vocabularies) -> str:
    """Write the mapping."""
    columns = recognised(sheet, vocabularies)
    lines = [
        f"# guessed by coopdb from the heads and the first rows of {visible(name)}: read it before you use it",
        *_title(columns),
        *(line for key in _TOP for each in _of(columns, key) for line in _pair(key, each)),
        *_topics(columns, vocabularies),
        *_participants(columns),
        *(line for table in _TABLES for line in _table(table, columns)),
        *_missing_source(columns, name),
        *_unused(columns),
    ]
    return "\n".join(lines) + "\n"


def _of(columns: Iterable[InputColumn], key: str) -> list[InputColumn]:
    return [each for each in columns if each.key == key]


def _title(columns: tuple[InputColumn, ...]) -> Iterator[str]:
    """Yield the title: a column, or the parties' names where there is none."""
    if found := _of(columns, "title"):
        yield from _pair("title", found[0])
        return
    parties = [each.head for each in _of(columns, "party") if not any(mark in each.head for mark in _NEVER)]
    template = "Meeting of " + " and ".join(f"{{{head}}}" for head in parties) if parties else ""
    yield "# no column is a title"
    yield f"title = {{ template = {toml.value(template)} }}" if template else 'title = "Meeting"'


def _pair(key: str, column: InputColumn) -> Iterator[str]:
    """Yield a key with its column, and comments on what is in it."""
    name = key.rpartition(".")[2]
    if name in _DATES:
        yield from _dated(name, column)
    elif key in heads()["values"]:
        yield from _listed(key, name, column)
    else:
        separator = f", separator = {toml.value(column.separator)}" if column.separator else ""
        yield _line(name, column, separator)


def _line(name: str, column: InputColumn, more: str = "") -> str:
    return f"{name} = {{ column = {toml.value(column.head)}{more} }}"


def _dated(name: str, column: InputColumn) -> Iterator[str]:
    """Yield a date with its formats; where its order is open, a line for each, of which a person takes one."""
    form = date_form(column.texts)
    if form.others:
        yield f"# not understood as dates: {_some(form.others)}"
    if form.orders:
        what = f"is {_shown(form.example)}" if form.example else "are the dates"
        (_, day_first), (_, month_first) = form.orders
        yield f"# {what} {_words(day_first)} or {_words(month_first)}? delete the `# ` before the line that is right"
        for each, _ in form.orders:
            yield f"# {_line(name, column, f', format = {toml.value(each)}')}"
    else:
        formats = [toml.value(each) for each in form.formats]
        written = f"[{', '.join(formats)}]" if len(formats) > 1 else "".join(formats)
        yield _line(name, column, f", format = {written}" if written else "")


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _listed(key: str, name: str, column: InputColumn) -> Iterator[str]:
    """Yield a key whose values are a list, with what the texts of the column mean."""
    meanings = {text.strip(): value_of(key, text) for text in dict.fromkeys(column.texts)}
    if unknown := [text for text, value in meanings.items() if not value]:
        yield f"# say what these mean: {_some(unknown)}; one of {', '.join(heads()['values'][key])}"
    pairs = ", ".join(
        f"{toml.value(text)} = {toml.value(value)}" for text, value in meanings.items() if value and text != value
    )
    yield _line(name, column, f", values = {{ {pairs} }}" if pairs else "")


def _topics(columns: tuple[InputColumn, ...], vocabularies: Vocabularies) -> Iterator[str]:
    """Yield the topics, of which every record has one."""
    found = _of(columns, "topics")
    if not found:
        yield "# every record has a topic: name one of `coopdb topics`, and delete the `# ` before it"
        yield '# topics = ["digital-transformation"]'
    for each in found:
        parts = [
            part.strip() for text in each.texts for part in (text.split(each.separator) if each.separator else [text])
        ]
        unknown = [part for part in dict.fromkeys(parts) if part and not vocabularies.topics.resolve(part)]
        if unknown:
            yield f"# not topics that coopdb knows: {_some(unknown)}; `values = {{ … }}` says what they mean"
        yield from _pair("topics", each)


def _participants(columns: tuple[InputColumn, ...]) -> Iterator[str]:
    """Yield a participant for each column of parties, with the people beside it."""
    parties = _of(columns, "party")
    for party in parties:
        yield from ("", "[[participants]]")
        yield from _pair("organization" if party.is_organization else "country", party)
        for key in _OF_PERSON:
            yield from (_line(key, each) for each in _of(columns, key) if _party_of(each, columns) is party)
    if len(parties) < 2 and not any(each.separator for each in parties):  # noqa: PLR2004  # parties of a meeting
        yield from ("", "# a meeting has two parties: name the other, such as your own country")
        yield from ("# [[participants]]", '# country = "…"')


def _party_of(person: InputColumn, columns: tuple[InputColumn, ...]) -> InputColumn | None:
    """Return the party that a column of people belongs to: the first to the first, and so on."""
    same = [each for each in columns if each.key in ("party", person.key)]
    number = [each for each in same if each.key == person.key].index(person)
    parties = [each for each in same if each.key == "party"]
    party = parties[number] if number < len(parties) else None
    return None if party is None or party.separator else party  # one person is not that of several parties


def _table(table: str, columns: tuple[InputColumn, ...]) -> Iterator[str]:
    """Yield a table of the record that columns fill."""
    found = [each for each in columns if each.key.startswith(f"{table}.")]
    if found:
        yield from ("", f"[{table}]" if table == "venue" else f"[[{table}]]")
        for each in found:
            yield from _pair(each.key, each)
        if table == "documents" and not _of(found, "documents.kind"):
            yield "# every document has a kind: say which, and delete the `# ` before it"
            yield '# kind = "agreement"'


def _missing_source(columns: tuple[InputColumn, ...], name: str) -> Iterator[str]:
    """Yield the file itself as a source, where no column is one."""
    if not any(each.key in ("sources.url", "sources.title", "sources.publisher") for each in columns):
        is_begun = any(each.key.startswith("sources.") for each in columns)
        yield from (
            ["# no column is a source: the table itself"]
            if is_begun
            else ["", "# no column is a source: the table itself", "[[sources]]"]
        )
        yield f"title = {toml.value(name)}"


def _unused(columns: tuple[InputColumn, ...]) -> Iterator[str]:
    left = [each.head for each in columns if not each.key or (each.key in _OF_PERSON and not _party_of(each, columns))]
    if left:
        yield from ("", f"# not used: {_some(left, len(left))}")


def _some(texts: Iterable[str], most: int = _SHOWN) -> str:
    """Name the first of some texts, each short and on one line."""
    every = [*texts]
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(map(_shown, every[:most])) + more


def _shown(text: str) -> str:
    shown = visible(text.strip())
    return f"`{shown if len(shown) <= _LONGEST else shown[:_LONGEST] + '…'}`"
