"""How `text.fold` folds each character, as a table: the versions of Unicode that browsers know differ."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from sys import maxunicode

from coopdb.text import plain_letters

_SURROGATES = range(0xD800, 0xE000)
_HANGUL = range(0xAC00, 0xD7A4)  # syllables, which every version takes apart alike


@cache
def fold_table() -> list[tuple[int, int | str]]:
    """Return runs of characters from U+0000 on, each what follows the last.

    Of each there is how many characters before it become a space; then how many stay as they are, or as a negative
    number how many are left out, or what each becomes, between line ends.
    """
    found: list[tuple[int, int | str]] = []
    spaces = 0
    for kind, group in groupby(_characters(), key=lambda each: each[0]):
        texts = [text for _, text in group]
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


def _characters() -> Iterator[tuple[str, str]]:
    for code in range(maxunicode + 1):
        if code in _SURROGATES or code in _HANGUL:
            yield "space", " "
            continue
        text = plain_letters(chr(code))
        kind = {"": "none", " ": "space", chr(code): "same"}.get(text, "other")
        yield kind, text
