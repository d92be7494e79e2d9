"""The codes of languages (ISO 639), and the names by which people call those of two letters."""

from collections.abc import Mapping
from functools import cache

from coopdb.text import fold
from coopdb.vocabulary.tables import read_table


@cache
def language_codes() -> frozenset[str]:
    """Return all codes: two letters where a language has such a code, else three."""
    return frozenset(read_table("languages")["codes"].split())


def language_of(name: str) -> str:
    """Return the code of a language by its name or another code, nothing where it is none.

    >>> language_of("Français"), language_of("eng"), language_of("pt-BR"), language_of("Martian")
    ('fr', 'en', 'pt', '')
    """
    first = name.replace("_", "-").partition("-")[0].casefold()
    return _names().get(fold(name), "") or (first if first in language_codes() else "")


def language_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the languages of two letters, by code."""
    return {code: tuple(names) for code, names in read_table("languages")["names"].items() if names}


@cache
def _names() -> Mapping[str, str]:
    names = read_table("languages")["names"]
    return {fold(name): code for code, every in names.items() for name in every}
