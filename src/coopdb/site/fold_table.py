"""How `text.fold` folds each character, as a table: the versions of Unicode that browsers know differ."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from sys import maxunicode
from unicodedata import category

from coopdb.invisible import has_invisible
from coopdb.text import plain_letters

_NOTHING = frozenset(("Cn", "Co", "Cs"))  # not assigned, for private use, or half a character: no letters, no marks
_HANGUL = range(0xAC00, 0xD7A4)  # syllables, which every version takes apart alike
_BLOCK, _SMALL = 256, 16
_APART = "x"  # stays as it is: between characters it keeps what becomes of one from what becomes of the next
_FATES = {"same": 1, "none": 0}


@cache
def fold_table() -> list[tuple[int, int, int | str]]:
    """Return runs of characters, each from a code and to one that is not in it; what is in none becomes a space.

    They stay as they are (1), or are left out (0), or there is what each becomes, between line ends.
    """
    found: list[tuple[int, int, int | str]] = []
    first = 0
    for kind, group in groupby(_runs(range(maxunicode + 1), _BLOCK), key=lambda each: each[0]):
        texts = [text for _, run in group for text in run]
        if kind != "space":
            found.append((first, first + len(texts), _FATES.get(kind, "\n".join(texts))))
        first += len(texts)
    return found


def _runs(codes: range, size: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what characters become, one or several of a kind; blocks that all stay, or none, are looked at once."""
    for start in range(codes.start, codes.stop, size):
        whole = "".join(map(chr, range(start, start + size)))
        if _is_empty(whole) or (plain := plain_letters(_APART.join(whole))) == _APART.join(" " * size):
            yield "space", " " * size
        elif plain == _APART.join(whole):
            yield "same", whole
        elif size > _SMALL:
            yield from _runs(range(start, start + size), _SMALL)
        else:
            yield from map(_character, whole)


def _is_empty(whole: str) -> bool:
    """Tell quickly that each of some characters becomes a space: most blocks have nothing in them."""
    return _NOTHING.issuperset(map(category, whole)) and not has_invisible(whole)


def _character(character: str) -> tuple[str, list[str]]:
    text = " " if ord(character) in _HANGUL else plain_letters(character)
    return {"": "none", " ": "space", character: "same"}.get(text, "other"), [text]
