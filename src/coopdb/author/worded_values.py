"""Reads a value of a fixed list as people say it: in any capitals, with spaces, in words of other languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from coopdb.author.draft import cues
from coopdb.errors import usage_error
from coopdb.record import values as lists
from coopdb.record.free_words import meant
from coopdb.text import did_you_mean, fold, visible
from coopdb.vocabulary.tables import read_table


def values_of(kind: str) -> tuple[str, ...]:
    """Return the values of a list by its name in `record/values.py`, nothing where there is none."""
    return get_args(getattr(lists, kind, None))


def value_meant(text: str, values: Sequence[str]) -> str:
    """Return the value of a list that a text means, or nothing."""
    same = [each for each in values if fold(each) == fold(text)]
    return same[0] if same else meant("values", text, values) or _document_kind(text, values)


def read_value(text: str, values: Sequence[str], noun: str = "value") -> str:
    """Return the value of a list that a text means; raise with what was probably meant."""
    if found := value_meant(text, values):
        return found
    near = did_you_mean(text, [*values, *_words(values)])
    raise usage_error(f"unknown {noun} `{visible(text)}`", near or f"one of {', '.join(values)}")


def kind_at_start(text: str) -> str:
    """Return the kind of document whose name a title begins with: `Memorandum on data` is an mou."""
    words, kinds = re.findall(r"\S+", text), values_of("DocumentKind")
    beginnings = (" ".join(words[:end]) for end in range(min(len(words), 6), 0, -1))
    return next((found for each in beginnings if (found := value_meant(each, kinds))), "")


def _words(values: Sequence[str]) -> Iterator[str]:
    """Yield the words that people use for values."""
    for table in (read_table("record_words")["values"], _document_names()):
        yield from (word for value in values for word in table.get(value, ()))


def _document_kind(text: str, values: Sequence[str]) -> str:
    """Find a kind of document by what articles call it."""
    folded = fold(text)
    tables = _document_names().items()
    return next((kind for kind, names in tables if kind in values and folded in map(fold, names)), "")


@cache
def _document_names() -> Mapping[str, list[str]]:
    """Return what articles call each kind of document, in every language: each name once, as English writes it."""
    languages = cues.languages()
    found: dict[str, dict[str, str]] = {}
    for words in (languages["en"], *languages.values()):
        for kind, names in words.get("documents", {}).items():
            known = found.setdefault(kind, {})
            for name in names:
                known.setdefault(fold(name), name)
    return {kind: list(names.values()) for kind, names in found.items()}
