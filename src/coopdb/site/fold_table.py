"""How `text.fold` folds each character, as a table: the versions of Unicode that browsers know differ."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from sys import maxunicode

from coopdb.text import plain_letters

_SURROGATES = range(0xD800, 0xE000)
_HANGUL = range(0xAC00, 0xD7A4)  # syllables, which every version takes apart alike
_BLOCK = 256


@cache
def fold_table() -> list[tuple[int, int | str]]:
    """Return runs of characters from U+0000 on, each what follows the last.

    Of each there is how many characters before it become a space; then how many stay as they are, or as a negative
    number how many are left out, or what each becomes, between line ends.
    """
    found: list[tuple[int, int | str]] = []
    spaces = 0
    for kind, group in groupby(_runs(), key=lambda each: each[0]):
        texts = [text for _, run in group for text in run]
        if kind == "space":
            spaces = len(texts)
            continue
        found.append((spaces, _run(kind, texts)))
        spaces = 0
    return found


def _run(kind: str, texts: list[str]) -> int | str:
    if kind == "other":
        return "\n".join(texts)
    return len(texts) if kind == "same" else -len(texts)


def _runs() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what characters become, one or several of a kind; blocks of which all stay, or none does, are looked at once."""
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
