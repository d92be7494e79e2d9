"""Finds out which key of a record each column of a table is, by its head and by what is in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from coopdb.author.importing.filling import texts_of
from coopdb.author.importing.mapped import cells_of
from coopdb.author.importing.rows import InputTable, RowError
from coopdb.author.importing.suggesting.dates import is_dated
from coopdb.errors import StopError
from coopdb.text import fold, folded_words
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.tables import read_table
from coopdb.vocabulary.vocabularies import Vocabularies

_ROWS = 1_000  # that are looked at
_MOST_COLUMNS = 500
_SAMPLE = 100  # texts of a column, each another, by which it is told what it is
_LONGEST_HEAD = 100  # characters of a head that are looked at
_LONGEST_NAME = 100  # characters of a value that may be a name
_DATES = frozenset(
    (
        "date",
        "end_date",
        "next_meeting",
        "documents.signed",
        "documents.in_force",
        "documents.expires",
        "documents.ended",
        "sources.published",
        "commitments.due",
    )
)
_PARTY = ("party", "venue.country", "commitments.owner", "sources.party")
_SEVERAL = frozenset(("party", "name", "role", "institution"))  # each of which several columns may be
_SEPARATORS = (";", "|", "\n", "/", " – ", " - ", " & ", " and ", " et ", " و", "، ", ", ", ",")
_LISTED = (";", "|", "\n", " and ", " et ", "، ")  # between names, which may have a comma in them
_MOST_WORDS = 6  # of a role


@dataclass(frozen=True, slots=True)
class InputColumn:
    """A column: its head, the texts in it that are not empty, and the key that it is, empty for none.

    A party has `separator` where its cells name several, and is an organisation where `is_organization`.
    """

    head: str
    texts: tuple[str, ...]
    key: str = ""
    separator: str = ""
    is_organization: bool = False


@cache
def heads() -> Mapping[str, Any]:
    """Return the table of heads, of words for values, and of words that roles begin with."""
    found: Mapping[str, Any] = read_table("heads")
    return found


@cache
def _keys_by_head() -> Mapping[str, str]:
    return {fold(head): key for key, every in heads()["heads"].items() for head in every}


def read_columns(sheet: InputTable) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the head of every column with the texts in its first rows."""
    found: dict[str, list[str]] = {head: [] for head in sheet.columns if head}
    for row in islice(sheet.rows, _ROWS):
        try:
            cells = cells_of(row, sheet.columns)
        except RowError:
            continue
        for head, cell in cells.items():
            if head:
                found.setdefault(head, []).extend(text for text in texts_of(cell) if text.strip())
    if not found:
        raise StopError("no row can be read, so no mapping can be guessed", "import it to see what is wrong")
    if len(found) > _MOST_COLUMNS:
        raise StopError(f"a mapping is guessed of {_MOST_COLUMNS} columns at most, and here are {len(found):,}")
    yield from ((head, tuple(texts)) for head, texts in found.items())


def recognised(sheet: InputTable, vocabularies: Vocabularies) -> tuple[InputColumn, ...]:
    """Give each column its key: by its head where what is in it fits, else by what is in it alone."""
    columns = dict(read_columns(sheet))
    samples = {head: tuple(islice(dict.fromkeys(texts), _SAMPLE)) for head, texts in columns.items()}
    chosen: dict[str, str] = {}
    wanted = sorted(_wanted(columns), key=lambda each: each[:2])
    for _, _, head, key in wanted:
        if head not in chosen and (key in _SEVERAL or key not in chosen.values()):
            fitting = _fitting(key, samples[head], vocabularies)
            if fitting is not None and (fitting in ("", *_SEVERAL) or fitting not in chosen.values()):
                chosen[head] = fitting
    for head, sample in samples.items():
        if head not in chosen:
            chosen[head] = _by_content(sample, set(chosen.values()), vocabularies)
    return tuple(_column(head, texts, chosen[head], samples[head], vocabularies) for head, texts in columns.items())


def _wanted(columns: Iterable[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield what heads are known to mean: the exact ones first, then those with the longest words for it in them."""
    for place, head in enumerate(columns):
        words = tuple(folded_words(head[:_LONGEST_HEAD].replace("_", " ")))
        words = words[:-1] if len(words) > 1 and words[-1] in {*"123456ab", "i", "ii"} else words
        found = [
            (end - start, start, _keys_by_head()[part])
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if (part := " ".join(words[start:end])) in _keys_by_head()
        ]
        if found:
            length, _, key = max(found, key=lambda each: (each[0], -each[1]))
            yield (0 if length == len(words) else 1 + len(words) - length), place, head, key


def _fitting(key: str, texts: tuple[str, ...], vocabularies: Vocabularies) -> str | None:
    """Return the key that a column has if what is in it fits, perhaps another than its head says; None if none."""
    if not texts or not key:
        return key
    if key in _DATES or key in heads()["values"] or key in ("session", "agenda_url"):
        return key if _has_form(key, texts) else None
    if key == "sources.url" and not _has_urls(texts):
        return "sources.title"
    if key == "title" and _has_roles(texts):
        return "role"
    if key in _PARTY:
        return key if _parties(texts, vocabularies)[0] else "name" if key == "party" and _has_names(texts) else None
    return key


def _has_form(key: str, texts: tuple[str, ...]) -> bool:
    """Tell whether texts are days, numbers, addresses or words for the values of a list, as the key has them."""
    if key in _DATES:
        return is_dated(texts)
    if key == "session":
        return all(text.strip().isdecimal() for text in texts)
    return _has_urls(texts) if key == "agenda_url" else any(value_of(key, text) for text in texts)


def _by_content(texts: tuple[str, ...], taken: set[str], vocabularies: Vocabularies) -> str:
    """Guess what a column is whose head says nothing."""
    if "date" not in taken and is_dated(texts):
        return "date"
    if "party" not in taken and texts and _parties(texts, vocabularies)[0]:
        return "party"
    return "sources.url" if "sources.url" not in taken and _has_urls(texts) else ""


def _column(
    head: str, texts: tuple[str, ...], key: str, sample: tuple[str, ...], vocabularies: Vocabularies
) -> InputColumn:
    if key == "party" and texts:
        is_found, separator, is_organization = _parties(sample, vocabularies)
        return InputColumn(head, texts, key, separator if is_found else "", is_organization)
    if key == "documents.signatories" and texts:
        return InputColumn(
            head, texts, key, next((mark for mark in _LISTED if any(mark in text for text in texts)), "")
        )
    if key == "topics" and texts:
        return InputColumn(head, texts, key, _separator(sample, (vocabularies.topics,))[1])
    return InputColumn(head, texts, key)


def _parties(texts: tuple[str, ...], vocabularies: Vocabularies) -> tuple[bool, str, bool]:
    """Tell whether texts name parties, by what several are separated, and whether they are mostly organisations."""
    ratio, separator = _separator(texts, (vocabularies.countries, vocabularies.organizations))
    parts = [part for text in texts for part in (text.split(separator) if separator else [text])]
    countries, organizations = (
        _known(parts, (words,)) for words in (vocabularies.countries, vocabularies.organizations)
    )
    return ratio >= 1 / 2, separator, organizations > countries


def _separator(texts: tuple[str, ...], words: tuple[Vocabulary, ...]) -> tuple[float, str]:
    """Return which part of what texts say is known, when taken separated by the separator by which most is."""
    best, separator = _known(texts, words), ""
    for each in _SEPARATORS:
        if any(each in text for text in texts):
            known = _known([part for text in texts for part in text.split(each)], words)
            if known > best:
                best, separator = known, each
    return best, separator


def _known(texts: Iterable[str], words: tuple[Vocabulary, ...]) -> float:
    """Return which part of some texts are names of a vocabulary."""
    names = [text.strip() for text in texts]
    found = [bool(name) and _is_known(name, words) for name in names]
    return sum(found) / max(len(found), 1)


def _is_known(name: str, words: tuple[Vocabulary, ...]) -> bool:
    return len(name) <= _LONGEST_NAME and any(len(each.resolve(name)) == 1 for each in words)  # not `Peru/Chad`


def _has_urls(texts: tuple[str, ...]) -> bool:
    return sum(text.strip().startswith(("http://", "https://", "www.")) for text in texts) * 2 > len(texts)


def _has_roles(texts: tuple[str, ...]) -> bool:
    """Tell whether most texts are roles, such as `Minister of Health`, and not titles of meetings."""
    words = [folded_words(text[:_LONGEST_NAME]) or [""] for text in texts]
    roles = [each for each in words if each[0] in heads()["roles"] and len(each) <= _MOST_WORDS]
    return len(roles) * 2 > len(texts)


def _has_names(texts: tuple[str, ...]) -> bool:
    """Tell whether most texts may be names of people: two to five words, each with a capital or in Arabic."""
    return sum(text.istitle() and 2 <= len(text.split()) <= 5 for text in texts) * 2 > len(texts)  # noqa: PLR2004  # words


def value_of(key: str, text: str) -> str:
    """Return the value of a list that a text is a word for, or nothing."""
    return _words(key).get(fold(text), "")


@cache
def _words(key: str) -> Mapping[str, str]:
    return {fold(word): value for value, words in heads()["values"][key].items() for word in (value, *words)}
