"""What the keys of a record take: text, a list, a date, a flag or a table, as the model says."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, get_args, get_origin

from coopdb.record.dates import PartialDate
from coopdb.record.free_words import is_word
from coopdb.record.model import TABLES, Meeting, RecordTable
from coopdb.text import fold

Shape = Literal["text", "list", "date", "flag", "table"]


@cache
def shapes() -> Mapping[str, Shape]:
    """Return the shape of every key, whatever table it stands in."""
    models: tuple[type[RecordTable], ...] = (*TABLES.values(), Meeting)
    fields = [field for model in models for field in model.model_fields.items()]
    return {key: _shape(field.annotation) for key, field in fields}


def _shape(annotation: object) -> Shape:
    kinds = tuple(_within(annotation))
    if any(get_origin(each) is tuple for each in kinds):
        return "list"
    if bool in kinds:
        return "flag"
    if PartialDate in kinds:
        return "date"
    return "table" if any(isinstance(each, type) and issubclass(each, RecordTable) for each in kinds) else "text"


def _within(annotation: object) -> Iterator[object]:
    """Yield the types that an annotation is made of."""
    yield annotation
    for each in get_args(annotation):
        yield from _within(each)


@cache
def lists_of_tables() -> frozenset[str]:
    """Return the keys that take a list of tables, each under a header of its own."""
    return frozenset(key for key in TABLES if shapes()[key.rpartition(".")[2]] == "list")


def key_of(word: str) -> str:
    """Return a key written with other capitals, accents or spaces; nothing for another word."""
    return {fold(key): key for key in shapes()}.get(fold(word), "")


def is_key(word: str) -> bool:
    """Tell whether a word is meant as a key of a record."""
    return bool(key_of(word)) or is_word("keys", word)
