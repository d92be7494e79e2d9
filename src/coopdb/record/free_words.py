"""The words that people write for the keys and values of a record, in French, Arabic and other languages."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from coopdb.text import fold
from coopdb.vocabulary.tables import DATA, read_table

Meanings = Mapping[str, frozenset[str]]  # by folded word


def meant(group: str, word: str, among: Iterable[str]) -> str:
    """Return the one of some keys, values or flags that a word means, or nothing where it is none or several."""
    found = _meanings(group).get(fold(word), frozenset()) & set(among)
    return next(iter(found)) if len(found) == 1 else ""


def is_word(group: str, word: str) -> bool:
    """Tell whether a word means a key, a value or a flag at all."""
    return fold(word) in _meanings(group)


def flag(word: str) -> str:
    """Return `true` or `false` for a word that says so in some language, or nothing."""
    return meant("flags", word, ("true", "false"))


def is_nothing(word: str) -> bool:
    """Tell whether a word says that there is no value."""
    return fold(word) in {fold(each) for each in read_table("record_words")["nothing"]}


@cache
def _meanings(group: str) -> Meanings:
    """Return what each folded word of a group means."""
    found: dict[str, set[str]] = {}
    for key, word in words_of(group):
        found.setdefault(fold(word), set()).add(key)
    return MappingProxyType({word: frozenset(keys) for word, keys in found.items()})


def words_of(group: str) -> Iterator[tuple[str, str]]:
    """Yield each key, value or flag of a group with every word for it; kinds of documents as articles call them too."""
    tables = [read_table("record_words")[group]]
    if group == "values":
        tables += [read_table(f"draft/{path.stem}")["documents"] for path in sorted((DATA / "draft").glob("??.json"))]
    return ((key, word) for table in tables for key, words in table.items() for word in words)


@cache
def month_of(word: str) -> int:
    """Return the number of a month by its folded name in any language, 0 for what is not a month."""
    return _months().get(word, 0)


@cache
def _months() -> Mapping[str, int]:
    tables = [read_table(f"draft/telling/{path.stem}") for path in sorted((DATA / "draft/telling").glob("*.json"))]
    lists = [table[key] for key in ("months", "months_short") for table in tables if key in table]
    return {
        fold(name): number for names in lists for number, each in enumerate(names, start=1) for name in each.split("|")
    }
