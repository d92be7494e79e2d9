"""How `text.fold` folds each character, as a table: the versions of Unicode that browsers know differ."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from sys import maxunicode

from coopdb.text import plain_letters

_SURROGATES = range(0xD800, 0xE000)
_HANGUL = range(0xAC00, 0xD7A4)  # syllables, which every version takes apart alike
_BLOCK = 256
_FATES = {"same": 1, "none": 0}


@cache
def fold_table() -> list[tuple[int, int, int | str]]:
    """Return runs of characters, each from a code and to one that is not in it; what is in none becomes a space.

    They stay as they are (1), or are left out (0), or there is what each becomes, between line ends.
    """
    found: list[tuple[int, int, int | str]] = []
    first = 0
    for kind, group in groupby(_runs(), key=lambda each: each[0]):
        texts = [text for _, run in group for text in run]
        if kind != "space":
            found.append((first, first + len(texts), _FATES.get(kind, "\n".join(texts))))
        first += len(texts)
    return found


def _runs() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what characters become, one or several of a kind; a block that all stays, or none, is looked at once."""
    for start in range(0, maxunicode + 1, _BLOCK):
        codes = range(start, start + _BLOCK)
        whole = "".join(map(chr, codes))
        if start in _SURROGATES or (plain := plain_letters(whole)) == " " * _BLOCK:
            yield "space", " " * _BLOCK
        elif plain == whole:
            yield "same", whole
        else:
            yield from map(_character, codes)


def _character(code: int) -> tuple[str, list[str]]:
    text = " " if code in _HANGUL else plain_letters(chr(code))
    return {"": "none", " ": "space", chr(code): "same"}.get(text, "other"), [text]
